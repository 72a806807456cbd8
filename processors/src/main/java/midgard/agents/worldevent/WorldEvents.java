package midgard.agents.worldevent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.worldevent.CoolDown;
import midgard.schemas.worldevent.EventProgress;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.TriggerConditions;
import midgard.schemas.worldevent.WorldEventEnded;
import midgard.schemas.worldevent.WorldEventStarted;
import midgard.schemas.worldevent.WorldEventState;
import midgard.schemas.worldevent.WorldEventStatus;

/**
 * Looks at the world once a minute and lets something befall it when a threshold is crossed; an
 * event ends at its instant.
 */
public final class WorldEvents extends Agent<WorldEventState> {
  public static final StateOf<WorldEventState> STATE =
      StateOf.of(AgentName.WORLD_EVENT, Domain.WORLD, WorldEventState.class);

  private static final String WAVE = "wave";
  private static final String END = "end";
  private static final String SETTLE = "settle";
  private static final String WRITE = "write";

  private final WorldEventRules rules;

  public WorldEvents(WorldEventRules rules) {
    super(STATE);
    this.rules = rules;
    on(WorldFigures.class, this::figures);
    on(EventProgress.class, this::progress);
    onTimer(WAVE, (due, context) -> sendWaves(context));
    onTimer(END, (due, context) -> end(context));
    onTimer(SETTLE, WorldEvents::settle);
    onTimer(WRITE, (due, context) -> write(context));
    every("event_monitoring", WorldEventRules.CHECK, this::check);
  }

  private void figures(WorldFigures figures, Context<WorldEventState> context) {
    WorldEventState state = context.state();
    state.setOnlinePlayers(figures.getOnlinePlayers());
    state.setMeanLevel(figures.getMeanLevel());
    state.setMvpKills24h(figures.getMvpKills24h());
    state.setCirculation(figures.getCirculation());
  }

  private void check(Context<WorldEventState> context) {
    WorldEventState state = context.state();
    long now = context.time();
    state.getEvents().removeIf(event -> event.getEndsAt() + WorldEventRules.KEPT.toMillis() <= now);
    state.getCoolDowns().removeIf(coolDown -> coolDown.getUntil() <= now);
    if (running(state).size() >= rules.maxConcurrent()) {
      return;
    }
    for (WorldEventRules.Kind kind : WorldEventRules.KINDS) {
      // The roll comes before the threshold, and only once: a second one would square the chance.
      boolean passes =
          !rests(kind, state)
              && (kind.chanceMilli() == WorldEventRules.CERTAIN
                  || context.random().nextInt(WorldEventRules.CERTAIN) < kind.chanceMilli());
      Optional<TriggerConditions> trigger =
          passes ? kind.condition().apply(state) : Optional.empty();
      if (trigger.isPresent()) {
        start(kind, trigger.get(), context);
        return;
      }
    }
  }

  private static boolean rests(WorldEventRules.Kind kind, WorldEventState state) {
    return state.getCoolDowns().stream().anyMatch(rest -> rest.getEventType() == kind.type())
        || running(state).stream().anyMatch(event -> event.getEventType() == kind.type());
  }

  private static List<EventRun> running(WorldEventState state) {
    return state.getEvents().stream()
        .filter(event -> event.getStatus() == WorldEventStatus.active)
        .toList();
  }

  private void start(
      WorldEventRules.Kind kind, TriggerConditions trigger, Context<WorldEventState> context) {
    WorldEventState state = context.state();
    long now = context.time();
    int minutes = context.random().nextInt(kind.minMinutes(), kind.maxMinutes() + 1);
    EventRun event =
        new EventRun(
            context.newId("event"),
            kind.type(),
            EventTexts.title(kind.type()),
            EventTexts.description(kind.type()),
            trigger,
            Impact.data(kind.type(), minutes),
            minutes,
            WorldEventStatus.active,
            now,
            now + Duration.ofMinutes(minutes).toMillis(),
            0,
            0L,
            0,
            false);
    state.getEvents().add(event);
    state.getCoolDowns().add(new CoolDown(kind.type(), now + kind.coolDown().toMillis()));

    context.broadcast(
        Domain.PLAYER,
        new WorldEventStarted(event.getEventId(), event.getStartedAt(), event.getEndsAt()));
    EventEffects.begin(event, rules.guardianMonsterId(), context);
    sendWaves(context);
    context.change(EventEffects.row(event));
    context.wakeAt(event.getEndsAt(), END);
  }

  /** A wave that was missed while the world stood still is not made up for. */
  private static void sendWaves(Context<WorldEventState> context) {
    long between = Impact.BETWEEN_WAVES.toMillis();
    for (EventRun event : running(context.state())) {
      if (event.getImpactData().getSpawnModification() == null) {
        continue;
      }
      int waves = event.getImpactData().getSpawnModification().getWaves();
      int due = (int) ((context.time() - event.getStartedAt()) / between) + 1;
      if (due > event.getWavesSent() && due <= waves) {
        event.setWavesSent(due);
        EventEffects.wave(event, due, context);
      }
      if (due < waves) {
        context.wakeAt(event.getStartedAt() + due * between, WAVE);
      }
    }
  }

  private void progress(EventProgress progress, Context<WorldEventState> context) {
    for (EventRun event : context.state().getEvents()) {
      if (event.getEventId().equals(progress.getEventId())) {
        event.setTotalPoints(Math.addExact(event.getTotalPoints(), progress.getPoints()));
        event.setParticipationCount(event.getParticipationCount() + (progress.getFirst() ? 1 : 0));
        event.setUnwritten(true);
        context.wakeAt(context.nextTurn(WorldEventRules.FLUSH), WRITE);
      }
    }
  }

  private static void end(Context<WorldEventState> context) {
    for (EventRun event : running(context.state())) {
      if (event.getEndsAt() <= context.time()) {
        event.setStatus(WorldEventStatus.completed);
        EventEffects.end(event, context);
        context.change(EventEffects.row(event));
        context.wakeAt(event.getEndsAt() + WorldEventRules.GRACE.toMillis(), SETTLE);
      }
    }
  }

  private static void settle(long due, Context<WorldEventState> context) {
    for (EventRun event : context.state().getEvents()) {
      if (event.getEndsAt() + WorldEventRules.GRACE.toMillis() == due) {
        context.broadcast(Domain.PLAYER, new WorldEventEnded(event.getEventId()));
        context.signal(Domain.WORLD, Domain.WORLD_KEY, EventEffects.deed(event));
      }
    }
  }

  private static void write(Context<WorldEventState> context) {
    for (EventRun event : context.state().getEvents()) {
      if (event.getUnwritten()) {
        event.setUnwritten(false);
        context.change(EventEffects.row(event));
      }
    }
  }
}
