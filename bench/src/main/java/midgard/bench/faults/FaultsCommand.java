package midgard.bench.faults;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "faults",
    description = "Breaks what a world stands on, and lets oracles judge what is left.",
    mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 1;
  }
}
