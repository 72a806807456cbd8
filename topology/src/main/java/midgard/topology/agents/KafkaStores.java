package midgard.topology.agents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.WindowSeries;
import midgard.agent.engine.Stores;
import midgard.agent.engine.Timer;
import midgard.schemas.Domain;
import midgard.topology.DomainKeys;
import midgard.topology.StoreNames;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/** The engine's stores as Kafka Streams keeps them for one partition. */
final class KafkaStores implements Stores {
  private static final String NO_KEY = "none";
  private static final long UNKNOWN = Long.MIN_VALUE;

  /** For each partition of a domain. */
  private static final long RECENT_BYTES = 8L * 1024 * 1024;

  private static final int TIMERS_IN_MEMORY = 16_384;

  private final KeyValueStore<Bytes, byte[]> states;
  private final RecentStates recent = new RecentStates(RECENT_BYTES);
  private final Map<String, WindowStore<String, byte[]>> windows = new HashMap<>();
  private final PendingTimers timers;
  private long lastTick = UNKNOWN;

  KafkaStores(Domain domain, List<Agent<?>> agents, ProcessorContext<?, ?> context) {
    for (Agent<?> agent : agents) {
      if (agent.domain() == domain) {
        for (WindowSeries<?> series : agent.windowSeries()) {
          windows.put(series.store(), context.getStateStore(series.store()));
        }
      }
    }
    states = context.getStateStore(StoreNames.states(domain));
    timers = new PendingTimers(states, TIMERS_IN_MEMORY);
  }

  /** Those of Kafka Streams, for readers. */
  List<StateStore> all() {
    List<StateStore> all = new ArrayList<>(windows.values());
    all.add(states);
    return all;
  }

  /**
   * Deletions of keys that do not exist, one per store; see {@link midgard.topology.FirstWrite}.
   */
  List<Runnable> tombstones() {
    List<Runnable> all = new ArrayList<>();
    all.add(() -> states.delete(Bytes.wrap(NO_KEY.getBytes(StandardCharsets.UTF_8))));
    windows.values().forEach(store -> all.add(() -> store.put(NO_KEY, null, 0)));
    return all;
  }

  @Override
  public Optional<byte[]> state(String store, String key) {
    return recent.get(
        store, key, () -> Optional.ofNullable(states.get(DomainKeys.state(store, key))));
  }

  @Override
  public void putState(String store, String key, byte[] state) {
    states.put(DomainKeys.state(store, key), state);
    recent.put(store, key, state);
  }

  @Override
  public void removeState(String store, String key) {
    states.delete(DomainKeys.state(store, key));
    recent.remove(store, key);
  }

  @Override
  public void putWindow(String store, String key, long windowStart, byte[] window) {
    windows.get(store).put(key, window, windowStart);
  }

  @Override
  public void addTimer(Timer timer) {
    timers.add(timer);
  }

  @Override
  public void removeTimer(Timer timer) {
    timers.remove(timer);
  }

  @Override
  public List<Timer> dueTimers(long upTo, int limit) {
    return timers.due(upTo, limit);
  }

  @Override
  public long lastTick() {
    if (lastTick == UNKNOWN) {
      lastTick = DomainKeys.time(states.get(DomainKeys.TICK));
    }
    return lastTick;
  }

  @Override
  public void setLastTick(long time) {
    states.put(DomainKeys.TICK, DomainKeys.time(time));
    lastTick = time;
  }
}
