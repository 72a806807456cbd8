package midgard.bench.faults.scenario;

import java.util.ArrayList;
import java.util.List;
import midgard.bench.faults.Run;
import midgard.bench.faults.feed.AppliedProbe;

/**
 * That events go on being applied, and as soon as before, while something is away that the world
 * can do without.
 */
final class Visibility {
  /** In the middle of the recorded session. */
  private static final long TIME = 1_795_347_000_000L;

  /** What a machine of two processors may be late by, with the feed and the world on it. */
  private static final long SLACK_MILLIS = 150;

  /** So much more of the probes may be late than usual, likewise. */
  private static final double LATE_SHARE = 0.2;

  private interface Phase {
    void run() throws Exception;
  }

  private final Run run;
  private final List<String> found = new ArrayList<>();
  private AppliedProbe.Report usual;

  Visibility(Run run) {
    this.run = run;
  }

  /** What is usual; comes first. */
  void usual(double untilShare) throws Exception {
    usual = measured("usual", () -> awaitShare(untilShare));
  }

  /**
   * While something is away: about as many probes as usual must be applied within the second that
   * the world waits, and half of them about as soon. A machine that is so busy that probes are late
   * anyway shows less than an idle one.
   */
  void without(String what, double untilShare) throws Exception {
    AppliedProbe.Report report = measured(what, () -> awaitShare(untilShare));
    if (report.lateShare() > usual.lateShare() + LATE_SHARE) {
      found.add("%s: %s; usual was: %s.".formatted(what, report, usual));
    }
    long limit = 2 * usual.median().toMillis() + SLACK_MILLIS;
    if (report.median().toMillis() > limit) {
      found.add(
          "%s: %s; the median was %d ms before and should stay below %d ms."
              .formatted(what, report, usual.median().toMillis(), limit));
    }
  }

  private void awaitShare(double share) {
    run.feed().awaitShare(share, Patience.FEED);
  }

  private AppliedProbe.Report measured(String what, Phase phase) throws Exception {
    AppliedProbe.Report report;
    try (AppliedProbe probe = AppliedProbe.start(run.world(), what.replace(' ', '-'), TIME)) {
      phase.run();
      report = probe.stop();
    }
    run.note(what + ": " + report);
    return report;
  }

  /** What was found. */
  List<String> found() {
    return List.copyOf(found);
  }
}
