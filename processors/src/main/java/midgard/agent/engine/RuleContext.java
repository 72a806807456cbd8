package midgard.agent.engine;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.agent.WindowSeries;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
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
  private boolean forgotten;
  private SpecificRecord changedShared;
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
      state = runner.read(key, knownState);
    }
    return state;
  }

  @Override
  public <X extends SpecificRecord> X shared(Shared<X> shared) {
    return shared
        .type()
        .cast(changedShared == null ? runner.shared(moment.stores()) : changedShared);
  }

  @Override
  public <X extends SpecificRecord> X changeShared(Shared<X> shared) {
    if (runner.agent().domain() != Domain.WORLD) {
      throw new IllegalStateException(
          runner.agent().id()
              + " lies in several partitions; what they share comes by broadcasts.");
    }
    if (changedShared == null) {
      changedShared = runner.copyOfShared(moment.stores());
    }
    return shared.type().cast(changedShared);
  }

  @Override
  public <T extends SpecificRecord> T peek(StateOf<T> other) {
    if (other.domain() != runner.agent().domain()) {
      throw new IllegalArgumentException(
          runner.agent().id() + " cannot look into " + other.id() + " of another domain.");
    }
    return moment.peeks().read(other, moment, key);
  }

  @Override
  public void forget() {
    state();
    forgotten = true;
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
  public void action(GameRequest request) {
    GameAction action =
        new GameAction(
            newId("action"),
            runner.agent().id(),
            runner.agent().domain().id(),
            key,
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
    // Also to the outbox: by way of the player whose limits it has to pass, if it is for one.
    if (request.playerId() != 0) {
      signal(Domain.PLAYER, Long.toString(request.playerId()), action);
    } else {
      signal(Domain.WORLD, request.idempotencyKey(), action);
    }
  }

  @Override
  public void ask(Question question) {
    ModelRequest request =
        new ModelRequest(
            newId("ask"),
            runner.agent().id(),
            runner.agent().domain().id(),
            key,
            question.purpose(),
            question.instructions(),
            question.prompt(),
            question.answerSchema(),
            question.maxCharacters(),
            question.maxTokens(),
            question.priority(),
            question.complexityMilli(),
            time(),
            time() + question.validFor().toMillis(),
            moment.cause());
    byte[] bytes = moment.encode(moment.topics().llmRequests(), request);
    effects.add((stores, outputs) -> outputs.request(request, bytes));
  }

  @Override
  public void signal(Domain domain, String to, SpecificRecord signal) {
    send(domain, Optional.of(to), null, signal);
  }

  @Override
  public void broadcast(Domain domain, SpecificRecord signal) {
    send(domain, Optional.empty(), null, signal);
  }

  @Override
  public void answer(Domain domain, String to, String agent, SpecificRecord signal) {
    send(domain, Optional.of(to), agent, signal);
  }

  private void send(Domain domain, Optional<String> to, String agent, SpecificRecord signal) {
    InboxMessage message =
        new InboxMessage(time(), moment.cause(), runner.agent().id(), agent, signal);
    byte[] bytes = moment.encode(moment.topics().inbox(domain), message);
    effects.add((stores, outputs) -> outputs.signal(domain, to, message, bytes));
  }

  @Override
  public long nextTurn(Duration period) {
    return Seed.nextTurn(key, clock(), period.toMillis());
  }

  @Override
  public void wakeAt(long time, String timer) {
    if (runner.agent().timerRule(timer).isEmpty()) {
      throw new IllegalArgumentException(runner.agent().id() + " has no rule for timer " + timer);
    }
    // Never within the tick at work, or two timers could keep each other awake for ever.
    long due = Math.max(time, clock() + 1);
    Timer wish = new Timer(due, runner.agent().id(), key, timer, moment.cause().getEventId());
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
    if (state == null || forgotten) {
      return Optional.empty();
    }
    byte[] now = runner.encode(state);
    return Arrays.equals(now, knownState) ? Optional.empty() : Optional.of(now);
  }

  /** The bytes of the state as the rule left it, if it asked for it and did not forget it. */
  Optional<byte[]> stateAsWritten(Optional<byte[]> changedState) {
    return state == null || forgotten
        ? Optional.empty()
        : Optional.of(changedState.orElse(knownState));
  }

  /** The state as the rule left it, if it asked for it. */
  Optional<S> latestState() {
    return forgotten ? Optional.of(runner.agent().initialState()) : Optional.ofNullable(state);
  }

  /** What the keys share, if the rule may have changed it; null when it did not ask. */
  SpecificRecord changedShared() {
    return changedShared;
  }

  void release(Optional<byte[]> changedState, Stores stores, Outputs outputs) {
    if (forgotten) {
      stores.removeState(runner.agent().id(), key);
    }
    changedState.ifPresent(bytes -> stores.putState(runner.agent().id(), key, bytes));
    for (Effect effect : effects) {
      effect.release(stores, outputs);
    }
  }
}
