package midgard.agents.worldevent;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.Rate;
import midgard.schemas.worldevent.SpawnModification;
import midgard.schemas.worldevent.TriggerConditions;
import midgard.schemas.worldevent.WorldEventState;
import midgard.schemas.worldevent.WorldEventStatus;
import midgard.schemas.worldevent.WorldEventType;

/** An event as the API shows it at an instant (domain reference 2.3). */
public record WorldEventView(
    String eventId,
    WorldEventType eventType,
    String title,
    String description,
    TriggerConditions triggerConditions,
    ImpactView impactData,
    int durationMinutes,
    WorldEventStatus status,
    Instant startedAt,
    Instant endsAt,
    int participationCount,
    long totalPoints) {

  /**
   * What it does, rates as factors by name.
   *
   * @param spawnModifications empty when it brings no monsters
   */
  public record ImpactView(
      Map<String, BigDecimal> globalBuffs,
      Optional<SpawnModification> spawnModifications,
      Map<String, BigDecimal> economicEffects,
      List<String> specialEffects) {}

  /** The events that run at an instant. Over is over at that instant, tick or no tick. */
  public static List<WorldEventView> active(WorldEventState state, long now) {
    return recent(state, now).stream()
        .filter(view -> view.status == WorldEventStatus.active)
        .toList();
  }

  /** The events that run, and those that ended in the last minutes, by start. */
  public static List<WorldEventView> recent(WorldEventState state, long now) {
    return state.getEvents().stream().map(event -> of(event, now)).toList();
  }

  private static WorldEventView of(EventRun event, long now) {
    boolean over = event.getStatus() == WorldEventStatus.active && now >= event.getEndsAt();
    return new WorldEventView(
        event.getEventId(),
        event.getEventType(),
        event.getTitle(),
        event.getDescription(),
        event.getTriggerConditions(),
        new ImpactView(
            factors(event.getImpactData().getGlobalBuffs()),
            Optional.ofNullable(event.getImpactData().getSpawnModification()),
            factors(event.getImpactData().getEconomicEffects()),
            event.getImpactData().getSpecialEffects()),
        event.getDurationMinutes(),
        over ? WorldEventStatus.completed : event.getStatus(),
        Instant.ofEpochMilli(event.getStartedAt()),
        Instant.ofEpochMilli(event.getEndsAt()),
        event.getParticipationCount(),
        event.getTotalPoints());
  }

  private static Map<String, BigDecimal> factors(List<Rate> rates) {
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    rates.forEach(rate -> factors.put(rate.getName(), BigDecimal.valueOf(rate.getRateMilli(), 3)));
    return factors;
  }
}
