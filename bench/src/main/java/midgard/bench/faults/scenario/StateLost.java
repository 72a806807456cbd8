package midgard.bench.faults.scenario;

import java.time.Duration;
import midgard.bench.faults.Folders;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;

/** The local states are gone: after a crash, and after an orderly stop. */
public final class StateLost implements Scenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "state-lost";
  }

  @Override
  public String what() {
    return "the state folder is lost, after kill -9 and after an orderly stop";
  }

  @Override
  public void strike(Run run) throws Exception {
    boolean orderly = false;
    for (double moment : run.moments(2, 0.1, 0.9)) {
      run.feed().awaitShare(moment, PATIENCE);
      if (orderly) {
        run.world().stop();
      } else {
        run.world().kill();
      }
      Folders.delete(run.stateFolder());
      run.note(
          "%s at %.1f %% of the feed, state folder removed"
              .formatted(orderly ? "stopped" : "killed", 100 * moment));
      run.world().startAndAwaitReady();
      orderly = true;
    }
  }
}
