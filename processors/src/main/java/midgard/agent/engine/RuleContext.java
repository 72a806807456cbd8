package midgard.agent.engine;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.WindowSeries;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.rng.UniformRandomProvider;

/** One rule at work on one message: gathers effects until the rule has returned. */
final class RuleContext<S extends SpecificRecord> implements Context<S> {
  /** An effect that is ready to be let out. */
  interface Effect {
    void release(Stores stores, Outputs outputs);
  }

  private final AgentRunner<S> runner;
  private final Moment moment;
  private final String key;
  private final int turn;
  private final List<Effect> effects = new ArrayList<>();
  private byte[] knownState;
  private S state;
  private UniformRandomProvider random;

  RuleContext(AgentRunner<S> runner, Moment moment, String key, int turn) {
    this.runner = runner;
    this.moment = moment;
    this.key = key;
    this.turn = turn;
  }

  @Override
  public S state() {
    if (state == null) {
      try {
        knownState =
            moment.stores().state(runner.agent().id(), key).orElseGet(runner::initialState);
      } catch (RuntimeException e) {
        throw new StoreFailure(e);
      }
      state = runner.decode(knownState);
    }
    return state;
  }

  @Override
  public <X extends SpecificRecord> X shared(Shared<X> shared) {
    return shared.type().cast(runner.shared(moment.stores()));
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public long time() {
    return moment.message().getTime();
  }

  @Override
  public long clock() {
    return moment.clock();
  }

  @Override
  public ZoneId zone() {
    return moment.config().zone();
  }

  @Override
  public GameEvent event() {
    if (moment.message().getBody() instanceof GameEvent event) {
      return event;
    }
    throw new IllegalStateException("This message is no game event but a " + moment.bodyName());
  }

  @Override
  public UniformRandomProvider random() {
    if (random == null) {
      random =
          Seed.random(moment.config().worldSeed(), moment.record(), runner.agent().id(), key, turn);
    }
    return random;
  }

  @Override
  public Cause cause() {
    return moment.cause();
  }

  @Override
  public String newId(String prefix) {
    return moment.newId(prefix);
  }

  @Override
  public void change(SpecificRecord row) {
    Domain domain = runner.agent().domain();
    Change change =
        new Change(runner.agent().name().id(), domain.id(), key, time(), moment.cause(), row);
    byte[] bytes = moment.encode(moment.topics().worldChanges(), change);
    effects.add((stores, outputs) -> outputs.change(change, bytes));
  }

  @Override
  public void action(Request request) {
    GameAction action =
        new GameAction(
            newId("action"),
            runner.agent().name().id(),
            request.idempotencyKey(),
            request.priority(),
            null,
            request.playerId() == 0 ? null : request.playerId(),
            request.map().isEmpty() ? null : request.map(),
            time(),
            time() + request.validFor().toMillis(),
            moment.cause(),
            request.payload());
    byte[] bytes = moment.encode(moment.topics().gameActions(), action);
    effects.add((stores, outputs) -> outputs.action(action, bytes));
  }

  @Override
  public void signal(Domain domain, String to, SpecificRecord signal) {
    send(domain, Optional.of(to), signal);
  }

  @Override
  public void broadcast(Domain domain, SpecificRecord signal) {
    send(domain, Optional.empty(), signal);
  }

  private void send(Domain domain, Optional<String> to, SpecificRecord signal) {
    InboxMessage message = new InboxMessage(time(), moment.cause(), runner.agent().id(), signal);
    byte[] bytes = moment.encode(moment.topics().inbox(domain), message);
    effects.add((stores, outputs) -> outputs.signal(domain, to, message, bytes));
  }

  @Override
  public void wakeAt(long time, String timer) {
    if (runner.agent().timerRule(timer).isEmpty()) {
      throw new IllegalArgumentException(runner.agent().id() + " has no rule for timer " + timer);
    }
    // Never within the tick at work, or two timers could keep each other awake for ever.
    long due = Math.max(time, clock() + 1);
    Timer wish = new Timer(due, runner.agent().id(), key, timer);
    effects.add((stores, outputs) -> stores.addTimer(wish));
  }

  @Override
  public <W extends SpecificRecord> void keep(WindowSeries<W> series, long windowStart, W window) {
    byte[] bytes = runner.encode(series, window);
    effects.add((stores, outputs) -> stores.putWindow(series.store(), key, windowStart, bytes));
  }

  /**
   * The state's bytes if the rule changed it. Part of the rule: a state that cannot be written
   * fails it.
   */
  Optional<byte[]> changedState() {
    if (state == null) {
      return Optional.empty();
    }
    byte[] now = runner.encode(state);
    return Arrays.equals(now, knownState) ? Optional.empty() : Optional.of(now);
  }

  void release(Optional<byte[]> changedState, Stores stores, Outputs outputs) {
    changedState.ifPresent(bytes -> stores.putState(runner.agent().id(), key, bytes));
    for (Effect effect : effects) {
      effect.release(stores, outputs);
    }
  }
}
