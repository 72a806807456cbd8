package midgard.service.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The seconds of a session's own time, as events of the session's server. */
final class SecondTicks {
  private static final long SECOND = 1000;

  private final String prefix;
  private String server = "default";
  private long lastTick = Long.MIN_VALUE;

  /**
   * @param prefix keeps the ticks of one feeding apart from another's
   */
  SecondTicks(String prefix) {
    this.prefix = prefix;
  }

  /** Notes which server the session is from: ticks of another one would not keep their order. */
  void from(ObjectNode event) {
    if (lastTick == Long.MIN_VALUE && event.path("server_id").isTextual()) {
      server = event.get("server_id").textValue();
    }
  }

  /** The next second that must have ticked before this instant, ms UTC; -1 when none is left. */
  long nextUpTo(long time) {
    long next =
        lastTick == Long.MIN_VALUE ? Math.floorDiv(time, SECOND) * SECOND : lastTick + SECOND;
    return next <= time ? next : -1;
  }

  /** Makes the tick of a second. */
  ObjectNode tick(long second) {
    lastTick = second;
    ObjectNode tick = JsonNodeFactory.instance.objectNode();
    tick.put("event_type", "clock_tick");
    tick.put("timestamp", second);
    tick.put("event_id", prefix + "clock-" + second + "-" + server.hashCode());
    tick.put("server_id", server);
    return tick;
  }
}
