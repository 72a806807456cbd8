package midgard.bench.figures;

import java.util.List;

/**
 * What a figure should reach, on 2 cores.
 *
 * @param atLeast whether the limit is a least or a most
 */
record Aim(String name, boolean atLeast, double limit) {
  static final List<Aim> ALL =
      List.of(
          new Aim("pipeline.events_per_s", true, 15_000),
          new Aim("pipeline.ratio", true, 0.4),
          new Aim("visible_ms.p99", false, 150),
          new Aim("api_ms.p99", false, 20),
          new Aim("dispatch.events_per_s", true, 10_000),
          new Aim("rest_proxy.records_per_s", true, 10_000),
          new Aim("replay.messages_per_s", true, 50_000),
          new Aim("ready_s.first", false, 15),
          new Aim("ready_s.restart", false, 6),
          new Aim("ready_s.after_kill", false, 15),
          new Aim("rss_mb.idle", false, 700),
          new Aim("rss_mb.loaded", false, 1024),
          new Aim("crowd.rss_mb", false, 1024));

  boolean isMetBy(double value) {
    return atLeast ? value >= limit : value <= limit;
  }

  String text() {
    String number = limit == Math.rint(limit) ? Long.toString((long) limit) : "" + limit;
    return (atLeast ? "≥ " : "≤ ") + number;
  }
}
