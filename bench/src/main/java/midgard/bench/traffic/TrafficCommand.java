package midgard.bench.traffic;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "traffic",
    description = "Writes made traffic of N players as JSON lines.",
    mixinStandardHelpOptions = true)
public final class TrafficCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 1;
  }
}
