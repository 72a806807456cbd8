package midgard.service.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import midgard.agent.StateOf;
import midgard.agent.WindowSeries;
import midgard.topology.query.Queries;
import midgard.topology.query.Windowed;
import org.apache.avro.specific.SpecificRecord;

/** The running world as the read endpoints see it. Every read fails while it is not ready. */
public final class WorldReads {
  private final Supplier<Queries> queries;
  private final Clock clock;

  /**
   * @param queries throws while the world has not been started
   * @param clock of the computer, for a world whose own clock has not ticked yet
   */
  public WorldReads(Supplier<Queries> queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  <S extends SpecificRecord> Optional<S> state(StateOf<S> of, String key) {
    return queries.get().state(of, key);
  }

  /** All states of an agent that this process has, by key. */
  <S extends SpecificRecord> Map<String, S> all(StateOf<S> of) {
    return queries.get().all(of);
  }

  /** What an agent's keys share; empty when nothing ever changed it. */
  <X extends SpecificRecord> Optional<X> shared(StateOf<?> of, Class<X> type) {
    return queries.get().shared(of, type);
  }

  /** Closed windows that start from {@code from} to {@code to}, both inclusive, ms UTC. */
  <W extends SpecificRecord> List<W> windows(
      WindowSeries<W> series, String key, long from, long to) {
    return queries.get().windows(series, key, from, to).stream().map(Windowed::window).toList();
  }

  /** The world's own time, by which deadlines are judged: that of its last tick, ms UTC. */
  long worldTime() {
    long tick = queries.get().clock();
    return tick == 0 ? clock.millis() : tick;
  }

  /** The computer's time, to put on an answer. */
  Instant now() {
    return clock.instant();
  }
}
