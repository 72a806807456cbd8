package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Path;
import midgard.bench.figures.pipeline.PipelineRuns;

/** Events a second through the whole topology, and through bare Kafka Streams in the same run. */
final class PipelineFigure implements Figure {
  static final String NAME = "pipeline";

  private static final long SEED = 1;
  private static final int THREADS = 1;

  /** Of each: from JVM to JVM bare Streams differs by a quarter, with what its compilers made. */
  private static final int JVMS = 4;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void measure(Bench bench, Results results) throws IOException, InterruptedException {
    Path folder = bench.folder().resolve(name());
    Folders.delete(folder);
    PipelineRuns.Load load =
        new PipelineRuns.Load(
            bench.choose(150_000, 20_000),
            bench.choose(6, 3),
            bench.choose(JVMS, 1),
            LiveTraffic.PLAYERS,
            THREADS,
            SEED,
            bench.agents());
    PipelineRuns.Result run = new PipelineRuns(folder, load).measure();
    results.put("pipeline.events_per_s", run.eventsPerSecond());
    results.putRounds("pipeline.events_per_s", run.rounds());
    results.put("pipeline.bare_events_per_s", run.bareEventsPerSecond());
    results.putRounds("pipeline.bare_events_per_s", run.bareRounds());
    results.put("pipeline.ratio", run.ratio());
    results.put("pipeline.inbox_messages_per_s", run.inboxPerSecond());
    results.put("pipeline.deliveries_per_event", run.deliveriesPerEvent());
    results.setting(
        name(),
        "%d events a round, %d JVMs each, %d counted rounds in each; spread: slowest and fastest; agents: %s"
            .formatted(
                load.events(),
                load.pairs(),
                load.rounds() - PipelineRuns.WARM_UP_ROUNDS,
                load.agents().isEmpty() ? "all" : load.agents()));
  }
}
