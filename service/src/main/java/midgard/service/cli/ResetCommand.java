package midgard.service.cli;

import java.util.concurrent.Callable;
import midgard.service.LocalStack;
import midgard.service.config.ServiceConfig;
import midgard.service.reset.ResetPlan;
import midgard.service.reset.WorldReset;
import midgard.stack.EmbeddedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "reset",
    description = {
      "Brings a stopped world back to nothing but its events, from which it starts over.",
      "Says what it would delete; deletes it with --execute."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--events", description = "Deletes game.events as well.")
  private boolean events;

  @Option(names = "--execute", description = "Deletes. There is no way back.")
  private boolean execute;

  @Override
  public Integer call() throws InterruptedException {
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    try (EmbeddedStack stack = LocalStack.ofWorldAtRest(config);
        WorldReset reset = new WorldReset(config, stack.addresses(), events)) {
      ResetPlan plan = reset.plan();
      ResetPrinter printer = new ResetPrinter(spec.commandLine().getOut());
      printer.plan(plan);
      if (execute) {
        reset.execute(plan);
        printer.done(plan, !config.external().kafka().isEmpty());
      } else {
        printer.dryRun(plan);
      }
    }
    return 0;
  }
}
