package midgard.bench.faults.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.schemas.Domain;
import midgard.schemas.event.ClockTick;
import midgard.schemas.event.EventIdentity;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventRules;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.schemas.topic.Topic;
import midgard.topology.replay.LogRange;
import midgard.topology.replay.LogRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** Reads the topics of a frozen world. */
final class LogReader {
  private final FrozenWorld world;

  LogReader(FrozenWorld world) {
    this.world = world;
  }

  Logs read() throws InterruptedException {
    Map<TopicPartition, Long> committed = world.log().committed(world.applicationId());
    return new Logs(
        events(),
        Arrays.stream(Domain.values()).flatMap(d -> inbox(d).stream()).toList(),
        values(world.topics().worldChanges()),
        values(world.topics().gameActions()),
        values(world.topics().deadLetters()),
        committed);
  }

  /** Every record as it lies in the log. */
  List<LogRecord> raw(List<String> topics) {
    List<LogRecord> found = new ArrayList<>();
    world.log().read(topics, LogRange.ALL, found::add);
    return found;
  }

  private List<Logged<InboxMessage>> inbox(Domain domain) {
    return values(world.topics().inbox(domain));
  }

  private <T extends SpecificRecord> List<Logged<T>> values(Topic<T> topic) {
    List<Logged<T>> found = new ArrayList<>();
    for (LogRecord record : raw(List.of(topic.name()))) {
      record
          .value()
          .flatMap(bytes -> value(topic, bytes))
          .ifPresent(value -> found.add(Logged.of(record, value)));
    }
    return found;
  }

  private static <T extends SpecificRecord> Optional<T> value(Topic<T> topic, byte[] bytes) {
    try {
      return Optional.of(topic.value().deserializer().deserialize(topic.name(), bytes));
    } catch (SchemaRegistryException e) {
      if (e.passing()) {
        throw e;
      }
      return Optional.empty();
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  private List<Logged<GameEvent>> events() {
    List<Logged<GameEvent>> found = new ArrayList<>();
    for (LogRecord record : raw(List.of(world.topics().gameEvents().name()))) {
      record
          .value()
          .flatMap(this::event)
          .filter(event -> !(event.getPayload() instanceof ClockTick))
          .filter(event -> isKeyed(record, event))
          .ifPresent(event -> found.add(Logged.of(record, event)));
    }
    return found;
  }

  private static boolean isKeyed(LogRecord record, GameEvent event) {
    byte[] server = event.getServerId().getBytes(StandardCharsets.UTF_8);
    return record.key().filter(key -> Arrays.equals(key, server)).isPresent();
  }

  private Optional<GameEvent> event(byte[] bytes) {
    try {
      Optional<GameEvent> event =
          bytes.length > 0 && bytes[0] == 0
              ? value(world.topics().gameEvents(), bytes)
              : Optional.of(EventJson.read(bytes));
      if (event.isPresent()) {
        EventRules.check(event.get());
        if (event.get().getEventId().isEmpty()) {
          event.get().setEventId(EventIdentity.ofContent(event.get()));
        }
      }
      return event;
    } catch (EventRejected e) {
      return Optional.empty();
    }
  }
}
