package midgard.agents.worldevent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.event.Priority;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.Rate;
import midgard.schemas.worldevent.SpawnModification;
import midgard.schemas.worldevent.WorldEvent;
import midgard.schemas.worldevent.WorldEventState;

/** What the game and the database get to see of an event. */
final class EventEffects {
  /** A game server that was down at the end still has to go back to its usual rates. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  /** Of what befalls all players at once, among all that happens; 1 to 10. */
  private static final int IMPORTANCE = 8;

  private EventEffects() {}

  static void begin(EventRun event, int guardianMonsterId, Context<WorldEventState> context) {
    Duration lasts = Duration.ofMinutes(event.getDurationMinutes());
    announce(event, "start", EventTexts.opening(event), context);
    context.signal(Domain.WORLD, Domain.WORLD_KEY, happening(event));
    Impact impact = Impact.of(event.getEventType());
    rates(impact)
        .forEach(rate -> flag(event, rate.getName(), "start", rate.getRateMilli(), lasts, context));
    if (impact.guardian()) {
      String key = "event:" + event.getEventId() + ":guardian";
      act(GameRequest.monsters(key, Impact.GUARDIAN_MAP, guardianMonsterId, 1, lasts), context);
    }
  }

  static void wave(EventRun event, int wave, Context<WorldEventState> context) {
    SpawnModification invasion = event.getImpactData().getSpawnModification();
    for (String map : invasion.getMaps()) {
      String key = "event:" + event.getEventId() + ":wave:" + wave + ":" + map;
      act(
          GameRequest.monsters(
              key, map, invasion.getMobId(), invasion.getAmount(), Impact.BETWEEN_WAVES),
          context);
    }
  }

  static void end(EventRun event, Context<WorldEventState> context) {
    Impact impact = Impact.of(event.getEventType());
    rates(impact)
        .forEach(
            rate -> flag(event, rate.getName(), "end", impact.neutral(), END_VALID_FOR, context));
    announce(event, "end", EventTexts.closing(event), context);
  }

  private static Stream<Rate> rates(Impact impact) {
    return Stream.concat(impact.buffs().stream(), impact.economy().stream());
  }

  private static void flag(
      EventRun event,
      String flag,
      String occasion,
      int value,
      Duration validFor,
      Context<WorldEventState> context) {
    String key = "event:" + event.getEventId() + ":" + flag + ":" + occasion;
    act(GameRequest.mapFlag(key, GameRequest.EVERY_MAP, flag, value, validFor), context);
  }

  private static void announce(
      EventRun event, String occasion, String text, Context<WorldEventState> context) {
    act(GameRequest.announcement("event:" + event.getEventId() + ":" + occasion, text), context);
  }

  private static void act(GameRequest request, Context<WorldEventState> context) {
    context.action(request.with(Priority.high));
  }

  /** The event as a deed of those who took part; their shares each of them tells. */
  static Deed deed(EventRun event) {
    return new Deed(
        DeedKind.world_event,
        event.getEventId(),
        event.getTitle(),
        "",
        List.of(),
        event.getTotalPoints(),
        event.getTotalPoints() > 0 ? DeedOutcome.success : DeedOutcome.mixed);
  }

  private static Happening happening(EventRun event) {
    return new Happening(
        DeedKind.world_event.name(),
        event.getEventId(),
        event.getDescription(),
        "",
        IMPORTANCE,
        event.getStartedAt(),
        event.getEndsAt());
  }

  static WorldEvent row(EventRun event) {
    return new WorldEvent(
        event.getEventId(),
        event.getEventType(),
        event.getTitle(),
        event.getDescription(),
        event.getTriggerConditions(),
        event.getImpactData(),
        event.getDurationMinutes(),
        event.getParticipationCount(),
        event.getTotalPoints(),
        event.getStatus(),
        Instant.ofEpochMilli(event.getStartedAt()),
        Instant.ofEpochMilli(event.getEndsAt()));
  }
}
