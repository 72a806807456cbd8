package midgard.bench.faults.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.feed.FedEvent;

/**
 * The clock of the game server jumps by hours, ahead and back, and its ticks with it; the world is
 * killed in between, since it must not matter.
 */
public final class ClockJumps implements Scenario {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How far the clock is off, in each of as many equal parts of the feed. */
  private static final List<Duration> OFF =
      List.of(
          Duration.ZERO,
          Duration.ofHours(5),
          Duration.ofHours(-9),
          Duration.ofHours(30),
          Duration.ofHours(-1),
          Duration.ofDays(3),
          Duration.ZERO);

  @Override
  public String name() {
    return "clock-jumps";
  }

  @Override
  public String what() {
    return "ticks and events jump by hours and days, ahead and back; kill -9 in between";
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.USUAL.with(ClockJumps::jumping);
  }

  private static List<FedEvent> jumping(List<FedEvent> events) {
    List<FedEvent> changed = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      Duration off = OFF.get((int) ((long) i * OFF.size() / events.size()));
      changed.add(moved(events.get(i), off.toMillis()));
    }
    return changed;
  }

  private static FedEvent moved(FedEvent event, long by) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(event.json());
      json.put("timestamp", json.get("timestamp").asLong() + by);
      return new FedEvent(event.id(), event.player(), event.tick(), json.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An event of the session is no JSON: " + event.json(), e);
    }
  }

  @Override
  public void strike(Run run) throws Exception {
    double moment = run.moments(1, 0.4, 0.7).get(0);
    run.feed().awaitShare(moment, PATIENCE);
    run.world().kill();
    run.note("killed at %.1f %% of the feed".formatted(100 * moment));
    run.world().startAndAwaitReady();
  }
}
