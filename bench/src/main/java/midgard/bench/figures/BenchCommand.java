package midgard.bench.figures;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "bench",
    description = "Measures the pipeline, its answers, its starts and its memory.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 1;
  }
}
