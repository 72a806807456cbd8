package midgard.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How much an endpoint takes in: closed loop, after a warm-up, in rounds of equal length. It counts
 * what the endpoint has accepted; that all of it went through the router, nothing lost and nothing
 * twice, is checked against the world's own counters afterwards.
 */
final class IntakeFigure implements Figure {
  private static final double NANOS = 1e9;
  private static final int ROUNDS = 4;
  private static final Duration REST = Duration.ofMinutes(3);

  /** Opens the connections. */
  private interface Opening {
    ClosedLoop open(LiveWorld world);
  }

  private final String name;
  private final String value;
  private final String setting;
  private final Opening opening;

  private IntakeFigure(String name, String value, String setting, Opening opening) {
    this.name = name;
    this.value = value;
    this.setting = setting;
    this.opening = opening;
  }

  /** The API's default: the answer waits, for a second at most, until every agent has seen it. */
  static IntakeFigure dispatch() {
    return new IntakeFigure(
        "dispatch",
        "dispatch.events_per_s",
        "wait=applied (the API's default), 32 connections, 500 events a request",
        world -> ClosedLoop.dispatch(world, 32, 500, ""));
  }

  /** As game servers ask: the answer waits until Kafka has it. */
  static IntakeFigure logged() {
    return new IntakeFigure(
        "dispatch_logged",
        "dispatch.logged_events_per_s",
        "wait=logged, 8 connections, 500 events a request",
        world -> ClosedLoop.dispatch(world, 8, 500, "logged"));
  }

  static IntakeFigure restProxy() {
    return new IntakeFigure(
        "rest_proxy",
        "rest_proxy.records_per_s",
        "JSON values, 8 connections, 500 records a request",
        world -> ClosedLoop.restProxy(world, 8, 500));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    LiveWorld world = bench.live();
    world.awaitDrained(REST);
    Scrape before = world.scrape();
    List<Double> rates = new ArrayList<>();
    ClosedLoop loop = opening.open(world);
    try (loop) {
      loop.start();
      watch(loop, bench.choose(5, 3));
      for (int round = 0; round < ROUNDS; round++) {
        rates.add(watch(loop, bench.choose(5, 2)));
      }
    }
    if (loop.failure().isPresent()) {
      throw new FigureRefused(loop.failure().get());
    }
    bench.say("%s: %d events are in; what is left of them is worked off.", name, loop.sent());
    long began = System.nanoTime();
    world.awaitDrained(REST);
    IntakeCheck.of(before, world.scrape(), loop.sent(), loop.accepted()).require();
    results.putMedian(value, rates);
    results.put(value.replaceAll("(events|records)_per_s", "drain_s"), seconds(began));
    results.setting(name, setting + ", " + ROUNDS + " rounds");
  }

  private static double watch(ClosedLoop loop, int seconds) {
    long began = System.nanoTime();
    long before = loop.accepted();
    long end = began + (long) (seconds * NANOS);
    while (loop.goesOn() && System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    return (loop.accepted() - before) / seconds(began);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / NANOS;
  }
}
