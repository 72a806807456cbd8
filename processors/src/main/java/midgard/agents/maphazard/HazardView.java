package midgard.agents.maphazard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import midgard.schemas.maphazard.Hazard;
import midgard.schemas.maphazard.HazardEffects;
import midgard.schemas.maphazard.HazardFactor;
import midgard.schemas.maphazard.HazardKind;
import midgard.schemas.maphazard.HazardType;
import midgard.schemas.maphazard.MapHazardState;

/** A hazard as the API shows it (domain reference 2.5). */
public record HazardView(
    String hazardId,
    String mapName,
    HazardType hazardType,
    String hazardName,
    HazardKind hazardKind,
    String description,
    Instant appliedAt,
    Instant expiresAt,
    Effects effects) {

  /** Factors by name; of a resistance, a variance and the drain it is what is added. */
  public record Effects(
      Map<String, BigDecimal> monsterEffects,
      Map<String, BigDecimal> playerEffects,
      BigDecimal dropRateMult) {}

  /** By map. Expired is expired at that instant, tick or no tick. */
  public static List<HazardView> active(MapHazardState state, long now) {
    return state.getHazards().stream()
        .filter(hazard -> now < hazard.getExpiresAt())
        .map(HazardView::of)
        .toList();
  }

  private static HazardView of(Hazard hazard) {
    HazardType type = hazard.getHazardType();
    HazardEffects effects = HazardTable.effects(type);
    return new HazardView(
        hazard.getHazardId(),
        hazard.getMapName(),
        type,
        HazardTexts.name(type),
        HazardTable.kind(type),
        HazardTexts.description(type),
        Instant.ofEpochMilli(hazard.getAppliedAt()),
        Instant.ofEpochMilli(hazard.getExpiresAt()),
        new Effects(
            factors(effects.getMonsterEffects()),
            factors(effects.getPlayerEffects()),
            BigDecimal.valueOf(effects.getDropRateMilli(), 3)));
  }

  private static Map<String, BigDecimal> factors(List<HazardFactor> factors) {
    Map<String, BigDecimal> named = new LinkedHashMap<>();
    factors.forEach(f -> named.put(f.getName(), BigDecimal.valueOf(f.getValueMilli(), 3)));
    return named;
  }
}
