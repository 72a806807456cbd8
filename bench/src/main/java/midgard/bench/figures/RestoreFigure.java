package midgard.bench.figures;

import java.io.IOException;

/**
 * How fast stores are rebuilt from their changelogs: the live world is killed, the folder of its
 * local state deleted, and the world started again.
 */
final class RestoreFigure implements Figure {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    LiveWorld world = bench.live();
    world.fillTo(bench.choose(800_000, 60_000));
    Restoration restoration = Restoration.of(world);
    restoration.require(bench.choose(100_000, 10_000));
    results.put("restore.records_per_s", restoration.records() / restoration.seconds());
    results.put("restore.records", restoration.records());
    results.put("restore.ready_s", restoration.readySeconds());
    results.setting(name(), "kill -9, local state deleted; changelogs of this machine's own Kafka");
  }
}
