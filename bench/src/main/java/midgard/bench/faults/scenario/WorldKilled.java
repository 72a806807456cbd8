package midgard.bench.faults.scenario;

import java.time.Duration;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;

/** The process dies as by kill -9, again and again, at moments that nobody chose. */
public final class WorldKilled implements Scenario {
  private static final int KILLS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "world-killed";
  }

  @Override
  public String what() {
    return "kill -9 at %d random moments of the feed".formatted(KILLS);
  }

  @Override
  public void strike(Run run) throws Exception {
    for (double moment : run.moments(KILLS, 0.02, 0.98)) {
      run.feed().awaitShare(moment, PATIENCE);
      run.world().kill();
      run.note("killed at %.1f %% of the feed".formatted(100 * moment));
      run.world().startAndAwaitReady();
    }
  }
}
