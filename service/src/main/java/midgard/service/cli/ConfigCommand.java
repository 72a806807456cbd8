package midgard.service.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import midgard.service.config.EffectiveSetting;
import midgard.service.config.ServiceConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "config",
    description = "Prints every setting as it takes effect, and where it came from.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--all",
      description = "Also the keys that are accepted without an effect, and what each key means.")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ServiceConfig config = options.read();
    for (EffectiveSetting setting : config.effective()) {
      if (setting.used() || all || !setting.isDefault()) {
        print(out, setting);
      }
    }
    for (String key : config.unknownKeys()) {
      out.printf("%-34s in .env, but no such key is known%n", key);
    }
    out.flush();
    return 0;
  }

  private void print(PrintWriter out, EffectiveSetting setting) {
    String source = setting.isDefault() ? "default" : setting.source();
    String value = setting.value().isEmpty() ? "-" : setting.value();
    String meaning = all || !setting.used() ? "  " + setting.meaning() : "";
    String line = "%-34s %-28s %s".formatted(setting.key(), value, source);
    out.println((meaning.isEmpty() ? line : "%-80s%s".formatted(line, meaning)).stripTrailing());
  }
}
