package midgard.agents.maphazard;

import java.time.Duration;
import java.time.Instant;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.maphazard.Hazard;
import midgard.schemas.maphazard.HazardType;
import midgard.schemas.maphazard.MapHazard;
import midgard.schemas.maphazard.MapHazardState;
import midgard.schemas.storyline.DeedKind;

/** What the game and the database get to see of a hazard. */
final class HazardActions {
  /** A game server that was down at the end still has to go back to what is usual. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  /** Of the ten steps. */
  private static final int IMPORTANCE = 4;

  private HazardActions() {}

  static void begin(Hazard hazard, Context<MapHazardState> context) {
    set(hazard, "start", context);
    announce(hazard, "start", HazardTexts.opening(hazard.getHazardType()), context);
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            DeedKind.hazard.name(),
            hazard.getHazardId(),
            HazardTexts.opening(hazard.getHazardType()),
            hazard.getMapName(),
            IMPORTANCE,
            hazard.getAppliedAt(),
            hazard.getExpiresAt()));
  }

  /** Once more for those who came later, and for a game server that was started anew. */
  static void again(Hazard hazard, Context<MapHazardState> context) {
    String occasion = Long.toString(context.time());
    set(hazard, occasion, context);
    long left = hazard.getExpiresAt() - context.time();
    announce(hazard, occasion, HazardTexts.still(hazard.getHazardType(), left), context);
  }

  static void end(Hazard hazard, Context<MapHazardState> context) {
    for (HazardTable.Flag flag : HazardTable.flags(hazard.getHazardType())) {
      flag(hazard, flag.name(), "end", flag.neutralMilli(), END_VALID_FOR, context);
    }
    announce(hazard, "end", HazardTexts.closing(hazard.getHazardType()), context);
  }

  private static void set(Hazard hazard, String occasion, Context<MapHazardState> context) {
    Duration left = Duration.ofMillis(hazard.getExpiresAt() - context.time());
    for (HazardTable.Flag flag : HazardTable.flags(hazard.getHazardType())) {
      flag(hazard, flag.name(), occasion, flag.valueMilli(), left, context);
    }
  }

  private static void flag(
      Hazard hazard,
      String flag,
      String occasion,
      int value,
      Duration validFor,
      Context<MapHazardState> context) {
    String key = "hazard:" + hazard.getHazardId() + ":" + flag + ":" + occasion;
    context.action(GameRequest.mapFlag(key, hazard.getMapName(), flag, value, validFor));
  }

  private static void announce(
      Hazard hazard, String occasion, String text, Context<MapHazardState> context) {
    String key = "hazard:" + hazard.getHazardId() + ":news:" + occasion;
    context.action(GameRequest.announcementOn(hazard.getMapName(), key, text));
  }

  static MapHazard row(Hazard hazard) {
    HazardType type = hazard.getHazardType();
    return new MapHazard(
        hazard.getHazardId(),
        hazard.getMapName(),
        type,
        HazardTexts.name(type),
        HazardTable.kind(type),
        HazardTexts.description(type),
        HazardTable.effects(type),
        hazard.getVisits24h(),
        hazard.getProblemId(),
        hazard.getStatus(),
        Instant.ofEpochMilli(hazard.getAppliedAt()),
        Instant.ofEpochMilli(hazard.getExpiresAt()));
  }
}
