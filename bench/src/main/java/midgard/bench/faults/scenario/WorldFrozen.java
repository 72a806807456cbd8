package midgard.bench.faults.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;

/**
 * The process stands still for seconds, as on a machine whose host is busy elsewhere, while others
 * go on asking; when it goes on, they are all there at once. It must neither be taken for dead by
 * itself nor drown.
 */
public final class WorldFrozen implements Scenario {
  /** The last is longer than a transaction of Kafka Streams may take (10 s). */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(13));

  private static final int ASK_PER_SECOND = 1_000;
  private static final Duration GO_ON_ASKING = Duration.ofSeconds(10);
  private static final String ASKED = "/api/v1/world/players/150101";

  /** With all who wait at its door; connections at rest make room after five seconds. */
  private static final Duration READY_WITHIN = Duration.ofSeconds(20);

  private final List<String> found = new ArrayList<>();

  @Override
  public String name() {
    return "world-frozen";
  }

  @Override
  public String what() {
    return "stands still for %s s (SIGSTOP) while %d a second ask"
        .formatted(
            String.join(", ", PAUSES.stream().map(pause -> "" + pause.toSeconds()).toList()),
            ASK_PER_SECOND);
  }

  @Override
  public void strike(Run run) throws Exception {
    List<Double> moments = run.moments(PAUSES.size(), 0.1, 0.9);
    for (int i = 0; i < PAUSES.size(); i++) {
      run.feed().awaitShare(moments.get(i), Patience.FEED);
      freeze(run, PAUSES.get(i));
    }
  }

  private void freeze(Run run, Duration pause) throws Exception {
    Crowd crowd = Crowd.asking(run.world(), ASKED, ASK_PER_SECOND);
    Duration took;
    try {
      run.world().jvm().freeze();
      LockSupport.parkNanos(pause.toNanos());
      run.world().jvm().thaw();
      long began = System.nanoTime();
      run.world().awaitReady();
      took = Duration.ofNanos(System.nanoTime() - began);
      LockSupport.parkNanos(GO_ON_ASKING.toNanos());
    } finally {
      // They would go on for ever, and take all connections from the runs after this one.
      crowd.stop();
    }
    Map<Integer, Long> answers = crowd.statuses();
    run.note(
        "%d s still; answers by status, 0 being none: %s; ready after %d ms"
            .formatted(pause.toSeconds(), answers, took.toMillis()));
    if (took.compareTo(READY_WITHIN) > 0) {
      found.add(
          "After %d s of standing still the world told only after %d ms that it is ready; it should within %d ms."
              .formatted(pause.toSeconds(), took.toMillis(), READY_WITHIN.toMillis()));
    }
    long all = answers.values().stream().mapToLong(Long::longValue).sum();
    if (2 * answers.getOrDefault(Crowd.GAVE_UP, 0L) > all) {
      found.add(
          "After %d s of standing still most got no answer: %s."
              .formatted(pause.toSeconds(), answers));
    }
  }

  @Override
  public List<String> judge(Evidence evidence) {
    return List.copyOf(found);
  }
}
