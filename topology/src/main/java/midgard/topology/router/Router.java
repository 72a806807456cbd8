package midgard.topology.router;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.event.ClockTick;
import midgard.schemas.event.EventIdentity;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventRules;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.router.BootState;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaRegistryException;
import midgard.schemas.serde.WireFormat;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.topology.ClockSource;
import midgard.topology.DeadLetters;
import midgard.topology.FirstWrite;
import midgard.topology.StoreNames;
import midgard.topology.receipt.AppliedOffsets;
import midgard.topology.receipt.Receipts;
import midgard.topology.receipt.Verdict;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * From {@code game.events} into the inboxes: validates, discards repeats, finds the keys that an
 * event concerns. Takes Avro in the wire format and the catalogue's JSON. What cannot be taken in
 * goes to the dead letters whole.
 */
public final class Router implements Processor<byte[], byte[], byte[], byte[]> {
  /** An event further ahead of its arrival than this has a wrong clock or a wrong unit. */
  static final Duration MAX_AHEAD = Duration.ofHours(24);

  private static final String NO_KEY = "none";

  private final Topics topics;
  private final Routes routes;
  private final ClockSource clock;
  private final AvroCodec<BootState> bootCodec;
  private final String bootSubject;
  private final AppliedOffsets applied;
  private final Receipts receipts;
  private final RouterMeters meters;
  private final DeadLetters deadLetters;
  private final Map<Domain, String> inboxes = new EnumMap<>(Domain.class);
  private ProcessorContext<byte[], byte[]> context;
  private Duplicates duplicates;

  public Router(
      Topics topics,
      Routes routes,
      ClockSource clock,
      AvroCodec<BootState> bootCodec,
      String bootSubject,
      AppliedOffsets applied,
      Receipts receipts,
      RouterMeters meters) {
    this.topics = topics;
    this.routes = routes;
    this.clock = clock;
    this.bootCodec = bootCodec;
    this.bootSubject = bootSubject;
    this.applied = applied;
    this.receipts = receipts;
    this.meters = meters;
    this.deadLetters = new DeadLetters(topics.deadLetters());
    for (Domain domain : Domain.values()) {
      inboxes.put(domain, StoreNames.toInbox(domain));
    }
  }

  /**
   * An event, with its bytes where these are what the world would write of it.
   *
   * @param written null for JSON, for Avro of another schema, and when the id came from here
   */
  private record Arrival(GameEvent event, byte[] written) {
    byte[] message(Cause cause, Topic<InboxMessage> inbox) {
      return written != null
          ? Envelope.around(written, event.getTimestamp(), cause, inbox)
          : inbox
              .value()
              .serializer()
              .serialize(
                  inbox.name(), new InboxMessage(event.getTimestamp(), cause, null, null, event));
    }
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    KeyValueStore<String, byte[]> boots = context.getStateStore(StoreNames.ROUTER_BOOTS);
    KeyValueStore<Bytes, Long> ranges = context.getStateStore(StoreNames.ROUTER_RANGES);
    WindowStore<String, byte[]> ids = context.getStateStore(StoreNames.ROUTER_IDS);
    duplicates = new Duplicates(boots, ranges, ids, bootCodec, bootCodec.idFor(bootSubject));
    FirstWrite.schedule(
        context,
        List.of(
            () -> boots.delete(NO_KEY),
            () -> ranges.delete(Bytes.wrap(NO_KEY.getBytes(StandardCharsets.UTF_8))),
            () -> ids.put(NO_KEY, null, 0)));
    meters.missingIn(context.taskId().partition(), duplicates::missing);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    try {
      Arrival arrival = read(record.value());
      GameEvent event = arrival.event();
      if (event.getPayload() instanceof ClockTick) {
        tick(event, record, at);
      } else if (!Arrays.equals(record.key(), key(event))) {
        rekey(event, record);
      } else {
        route(arrival, record, at);
      }
    } catch (EventRejected e) {
      meters.rejected();
      context.forward(
          deadLetters.of(
              record, at, e.code().name().toLowerCase(Locale.ROOT), e.getMessage(), null),
          StoreNames.DEAD_LETTERS_OF_ROUTER);
      receipts.judged(record.headers(), Verdict.rejected(e.getMessage()), 0);
    }
    applied.advance(new TopicPartition(at.topic(), at.partition()), at.offset());
  }

