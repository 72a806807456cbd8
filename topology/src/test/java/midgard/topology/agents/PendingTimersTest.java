package midgard.topology.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.engine.MemoryStores;
import midgard.agent.engine.Timer;
import midgard.topology.DomainKeys;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

class PendingTimersTest {
  private static final int CAPACITY = 3;
  private static final int AT_ONCE = 2;

  private KeyValueStore<Bytes, byte[]> store;

  /** What happens to timers: some are set, a tick fires those that are due, the world restarts. */
  private record Step(List<Timer> set, long tick, boolean restart) {}

  @BeforeTry
  void emptyStore() {
    store = Stores.inMemoryKeyValueStore("states").get();
    store.put(DomainKeys.TICK, DomainKeys.time(7));
    store.put(DomainKeys.state("karma-player", "1"), new byte[] {1});
  }

  private static Timer timer(long due, String key, String event) {
    return new Timer(due, "karma-player", key, "wake", event);
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Timer> timer =
        Combinators.combine(
                Arbitraries.longs().between(0, 40),
                Arbitraries.of("1", "2", "ä", "\uD83D\uDC09"),
                Arbitraries.of("first", "second"))
            .as(PendingTimersTest::timer);
    return Combinators.combine(
            timer.list().ofMaxSize(8),
            Arbitraries.longs().between(0, 40),
            Arbitraries.of(true, false, false))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 500)
  void shouldFireWhatMemoryWouldWhenMoreAreSetThanItHolds(@ForAll("lives") List<Step> life) {
    MemoryStores model = new MemoryStores();
    PendingTimers timers = new PendingTimers(store, CAPACITY);
    for (Step step : life) {
      if (step.restart()) {
        timers = new PendingTimers(store, CAPACITY);
      }
      for (Timer timer : step.set()) {
        model.addTimer(timer);
        timers.add(timer);
      }

      assertThat(texts(fire(timers, step.tick()))).isEqualTo(texts(fire(model, step.tick())));
    }
    assertThat(texts(stored())).isEqualTo(texts(fire(model, Long.MAX_VALUE)));
  }

  @Example
  void shouldNotLookIntoTheStoreWhenATimerIsWishedForAgain() {
    PendingTimers timers = new PendingTimers(store, CAPACITY);
    timers.add(timer(5, "1", "first"));
    Bytes key = DomainKeys.timer(timer(5, "1", "first"));
    store.delete(key);

    timers.add(timer(5, "1", "second"));

    assertThat(store.get(key)).isNull();
  }

  /** With the event, which tells timers not apart but belongs to what has to come out. */
  private static List<String> texts(List<Timer> timers) {
    return timers.stream().map(timer -> timer + " " + timer.event()).toList();
  }

  private static List<Timer> fire(PendingTimers timers, long tick) {
    List<Timer> fired = new ArrayList<>();
    List<Timer> due = timers.due(tick, AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(timers::remove);
      fired.addAll(due);
      due = timers.due(tick, AT_ONCE);
    }
    return fired;
  }

  private static List<Timer> fire(MemoryStores model, long tick) {
    List<Timer> due = model.dueTimers(tick, Integer.MAX_VALUE);
    due.forEach(model::removeTimer);
    return due;
  }

  private List<Timer> stored() {
    List<Timer> stored = new ArrayList<>();
    try (var all = store.range(null, DomainKeys.END_OF_TIMERS)) {
      all.forEachRemaining(next -> stored.add(DomainKeys.timer(next.key.get(), next.value)));
    }
    return stored;
  }
}
