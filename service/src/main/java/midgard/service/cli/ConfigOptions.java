package midgard.service.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import picocli.CommandLine.Option;

/** Settings on the command line. */
final class ConfigOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key for this run, above the environment and .env.")
  private final Map<String, String> values = new LinkedHashMap<>();

  /** All settings, with those of the command line above the others. */
  ServiceConfig read() {
    return ServiceConfig.read(Sources.ofProcess(values));
  }
}
