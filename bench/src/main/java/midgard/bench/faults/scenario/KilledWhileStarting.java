package midgard.bench.faults.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.faults.Folders;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.WorldAnswers;

/** The process dies again while it is still coming up: at any moment, and while it restores. */
public final class KilledWhileStarting implements Scenario {
  private static final int STARTS = 3;
  private static final int RESTORES = 2;
  private static final double STRUCK_AT = 0.4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  @Override
  public String name() {
    return "killed-while-starting";
  }

  @Override
  public String what() {
    return "kill -9 in %d starts at random moments, and in %d while lost state is restored"
        .formatted(STARTS, RESTORES);
  }

  @Override
  public void strike(Run run) throws Exception {
    run.feed().awaitShare(STRUCK_AT, PATIENCE);
    run.world().kill();
    Duration whole = run.world().startAndAwaitReady();
    run.world().kill();
    for (int i = 0; i < STARTS; i++) {
      long after = (long) (whole.toMillis() * run.random().nextDouble());
      run.world().start();
      LockSupport.parkNanos(Duration.ofMillis(after).toNanos());
      run.world().kill();
      run.note("killed %d ms after a start that takes %d ms".formatted(after, whole.toMillis()));
    }
    for (int i = 0; i < RESTORES; i++) {
      killWhileRestoring(run);
    }
    run.world().startAndAwaitReady();
  }

  private static void killWhileRestoring(Run run) throws IOException, InterruptedException {
    Folders.delete(run.stateFolder());
    run.world().start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    WorldAnswers answers = new WorldAnswers(run.world());
    Optional<String> seen = Optional.empty();
    while (seen.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The world did not begin to restore.");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      seen = answers.readiness().flatMap(KilledWhileStarting::restoring);
    }
    run.world().kill();
    run.note(seen.get());
  }

  /** What is seen of the restoring; that it is over already is possible, and said. */
  private static Optional<String> restoring(JsonNode readiness) {
    if (readiness.path("status").asText().equals("ready")) {
      return Optional.of("killed just after it had restored");
    }
    return readiness.path("detail").isTextual()
        ? Optional.of("killed when " + readiness.path("detail").textValue())
        : Optional.empty();
  }
}
