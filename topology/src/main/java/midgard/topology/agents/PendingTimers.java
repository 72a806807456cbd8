package midgard.topology.agents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import midgard.agent.engine.Timer;
import midgard.topology.DomainKeys;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The timers of one partition: all in its store, the earliest of them in memory too. Rules wish for
 * the same timer with each message until it has fired, and a tick asks every partition for what is
 * due: neither looks into the store. For one thread.
 */
final class PendingTimers {
  private final KeyValueStore<Bytes, byte[]> store;
  private final int capacity;
  // Both hold the same: the first says whether one is there, the second which comes first.
  private final Set<Timer> known = new HashSet<>();
  private final TreeSet<Timer> earliest = new TreeSet<>();
  // Of the store's timers, all up to this one are in memory; null: not even the first was read.
  private Timer horizon;
  // No timer lies beyond the horizon.
  private boolean all;

  /**
   * @param capacity how many are kept in memory
   */
  PendingTimers(KeyValueStore<Bytes, byte[]> store, int capacity) {
    this.store = store;
    this.capacity = capacity;
  }

  /** One that is there already stays as it is. */
  void add(Timer timer) {
    if (known.contains(timer)) {
      return;
    }
    readOn();
    Bytes key = DomainKeys.timer(timer);
    if (isBeyondHorizon(timer)) {
      if (store.get(key) == null) {
        store.put(key, timer.eventBytes());
      }
    } else if (known.add(timer)) {
      earliest.add(timer);
      store.put(key, timer.eventBytes());
      makeRoom();
    }
  }

  void remove(Timer timer) {
    store.delete(DomainKeys.timer(timer));
    known.remove(timer);
    earliest.remove(timer);
  }

  /**
   * Those that are due at an instant, earliest first. There may be more when it gives fewer than
   * the limit; none are left when it gives none.
   *
   * @param upTo ms UTC, inclusive
   */
  List<Timer> due(long upTo, int limit) {
    readOn();
    List<Timer> due = new ArrayList<>();
    for (Timer timer : earliest) {
      if (timer.due() > upTo || due.size() == limit) {
        break;
      }
      due.add(timer);
    }
    return due;
  }

  private boolean isBeyondHorizon(Timer timer) {
    return !all && timer.compareTo(horizon) > 0;
  }

  private void makeRoom() {
    if (earliest.size() > capacity) {
      known.remove(earliest.pollLast());
      horizon = earliest.last();
      all = false;
    }
  }

  /** When memory is empty, what the store has beyond the horizon moves in. */
  private void readOn() {
    if (all || !earliest.isEmpty()) {
      return;
    }
    try (KeyValueIterator<Bytes, byte[]> inOrder =
        store.range(afterHorizon(), DomainKeys.END_OF_TIMERS)) {
      while (inOrder.hasNext() && earliest.size() < capacity) {
        KeyValue<Bytes, byte[]> next = inOrder.next();
        horizon = DomainKeys.timer(next.key.get(), next.value);
        earliest.add(horizon);
        known.add(horizon);
      }
      all = !inOrder.hasNext();
    }
  }

  /** So that looking on passes over all that have fired and been deleted. */
  private Bytes afterHorizon() {
    if (horizon == null) {
      return Bytes.wrap(new byte[0]);
    }
    byte[] last = DomainKeys.timer(horizon).get();
    return Bytes.wrap(Arrays.copyOf(last, last.length + 1));
  }
}
