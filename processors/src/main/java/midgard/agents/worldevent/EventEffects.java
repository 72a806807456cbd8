package midgard.agents.worldevent;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import midgard.agent.Context;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.BroadcastScope;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.event.Priority;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.Rate;
import midgard.schemas.worldevent.SpawnModification;
import midgard.schemas.worldevent.WorldEvent;
import midgard.schemas.worldevent.WorldEventState;
import org.apache.avro.specific.SpecificRecord;

/** What the game and the database get to see of an event. */
final class EventEffects {
  private static final String EVERY_MAP = "*";

  private static final Duration NEWS_VALID_FOR = Duration.ofMinutes(10);

  /** A game server that was down at the end still has to go back to its usual rates. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  private EventEffects() {}

  static void begin(EventRun event, int guardianMonsterId, Context<WorldEventState> context) {
    Duration lasts = Duration.ofMinutes(event.getDurationMinutes());
    announce(event, "start", EventTexts.opening(event), context);
    Impact impact = Impact.of(event.getEventType());
    rates(impact)
        .forEach(rate -> flag(event, rate.getName(), "start", rate.getRateMilli(), lasts, context));
    if (impact.guardian()) {
      String key = "event:" + event.getEventId() + ":guardian";
      SpawnMonster guardian =
          new SpawnMonster(Impact.GUARDIAN_MAP, 0, 0, guardianMonsterId, 1, null);
      act(key, guardian, lasts, Impact.GUARDIAN_MAP, context);
    }
  }

  static void wave(EventRun event, int wave, Context<WorldEventState> context) {
    SpawnModification invasion = event.getImpactData().getSpawnModification();
    for (String map : invasion.getMaps()) {
      act(
          "event:" + event.getEventId() + ":wave:" + wave + ":" + map,
          new SpawnMonster(map, 0, 0, invasion.getMobId(), invasion.getAmount(), null),
          Impact.BETWEEN_WAVES,
          map,
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
    act(
        "event:" + event.getEventId() + ":" + flag + ":" + occasion,
        new SetMapFlag(EVERY_MAP, flag, value),
        validFor,
        "",
        context);
  }

  private static void announce(
      EventRun event, String occasion, String text, Context<WorldEventState> context) {
    act(
        "event:" + event.getEventId() + ":" + occasion,
        new BroadcastMessage(text, BroadcastScope.all, null),
        NEWS_VALID_FOR,
        "",
        context);
  }

  private static void act(
      String key,
      SpecificRecord payload,
      Duration validFor,
      String map,
      Context<WorldEventState> context) {
    context.action(new Context.Request(key, payload, Priority.high, validFor, 0, map));
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
