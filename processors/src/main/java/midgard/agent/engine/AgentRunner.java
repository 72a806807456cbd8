package midgard.agent.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import midgard.agent.Agent;
import midgard.agent.Shared;
import midgard.agent.WindowSeries;
import midgard.schemas.serde.AvroCodec;
import org.apache.avro.specific.SpecificRecord;

/**
 * Runs the rules of one agent in one partition, each on its own: a rule that fails leaves no trace.
 */
final class AgentRunner<S extends SpecificRecord> {
  private record Encoding<T extends SpecificRecord>(AvroCodec<T> codec, int id) {
    byte[] encode(T value) {
      return codec.encode(id, value);
    }
  }

  private final Agent<S> agent;
  private final EngineListener.Watch watch;
  private final Encoding<S> states;
  private final byte[] initialState;
  private final LargeStates<S> large;
  private final Map<String, Encoding<?>> windows = new HashMap<>();
  private final Encoding<? extends SpecificRecord> sharedStates;
  private SpecificRecord shared;
  private InboxRecord lastRecord;
  private int turns;

  AgentRunner(Agent<S> agent, EngineConfig config, EngineListener listener) {
    this.agent = agent;
    this.watch = listener.watch(agent);
    this.states = encoding(agent.handle().type(), agent.id(), config);
    this.initialState = states.encode(agent.initialState());
    this.large = new LargeStates<>(states.codec());
    for (WindowSeries<?> series : agent.windowSeries()) {
      windows.put(series.store(), encoding(series.type(), series.store(), config));
    }
    this.sharedStates =
        agent
            .shared()
            .map(shared -> encoding(shared.type(), agent.id() + "-shared", config))
            .orElse(null);
  }

  private static <T extends SpecificRecord> Encoding<T> encoding(
      Class<T> type, String store, EngineConfig config) {
    AvroCodec<T> codec = new AvroCodec<>(type, config.ids());
    return new Encoding<>(codec, codec.idFor(config.stateSubject().apply(store)));
  }

  Agent<S> agent() {
    return agent;
  }

  /** The bytes of a key that was never touched. */
  byte[] initialState() {
    return initialState;
  }

  /** What a key's bytes hold, for a rule to change. */
  S read(String key, byte[] state) {
    S known = large.take(key, state);
    return known != null ? known : states.codec().decode(state);
  }

  byte[] encode(S state) {
    return states.encode(state);
  }

  @SuppressWarnings("unchecked")
  <W extends SpecificRecord> byte[] encode(WindowSeries<W> series, W window) {
    Encoding<W> encoding = (Encoding<W>) windows.get(series.store());
    if (encoding == null) {
      throw new IllegalArgumentException(agent.id() + " did not declare " + series.store());
    }
    return encoding.encode(window);
  }

  /** Whether the agent has a rule for such a message to a key. */
  boolean reactsTo(Class<?> message) {
    return agent.ruleFor(message).isPresent();
  }

  void message(Object message, Moment moment, String key, Outputs outputs) {
    Agent.Rule<Object, S> rule = agent.ruleFor(message.getClass()).orElseThrow();
    run(moment, key, outputs, context -> rule.apply(message, context));
  }

  void timer(Timer timer, Moment moment, Outputs outputs) {
    Optional<Agent.TimerRule<S>> rule = agent.timerRule(timer.name());
    // A rule that a later version no longer has: its timers end with it.
    rule.ifPresent(found -> run(moment, timer.key(), outputs, c -> found.apply(timer.due(), c)));
  }

  void job(Agent.Job<S> job, Moment moment, String key, Outputs outputs) {
    run(moment, key, outputs, job.rule()::apply);
  }

  private void run(Moment moment, String key, Outputs outputs, Consumer<RuleContext<S>> rule) {
    turns = moment.record() == lastRecord ? turns + 1 : 0;
    lastRecord = moment.record();
    RuleContext<S> context = new RuleContext<>(this, moment, key, turns);
    Optional<byte[]> changedState;
    Optional<byte[]> changedShared;
    watch.started();
    try {
      rule.accept(context);
      changedState = context.changedState();
      changedShared = Optional.ofNullable(context.changedShared()).map(this::encodeShared);
    } catch (StoreFailure e) {
      throw e.reason();
    } catch (RuntimeException | StackOverflowError e) {
      watch.finished(context.time(), true);
      outputs.failed(agent.id(), key, e);
      return;
    }
    context.release(changedState, moment.stores(), outputs);
    context
        .stateAsWritten(changedState)
        .ifPresent(bytes -> large.keep(key, bytes, context.state()));
    context
        .latestState()
        .ifPresent(state -> moment.peeks().put(agent.handle(), moment, key, state));
    if (changedShared.isPresent()) {
      moment.stores().putState(agent.id(), Shared.KEY, changedShared.get());
      shared = context.changedShared();
    }
    watch.finished(context.time(), false);
  }

  /** What the keys share, read once. */
  SpecificRecord shared(Stores stores) {
    if (shared == null) {
      shared = readShared(stores);
    }
    return shared;
  }

  /** What the keys share, for a rule to change. */
  SpecificRecord copyOfShared(Stores stores) {
    return readShared(stores);
  }

  private SpecificRecord readShared(Stores stores) {
    Shared<?> declared =
        agent
            .shared()
            .orElseThrow(() -> new IllegalStateException(agent.id() + " shares nothing."));
    Optional<byte[]> stored;
    try {
      stored = stores.state(agent.id(), Shared.KEY);
    } catch (RuntimeException e) {
      throw new StoreFailure(e);
    }
    // Also a new one goes through its bytes, so that rules always meet the same kinds of lists.
    return sharedStates
        .codec()
        .decode(stored.orElseGet(() -> encodeShared(declared.initial().get())));
  }

  void broadcast(SpecificRecord message, Moment moment, Outputs outputs) {
    Optional<Agent.BroadcastRule<Object, SpecificRecord>> rule =
        agent.broadcastRule(message.getClass());
    if (rule.isEmpty()) {
      return;
    }
    SpecificRecord changed;
    byte[] bytes;
    watch.started();
    try {
      changed = readShared(moment.stores());
      rule.get().apply(message, changed);
      bytes = encodeShared(changed);
    } catch (StoreFailure e) {
      throw e.reason();
    } catch (RuntimeException | StackOverflowError e) {
      watch.finished(moment.message().getTime(), true);
      outputs.failed(agent.id(), Shared.KEY, e);
      return;
    }
    moment.stores().putState(agent.id(), Shared.KEY, bytes);
    shared = changed;
    watch.finished(moment.message().getTime(), false);
  }

  @SuppressWarnings("unchecked")
  private byte[] encodeShared(SpecificRecord value) {
    return ((Encoding<SpecificRecord>) sharedStates).encode(value);
  }
}
