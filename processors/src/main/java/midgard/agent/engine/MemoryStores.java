package midgard.agent.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stores in memory, sorted: for replay and for tests of rules. */
public final class MemoryStores implements Stores {
  private record WindowKey(String key, long start) implements Comparable<WindowKey> {
    @Override
    public int compareTo(WindowKey other) {
      int byKey = key.compareTo(other.key);
      return byKey != 0 ? byKey : Long.compare(start, other.start);
    }
  }

  private final SortedMap<String, SortedMap<String, byte[]>> states = new TreeMap<>();
  private final SortedMap<String, SortedMap<WindowKey, byte[]>> windows = new TreeMap<>();
  private final TreeSet<Timer> timers = new TreeSet<>();
  private long lastTick;

  @Override
  public Optional<byte[]> state(String store, String key) {
    SortedMap<String, byte[]> states = this.states.get(store);
    return states == null ? Optional.empty() : Optional.ofNullable(states.get(key));
  }

  @Override
  public void putState(String store, String key, byte[] state) {
    states.computeIfAbsent(store, s -> new TreeMap<>()).put(key, state);
  }

  @Override
  public void removeState(String store, String key) {
    SortedMap<String, byte[]> states = this.states.get(store);
    if (states != null) {
      states.remove(key);
    }
  }

  @Override
  public void putWindow(String store, String key, long windowStart, byte[] window) {
    windows
        .computeIfAbsent(store, s -> new TreeMap<>())
        .put(new WindowKey(key, windowStart), window);
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
    List<Timer> due = new ArrayList<>();
    for (Timer timer : timers) {
      if (timer.due() > upTo || due.size() == limit) {
        break;
      }
      due.add(timer);
    }
    return due;
  }

  @Override
  public long lastTick() {
    return lastTick;
  }

  @Override
  public void setLastTick(long time) {
    lastTick = time;
  }

  /** All states of a store by key, to be read only. */
  public SortedMap<String, byte[]> states(String store) {
    return Collections.unmodifiableSortedMap(states.getOrDefault(store, new TreeMap<>()));
  }

  /** Everything that is kept, as sorted lines with the bytes in hexadecimal: for comparisons. */
  public List<String> dump() {
    return dump(0);
  }

  /**
   * The same without the first bytes of every value: without the schema ids, which differ between
   * installations, a dump is a function of the log alone.
   *
   * @param skipped bytes that every value has at least
   */
  public List<String> dump(int skipped) {
    List<String> lines = new ArrayList<>();
    states.forEach(
        (store, states) ->
            states.forEach((key, state) -> lines.add(line(store + " " + key, state, skipped))));
    windows.forEach(
        (store, windows) ->
            windows.forEach(
                (key, window) ->
                    lines.add(line(store + " " + key.key() + "@" + key.start(), window, skipped))));
    timers.forEach(timer -> lines.add("timer " + timer));
    lines.add("tick " + lastTick);
    return lines;
  }

  private static String line(String what, byte[] value, int skipped) {
    return what + " " + HexFormat.of().formatHex(value, skipped, value.length);
  }
}
