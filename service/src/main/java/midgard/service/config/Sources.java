package midgard.service.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Where settings come from, the strongest first: what the command line sets, system properties, the
 * environment, a {@code .env} file in the working directory.
 */
public final class Sources {
  private static final String COMMAND_LINE = "command line";
  private static final int STRONGEST = 500;

  /** A value and where it stood. */
  public record Found(String value, String source) {}

  private final SmallRyeConfig config;

  private Sources(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * The sources of this process.
   *
   * @param overrides what stands above all others
   */
  public static Sources ofProcess(Map<String, String> overrides) {
    return new Sources(
        new SmallRyeConfigBuilder()
            .addSystemSources()
            .withSources(new DotEnvConfigSourceProvider(Path.of(".env").toUri().toString()))
            .withSources(new PropertiesConfigSource(overrides, COMMAND_LINE, STRONGEST))
            .build());
  }

  /** These values and a {@code .env} file of this folder, nothing of the process. */
  public static Sources of(Map<String, String> values, Path folder) {
    return new Sources(
        new SmallRyeConfigBuilder()
            .withSources(new DotEnvConfigSourceProvider(folder.resolve(".env").toUri().toString()))
            .withSources(new PropertiesConfigSource(values, COMMAND_LINE, STRONGEST))
            .build());
  }

  /** What is set for a key; an empty text counts as not set, as usual in {@code .env} files. */
  Optional<Found> find(String key) {
    ConfigValue found = config.getConfigValue(key);
    if (found == null || found.getValue() == null) {
      return Optional.empty();
    }
    String value = unquoted(found.getValue().trim());
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(value, nameOf(found.getConfigSourceName())));
  }

  /** The keys of the {@code .env} file. */
  List<String> dotEnvKeys() {
    return StreamSupport.stream(config.getConfigSources().spliterator(), false)
        .filter(source -> nameOf(source.getName()).equals(".env"))
        .flatMap(source -> source.getPropertyNames().stream())
        .filter(key -> key.equals(key.toUpperCase(java.util.Locale.ROOT)))
        .sorted()
        .distinct()
        .toList();
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String nameOf(String source) {
    if (source == null) {
      return "";
    }
    if (source.contains(".env")) {
      return ".env";
    }
    if (source.startsWith("EnvConfigSource")) {
      return "environment";
    }
    return source.startsWith("SysPropConfigSource") ? "system property" : COMMAND_LINE;
  }
}
