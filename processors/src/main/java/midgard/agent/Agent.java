package midgard.agent;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import midgard.schemas.Domain;
import org.apache.avro.specific.SpecificRecord;

/**
 * Rules over one domain's inbox, with one state per key. An agent says in its constructor what it
 * reacts to; everything else (fetching, storing, forwarding, timers, causes, failures) is done for
 * it, live and in replay alike.
 *
 * <p>Rules are pure: what they know is the message, the state and the {@link Context}; what they do
 * is change the state that the context gives them and call the context's effects. No clock, no
 * other randomness, no input or output, no static state, no iteration over unordered maps.
 *
 * <p>An agent that works in several domains is several of these with one {@link AgentName}.
 *
 * @param <S> the state; what the agent did not touch is neither read nor written
 */
public abstract class Agent<S extends SpecificRecord> {

  /** A rule for one kind of message. */
  @FunctionalInterface
  public interface Rule<M, S extends SpecificRecord> {
    void apply(M message, Context<S> context);
  }

  /** A rule for a time that has come; {@code due} is the instant that was asked for, in ms UTC. */
  @FunctionalInterface
  public interface TimerRule<S extends SpecificRecord> {
    void apply(long due, Context<S> context);
  }

  /** A rule for a job of the clock. */
  @FunctionalInterface
  public interface JobRule<S extends SpecificRecord> {
    void apply(Context<S> context);
  }

  /**
   * A rule for what is told to every partition: it may only change what the agent's keys share.
   * Effects would be carried out once per partition, so there are none.
   */
  @FunctionalInterface
  public interface BroadcastRule<M, X extends SpecificRecord> {
    void apply(M message, X shared);
  }

  /** A job of the world's clock. */
  public record Job<S extends SpecificRecord>(String name, Schedule schedule, JobRule<S> rule) {}

  private record Broadcast(Object rule) {}

  private final StateOf<S> handle;
  private final String id;
  private final Map<Class<?>, Rule<?, S>> rules = new LinkedHashMap<>();
  private final Map<Class<?>, Broadcast> broadcasts = new LinkedHashMap<>();
  private final Map<String, TimerRule<S>> timers = new LinkedHashMap<>();
  private final List<Job<S>> jobs = new ArrayList<>();
  private final List<WindowSeries<?>> series = new ArrayList<>();
  private Shared<?> shared;

  /**
   * @param handle who this is and what it keeps; usually a public constant of the agent, by which
   *     its states are asked for
   */
  protected Agent(StateOf<S> handle) {
    this.handle = handle;
    this.id = handle.id();
  }

  /** Reacts to a game event by its payload, or to a signal or command by its record. */
  protected final <M extends SpecificRecord> void on(Class<M> message, Rule<M, S> rule) {
    if (rules.put(message, rule) != null) {
      throw new IllegalArgumentException(id() + " has two rules for " + message.getSimpleName());
    }
  }

  /** Reacts to the timers of this name that {@link Context#wakeAt} set. */
  protected final void onTimer(String timer, TimerRule<S> rule) {
    timers.put(timer, rule);
  }

  /** Runs every day at a time of the world's zone, and once when the world is new. World only. */
  protected final void daily(String job, LocalTime at, JobRule<S> rule) {
    job(job, new Schedule.Daily(at), rule);
  }

  /** Runs whenever so much time has passed, counted from 1970, at the tick that passes it. */
  protected final void every(String job, Duration period, JobRule<S> rule) {
    job(job, new Schedule.Every(period), rule);
  }

  private void job(String job, Schedule schedule, JobRule<S> rule) {
    if (domain() != Domain.WORLD) {
      throw new IllegalArgumentException(
          id()
              + ": jobs run on the world's key; other keys use timers, so that nothing is scanned");
    }
    jobs.add(new Job<>(job, schedule, rule));
  }

  /** Declares what the agent's keys of one partition share; told by broadcasts. */
  protected final <X extends SpecificRecord> Shared<X> share(Class<X> type, Supplier<X> initial) {
    Shared<X> declared = new Shared<>(type, initial);
    shared = declared;
    return declared;
  }

  /** Reacts to a broadcast. */
  protected final <M extends SpecificRecord, X extends SpecificRecord> void onBroadcast(
      Shared<X> shared, Class<M> message, BroadcastRule<M, X> rule) {
    if (shared != this.shared) {
      throw new IllegalArgumentException(id() + " does not share " + shared.type().getSimpleName());
    }
    broadcasts.put(message, new Broadcast(rule));
  }

  /** Declares a series of closed windows that this agent writes. */
  protected final void writes(WindowSeries<?> windows) {
    series.add(windows);
  }

  public final StateOf<S> handle() {
    return handle;
  }

  public final AgentName name() {
    return handle.name();
  }

  public final Domain domain() {
    return handle.domain();
  }

  /** Unique among all agents, and the name of the store that holds the states. */
  public final String id() {
    return id;
  }

  /** The state of a key that was never touched. */
  public final S initialState() {
    return handle.initial();
  }

  /** The messages that the rules are for. */
  public final List<Class<?>> reactsTo() {
    return List.copyOf(rules.keySet());
  }

  public final List<Job<S>> jobs() {
    return List.copyOf(jobs);
  }

  public final List<WindowSeries<?>> windowSeries() {
    return List.copyOf(series);
  }

  public final Optional<Shared<?>> shared() {
    return Optional.ofNullable(shared);
  }

  /** The rule for a message; empty when the agent does not care. For the engine. */
  @SuppressWarnings("unchecked")
  public final Optional<Rule<Object, S>> ruleFor(Class<?> message) {
    return Optional.ofNullable((Rule<Object, S>) rules.get(message));
  }

  /** The rule for a timer. For the engine. */
  public final Optional<TimerRule<S>> timerRule(String timer) {
    return Optional.ofNullable(timers.get(timer));
  }

  /** The rule for a broadcast. For the engine. */
  @SuppressWarnings("unchecked")
  public final Optional<BroadcastRule<Object, SpecificRecord>> broadcastRule(Class<?> message) {
    return Optional.ofNullable(broadcasts.get(message))
        .map(broadcast -> (BroadcastRule<Object, SpecificRecord>) broadcast.rule());
  }
}
