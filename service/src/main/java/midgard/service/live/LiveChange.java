package midgard.service.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import midgard.schemas.change.Change;
import midgard.service.http.Row;
import org.apache.avro.generic.IndexedRecord;

/**
 * A change on its way to who listens.
 *
 * @param partition of world.changes
 * @param offset in that partition; by both a listener tells a repeat
 * @param table whose row it is
 * @param text the message as JSON
 */
public record LiveChange(int partition, long offset, String table, String text) {
  /** What every player earns and spends is nobody else's business. */
  private static final Set<String> PRIVATE_TABLES = Set.of("zeny_ledger");

  static LiveChange of(int partition, long offset, Change change) {
    IndexedRecord body = (IndexedRecord) change.getBody();
    String table = body.getSchema().getProp("table");
    ObjectNode cause = JsonNodeFactory.instance.objectNode();
    cause.put("topic", change.getCause().getTopic());
    cause.put("partition", change.getCause().getPartition());
    cause.put("offset", change.getCause().getOffset());
    cause.put("event_id", change.getCause().getEventId());
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("agent", change.getAgent());
    data.put("domain", change.getDomain());
    data.put("key", change.getKey());
    data.put("table", table);
    data.set("row", Row.of(body));
    data.set("cause", cause);
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "change");
    message.put("id", partition + "-" + offset);
    message.put("timestamp", Instant.ofEpochMilli(change.getTime()).toString());
    message.set("data", data);
    return new LiveChange(partition, offset, table, message.toString());
  }

  /** Whether everybody may see it. */
  boolean isPublic() {
    return !PRIVATE_TABLES.contains(table);
  }
}
