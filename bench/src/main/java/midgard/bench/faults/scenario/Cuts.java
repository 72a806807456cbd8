package midgard.bench.faults.scenario;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import midgard.bench.faults.Run;
import midgard.bench.process.TcpProxy;

/** Cuts in the middle of what is being sent to a server. */
final class Cuts {
  private static final Duration SENT_WITHIN = Duration.ofSeconds(30);

  private Cuts() {}

  /**
   * Waits for each of some random moments of the feed, and cuts after a random number of bytes;
   * comes back when the last cut was made.
   *
   * @param bytes at most
   */
  static void make(Run run, TcpProxy proxy, int count, double from, double until, int bytes) {
    for (double moment : run.moments(count, from, until)) {
      run.feed().awaitShare(moment, Patience.FEED);
      int before = proxy.cutsWithin();
      proxy.cutAfter(1 + run.random().nextInt(bytes));
      await("a cut").atMost(SENT_WITHIN).until(() -> proxy.cutsWithin() > before);
    }
    run.note("cut %d times in the middle of what was sent".formatted(count));
  }
}
