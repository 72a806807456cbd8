package midgard.topology.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.engine.MemoryStores;
import midgard.agent.engine.Stores;
import midgard.agent.engine.Timer;
import midgard.topology.replay.Turn.Written;

/** Stores in memory that remember what the message at work wrote. */
final class RecordingStores implements Stores {
  private static final byte[] NOTHING = {};

  private final MemoryStores memory = new MemoryStores();
  private List<Written> written = List.of();

  /** What was written since it was last asked. */
  List<Written> takeWritten() {
    List<Written> taken = written;
    written = List.of();
    return taken;
  }

  private void remember(Written one) {
    if (written.isEmpty()) {
      written = new ArrayList<>(4);
    }
    written.add(one);
  }

  MemoryStores memory() {
    return memory;
  }

  @Override
  public Optional<byte[]> state(String store, String key) {
    return memory.state(store, key);
  }

  @Override
  public void putState(String store, String key, byte[] state) {
    remember(new Written(store, key, Long.MIN_VALUE, state));
    memory.putState(store, key, state);
  }

  @Override
  public void removeState(String store, String key) {
    remember(new Written(store, key, Long.MIN_VALUE, NOTHING));
    memory.removeState(store, key);
  }

  @Override
  public void putWindow(String store, String key, long windowStart, byte[] window) {
    remember(new Written(store, key, windowStart, window));
    memory.putWindow(store, key, windowStart, window);
  }

  @Override
  public void addTimer(Timer timer) {
    memory.addTimer(timer);
  }

  @Override
  public void removeTimer(Timer timer) {
    memory.removeTimer(timer);
  }

  @Override
  public List<Timer> dueTimers(long upTo, int limit) {
    return memory.dueTimers(upTo, limit);
  }

  @Override
  public long lastTick() {
    return memory.lastTick();
  }

  @Override
  public void setLastTick(long time) {
    memory.setLastTick(time);
  }
}
