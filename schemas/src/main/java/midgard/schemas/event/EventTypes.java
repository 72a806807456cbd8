package midgard.schemas.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The catalogue's names of event types, and the payload record that stands for each. */
public final class EventTypes {
  private static final Map<String, Schema> BY_NAME = new HashMap<>();
  private static final Map<String, String> NAME_BY_RECORD = new HashMap<>();
  private static final Map<String, Priority> PRIORITIES =
      Map.ofEntries(
          Map.entry("map_change", Priority.low),
          Map.entry("level_up", Priority.low),
          Map.entry("item_drop", Priority.low),
          Map.entry("item_pickup", Priority.low),
          Map.entry("item_change", Priority.low),
          Map.entry("zeny_change", Priority.low),
          Map.entry("chat", Priority.low),
          Map.entry("emote", Priority.low),
          Map.entry("skill_use", Priority.low),
          Map.entry("heartbeat", Priority.low),
          Map.entry("test", Priority.low),
          Map.entry("clock_tick", Priority.low),
          Map.entry("mvp_kill", Priority.high),
          Map.entry("quest_accept", Priority.high),
          Map.entry("quest_complete", Priority.high),
          Map.entry("castle_capture", Priority.high),
          Map.entry("gm_command", Priority.high),
          Map.entry("daily_reset", Priority.urgent));

  static {
    for (Schema record : GameEvent.getClassSchema().getField("payload").schema().getTypes()) {
      String name = record.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
      BY_NAME.put(name, record);
      NAME_BY_RECORD.put(record.getFullName(), name);
    }
  }

  private EventTypes() {}

  /** The type's name in the catalogue, {@code monster_kill} say; a custom event's own name. */
  public static String nameOf(GameEvent event) {
    if (event.getPayload() instanceof Custom custom) {
      return custom.getCustomType();
    }
    return nameOf(((org.apache.avro.generic.GenericContainer) event.getPayload()).getSchema());
  }

  static String nameOf(Schema payload) {
    return NAME_BY_RECORD.get(payload.getFullName());
  }

  /** The payload record for a type's name; empty when the catalogue does not know it. */
  static Optional<Schema> payload(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The catalogue's priority for a type that was sent without one. */
  public static Priority defaultPriority(String name) {
    return PRIORITIES.getOrDefault(name, Priority.normal);
  }
}
