package midgard.bench.faults.scenario;

import java.time.Duration;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;

/** The same deaths in a world that has the wall's clock, whose own ticks go on meanwhile. */
public final class WorldKilledLive implements Scenario {
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "world-killed-live";
  }

  @Override
  public String what() {
    return "kill -9 at %d random moments, with the wall's clock".formatted(KILLS);
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.LIVE;
  }

  @Override
  public void strike(Run run) throws Exception {
    for (double moment : run.moments(KILLS, 0.05, 0.95)) {
      run.feed().awaitShare(moment, PATIENCE);
      run.world().kill();
      run.note("killed at %.1f %% of the feed".formatted(100 * moment));
      run.world().startAndAwaitReady();
    }
  }
}
