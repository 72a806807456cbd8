package midgard.topology.agents;

import java.nio.ByteBuffer;
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
import midgard.topology.StoreNames;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/** The engine's stores as Kafka Streams keeps them for one partition. */
final class KafkaStores implements Stores {
  private static final String TICK = "tick";
  private static final String NO_KEY = "none";
  private static final byte[] SET = {1};
  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final long NONE = Long.MAX_VALUE;

  private final Map<String, KeyValueStore<String, byte[]>> states = new HashMap<>();
  private final Map<String, WindowStore<String, byte[]>> windows = new HashMap<>();
  private final KeyValueStore<Bytes, byte[]> timers;
  private final KeyValueStore<String, Long> clock;
  // A tick that wakes nobody must not cost a look into the store.
  private long earliest = UNKNOWN;
  private long lastTick = UNKNOWN;
  // All timers up to here have fired; starting there passes over what was deleted below.
  private long firedUpTo;

  KafkaStores(Domain domain, List<Agent<?>> agents, ProcessorContext<?, ?> context) {
    for (Agent<?> agent : agents) {
      if (agent.domain() == domain) {
        states.put(agent.id(), context.getStateStore(agent.id()));
        for (WindowSeries<?> series : agent.windowSeries()) {
          windows.put(series.store(), context.getStateStore(series.store()));
        }
      }
    }
    timers = context.getStateStore(StoreNames.timers(domain));
    clock = context.getStateStore(StoreNames.clock(domain));
  }

  /**
   * Deletions of keys that do not exist, one per store; see {@link midgard.topology.FirstWrite}.
   */
  List<Runnable> tombstones() {
    List<Runnable> all = new ArrayList<>();
    states.values().forEach(store -> all.add(() -> store.delete(NO_KEY)));
    windows.values().forEach(store -> all.add(() -> store.put(NO_KEY, null, 0)));
    all.add(() -> timers.delete(Bytes.wrap(NO_KEY.getBytes(StandardCharsets.UTF_8))));
    all.add(() -> clock.delete(NO_KEY));
    return all;
  }

  @Override
  public Optional<byte[]> state(String store, String key) {
    return Optional.ofNullable(states.get(store).get(key));
  }

  @Override
  public void putState(String store, String key, byte[] state) {
    states.get(store).put(key, state);
  }

  @Override
  public void putWindow(String store, String key, long windowStart, byte[] window) {
    windows.get(store).put(key, window, windowStart);
  }

  @Override
  public void addTimer(Timer timer) {
    timers.put(Bytes.wrap(timer.toBytes()), SET);
    if (earliest != UNKNOWN) {
      earliest = Math.min(earliest, timer.due());
    }
  }

  @Override
  public void removeTimer(Timer timer) {
    timers.delete(Bytes.wrap(timer.toBytes()));
    earliest = UNKNOWN;
  }

  @Override
  public List<Timer> dueTimers(long upTo, int limit) {
    if (earliest != UNKNOWN && earliest > upTo) {
      return List.of();
    }
    List<Timer> due = new ArrayList<>();
    earliest = NONE;
    try (KeyValueIterator<Bytes, byte[]> inOrder = timers.range(from(firedUpTo), null)) {
      while (inOrder.hasNext()) {
        Timer timer = Timer.fromBytes(inOrder.next().key.get());
        if (timer.due() > upTo || due.size() == limit) {
          earliest = timer.due();
          break;
        }
        due.add(timer);
      }
    }
    return due;
  }

  @Override
  public long lastTick() {
    if (lastTick == UNKNOWN) {
      Long stored = clock.get(TICK);
      lastTick = stored == null ? 0 : stored;
    }
    return lastTick;
  }

  private static Bytes from(long due) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(due).array());
  }

  @Override
  public void setLastTick(long time) {
    firedUpTo = lastTick();
    clock.put(TICK, time);
    lastTick = time;
  }
}
