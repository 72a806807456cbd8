package midgard.topology.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.agent.WindowSeries;
import midgard.schemas.Domain;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;
import midgard.topology.DomainKeys;
import midgard.topology.StoreNames;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Reads the materialized state of this instance. What it reads may not be committed yet; since
 * state is a function of a durable log, it is what would come out again after a crash.
 */
public final class Queries {
  private final KafkaStreams streams;
  private final OpenStores open;
  private final Topics topics;
  private final SchemaIds ids;
  private final Map<Class<?>, AvroCodec<?>> codecs = new ConcurrentHashMap<>();

  public Queries(KafkaStreams streams, OpenStores open, Topics topics, SchemaIds ids) {
    this.streams = streams;
    this.open = open;
    this.topics = topics;
    this.ids = ids;
  }

  /**
   * The state of a key; empty when no rule ever changed it.
   *
   * @throws WorldNotReady while the state is being restored or has moved
   */
  public <S extends SpecificRecord> Optional<S> state(StateOf<S> of, String key) {
    ReadOnlyKeyValueStore<Bytes, byte[]> store = states(of.domain(), partition(of.domain(), key));
    Bytes stored = DomainKeys.state(of.id(), key);
    return guarded(() -> Optional.ofNullable(store.get(stored)).map(codec(of.type())::decode));
  }

  /**
   * Every state of an agent that this process has, by key, sorted. For agents that keep few.
   *
   * @throws WorldNotReady as {@link #state}
   */
  public <S extends SpecificRecord> Map<String, S> all(StateOf<S> of) {
    ReadOnlyKeyValueStore<Bytes, byte[]> store =
        guarded(
            () ->
                streams.store(
                    StoreQueryParameters.fromNameAndType(
                        StoreNames.states(of.domain()), QueryableStoreTypes.keyValueStore())));
    AvroCodec<S> codec = codec(of.type());
    return guarded(
        () -> {
          Map<String, S> states = new TreeMap<>();
          try (KeyValueIterator<Bytes, byte[]> all =
              store.prefixScan(DomainKeys.statesOf(of.id()), new BytesSerializer())) {
            while (all.hasNext()) {
              KeyValue<Bytes, byte[]> state = all.next();
              String key = DomainKeys.ofState(state.key.get())[1];
              if (!key.equals(Shared.KEY)) {
                states.put(key, codec.decode(state.value));
              }
            }
          }
          return states;
        });
  }

  /**
   * What the keys of an agent share in its first partition.
   *
   * @throws WorldNotReady as {@link #state}
   */
  public <X extends SpecificRecord> Optional<X> shared(StateOf<?> of, Class<X> type) {
    ReadOnlyKeyValueStore<Bytes, byte[]> store = states(of.domain(), 0);
    Bytes stored = DomainKeys.state(of.id(), Shared.KEY);
    return guarded(() -> Optional.ofNullable(store.get(stored)).map(codec(type)::decode));
  }

  /**
   * The closed windows of a key that start within a time, oldest first.
   *
   * @param from first start, ms UTC, inclusive
   * @param to last start, ms UTC, inclusive
   * @throws WorldNotReady as {@link #state}
   */
  public <W extends SpecificRecord> List<Windowed<W>> windows(
      WindowSeries<W> series, String key, long from, long to) {
    @SuppressWarnings("unchecked") // As the topology makes them.
    ReadOnlyWindowStore<String, byte[]> store =
        (ReadOnlyWindowStore<String, byte[]>)
            open.of(series.store(), partition(series.domain(), key));
    AvroCodec<W> codec = codec(series.type());
    return guarded(
        () -> {
          List<Windowed<W>> windows = new ArrayList<>();
          try (WindowStoreIterator<byte[]> found =
              store.fetch(key, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))) {
            while (found.hasNext()) {
              KeyValue<Long, byte[]> window = found.next();
              windows.add(new Windowed<>(window.key, codec.decode(window.value)));
            }
          }
          return windows;
        });
  }

  /**
   * The time of the world's last tick, ms UTC; 0 before the first. "Now" for all deadlines.
   *
   * @throws WorldNotReady as {@link #state}
   */
  public long clock() {
    ReadOnlyKeyValueStore<Bytes, byte[]> store = states(Domain.WORLD, 0);
    return guarded(() -> DomainKeys.time(store.get(DomainKeys.TICK)));
  }

  @SuppressWarnings("unchecked") // As the topology makes them.
  private ReadOnlyKeyValueStore<Bytes, byte[]> states(Domain domain, int partition) {
    return (ReadOnlyKeyValueStore<Bytes, byte[]>) open.of(StoreNames.states(domain), partition);
  }

  private int partition(Domain domain, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % topics.inbox(domain).partitions();
  }

  @SuppressWarnings("unchecked")
  private <T extends SpecificRecord> AvroCodec<T> codec(Class<T> type) {
    return (AvroCodec<T>) codecs.computeIfAbsent(type, t -> new AvroCodec<>(type, ids));
  }

  private static <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidStateStoreException e) {
      throw new WorldNotReady(e);
    }
  }
}
