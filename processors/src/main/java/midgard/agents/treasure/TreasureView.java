package midgard.agents.treasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureState;

/**
 * A treasure as the API shows it (domain reference 2.5): without its cell, for it is to be found.
 *
 * @param hintText empty unless it was asked for
 */
public record TreasureView(
    String treasureId,
    TreasureForm treasureType,
    TreasureRarity rarity,
    String spawnMap,
    Instant spawnedAt,
    Instant despawnsAt,
    Optional<String> hintText) {

  /** Those that wait at an instant, oldest first. */
  public static List<TreasureView> active(TreasureState state, long now, boolean hints) {
    return state.getTreasures().stream()
        .filter(treasure -> Treasures.isActive(treasure) && now < treasure.getDespawnsAt())
        .map(
            treasure ->
                new TreasureView(
                    treasure.getTreasureId(),
                    treasure.getTreasureType(),
                    treasure.getRarity(),
                    treasure.getSpawnMap(),
                    Instant.ofEpochMilli(treasure.getSpawnedAt()),
                    Instant.ofEpochMilli(treasure.getDespawnsAt()),
                    hints ? Optional.of(treasure.getHintText()) : Optional.empty()))
        .toList();
  }
}
