package midgard.service.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a recorded event one that happens now: new ids, so that it is no repeat. */
final class Rewrite {
  private static final int MAX_ID = 64;
  private final Timeline timeline;
  private final String prefix;

  /** For a feeding that starts at this instant, ms UTC. */
  Rewrite(Timeline timeline) {
    this.timeline = timeline;
    this.prefix = "live" + Long.toString(timeline.start(), Character.MAX_RADIX) + "-";
  }

  /** The prefix that a boot id gets; empty for events as recorded. */
  String prefix() {
    return timeline.live() ? prefix : "";
  }

  /** Changes the event in place. */
  void apply(ObjectNode event, long time) {
    if (!timeline.live()) {
      return;
    }
    event.put("timestamp", timeline.stamp(time));
    renew(event, "event_id");
    if (event.get("payload") instanceof ObjectNode payload) {
      renew(payload, "transaction_id");
    }
  }

  private void renew(ObjectNode object, String field) {
    JsonNode id = object.path(field);
    if (id.isTextual() && prefix.length() + id.textValue().length() <= MAX_ID) {
      object.put(field, prefix + id.textValue());
    }
  }
}
