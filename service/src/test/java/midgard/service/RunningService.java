package midgard.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One whole service on free ports, embedded servers and all, for every test that asks for it as a
 * parameter: the same one for all, since a start takes seconds. Tests keep out of each other's way
 * by their own server ids and players.
 */
public final class RunningService implements ParameterResolver {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  private static final class Shared implements AutoCloseable {
    private final Path folder;
    private final Service service;

    Shared() throws IOException {
      folder = Files.createTempDirectory(Path.of("target"), "service-");
      Map<String, String> settings =
          Map.of(
              "DATA_DIR", folder.toString(),
              "AI_SERVICE_PORT", "0",
              "DASHBOARD_PORT", "0",
              "KAFKA_PORT", "0",
              "KAFKA_CONTROLLER_PORT", "0",
              "SCHEMA_REGISTRY_PORT", "0",
              "POSTGRES_PORT", "0",
              "REDIS_PORT", "0");
      service = new Service(ServiceConfig.read(Sources.of(settings, folder)), Clock.systemUTC());
      service.start();
      if (!service.awaitReady(READY_WITHIN)) {
        throw new IllegalStateException("The service is not ready: " + service.state());
      }
    }

    @Override
    public void close() throws IOException {
      service.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Service.class;
  }

  @Override
  public Service resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(RunningService.class))
        .getOrComputeIfAbsent("shared", key -> started(), Shared.class)
        .service;
  }

  private static Shared started() {
    try {
      return new Shared();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