  private Arrival read(byte[] value) throws EventRejected {
    if (value == null || value.length == 0) {
      throw new EventRejected(EventRejected.Code.MALFORMED, "The record has no value.");
    }
    GameEvent event;
    if (value[0] == 0) {
      event = readAvro(value);
      EventRules.check(event);
    } else {
      event = EventJson.read(value);
    }
    if (event.getEventId().isEmpty()) {
      event.setEventId(EventIdentity.ofContent(event));
      return new Arrival(event, null);
    }
    OptionalInt schema = WireFormat.schemaId(value);
    Topic<GameEvent> topic = topics.gameEvents();
    boolean today = schema.isPresent() && schema.getAsInt() == topic.value().id(topic.name());
    return new Arrival(event, today ? value : null);
  }

  private GameEvent readAvro(byte[] value) throws EventRejected {
    if (value.length > EventRules.MAX_EVENT_BYTES) {
      throw new EventRejected(
          EventRejected.Code.TOO_LARGE,
          "The event has %d bytes; at most %d are taken."
              .formatted(value.length, EventRules.MAX_EVENT_BYTES));
    }
    try {
      return topics.gameEvents().value().deserializer().deserialize(null, value);
    } catch (SchemaRegistryException e) {
      if (e.passing()) {
        // Not the event's fault: the record is worked off again when the registry is back.
        throw e;
      }
      throw new EventRejected(EventRejected.Code.MALFORMED, e.getMessage());
    } catch (SerializationException e) {
      throw new EventRejected(EventRejected.Code.MALFORMED, e.getMessage());
    }
  }

  private static byte[] key(GameEvent event) {
    return event.getServerId().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A server's events must lie in one partition, or its sequence could not be checked. An event
   * that was logged under another key goes back into the log under the right one.
   */
  private void rekey(GameEvent event, Record<byte[], byte[]> record) {
    meters.rekeyed();
    Topic<GameEvent> topic = topics.gameEvents();
    byte[] bytes = topic.value().serializer().serialize(topic.name(), event);
    context.forward(record.withKey(key(event)).withValue(bytes), StoreNames.BACK_TO_GAME_EVENTS);
  }

  private void route(Arrival arrival, Record<byte[], byte[]> record, RecordMetadata at)
      throws EventRejected {
    GameEvent event = arrival.event();
    if (clock == ClockSource.WALL
        && event.getTimestamp() > record.timestamp() + MAX_AHEAD.toMillis()) {
      throw new EventRejected(
          EventRejected.Code.FROM_THE_FUTURE,
          "timestamp is %d ms, which is more than 24 hours after its arrival at %d ms; send seconds or milliseconds since 1970."
              .formatted(event.getTimestamp(), record.timestamp()));
    }
    if (!duplicates.isNews(event, record.timestamp())) {
      meters.duplicate();
      receipts.judged(record.headers(), Verdict.DUPLICATE, 0);
      return;
    }
    meters.accepted();
    List<Routes.Destination> destinations = routes.of(event);
    receipts.judged(record.headers(), Verdict.ACCEPTED, destinations.size());
    if (destinations.isEmpty()) {
      return;
    }
    Cause cause = new Cause(at.topic(), at.partition(), at.offset(), event.getEventId());
    byte[] bytes = null;
    int schema = -1;
    for (Routes.Destination destination : destinations) {
      Topic<InboxMessage> inbox = topics.inbox(destination.domain());
      int id = inbox.value().id(inbox.name());
      if (id != schema) {
        bytes = arrival.message(cause, inbox);
        schema = id;
      }
      context.forward(
          record.withKey(destination.key().getBytes(StandardCharsets.UTF_8)).withValue(bytes),
          inboxes.get(destination.domain()));
    }
  }

  private void tick(GameEvent event, Record<byte[], byte[]> record, RecordMetadata at)
      throws EventRejected {
    if (clock != ClockSource.FEED) {
      throw new EventRejected(
          EventRejected.Code.NOT_ACCEPTED,
          "clock_tick is taken only when CLOCK_SOURCE=feed; this world has the wall's clock.");
    }
    Cause cause =
        new Cause(at.topic(), at.partition(), at.offset(), "tick-" + event.getTimestamp());
    Ticks.forward(
        context,
        topics,
        new InboxMessage(event.getTimestamp(), cause, null, null, new Tick()),
        record);
    receipts.judged(record.headers(), Verdict.ACCEPTED, 0);
  }

  @Override
  public void close() {
    meters.left(context.taskId().partition());
  }
}
