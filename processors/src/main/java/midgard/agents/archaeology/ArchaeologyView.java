package midgard.agents.archaeology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.schemas.archaeology.CollectionProgress;
import midgard.schemas.archaeology.DigSpotsState;
import midgard.schemas.archaeology.OpenSecret;
import midgard.schemas.archaeology.SpotStatus;

/**
 * What a player has found, as the API shows it (domain reference 2.7).
 *
 * @param nextLevelProgress 0 to 1; 1 at the top
 * @param treasureMaps not spent yet
 * @param openSecret empty when no secret place is open
 */
public record ArchaeologyView(
    long playerId,
    int archaeologyLevel,
    int totalDigs,
    int artifactsFound,
    int collectionsCompleted,
    int secretLocationsUnlocked,
    double nextLevelProgress,
    List<String> treasureMaps,
    Optional<SecretView> openSecret) {

  /** A secret place while it is open. */
  public record SecretView(
      String locationId, String locationName, String accessMap, Instant closesAt) {}

  /** One collection of a player. */
  public record CollectionView(
      long playerId,
      String collectionName,
      int currentCount,
      int requiredCount,
      double progressPercent,
      boolean isComplete) {}

  /** A spot without its coordinates: they are for those who look. */
  public record SpotView(String spotId, String map, double rarity, Instant expiresAt) {}

  public static ArchaeologyView of(long player, ArchaeologyState state, long now) {
    return new ArchaeologyView(
        player,
        ArchaeologyRules.level(state.getTotalDigs()),
        state.getTotalDigs(),
        state.getArtifactsFound(),
        (int) state.getCollections().stream().filter(CollectionProgress::getComplete).count(),
        state.getSecretLocationsUnlocked(),
        ArchaeologyRules.progress(state.getTotalDigs()),
        state.getTreasureMaps(),
        Optional.ofNullable(state.getSecret())
            .filter(secret -> now < secret.getClosesAt())
            .map(ArchaeologyView::secret));
  }

  private static SecretView secret(OpenSecret secret) {
    return new SecretView(
        secret.getLocationId(),
        secret.getLocationName(),
        secret.getAccessMap(),
        Instant.ofEpochMilli(secret.getClosesAt()));
  }

  /** All collections, also those that the player has nothing of. */
  public static List<CollectionView> collections(long player, ArchaeologyState state) {
    return ArchaeologyRules.COLLECTIONS.stream()
        .map(collection -> collection(player, collection, state))
        .toList();
  }

  private static CollectionView collection(
      long player, ArchaeologyRules.Collection collection, ArchaeologyState state) {
    int count =
        state.getCollections().stream()
            .filter(progress -> progress.getCollectionId().equals(collection.id()))
            .mapToInt(CollectionProgress::getCount)
            .findFirst()
            .orElse(0);
    return new CollectionView(
        player,
        collection.id(),
        count,
        collection.needed(),
        Math.min(100.0, count * 100.0 / collection.needed()),
        count >= collection.needed());
  }

  /** The spots that nobody has dug; expired is expired at that instant. */
  public static List<SpotView> active(DigSpotsState state, long now) {
    return state.getSpots().stream()
        .filter(spot -> spot.getStatus() == SpotStatus.active && now < spot.getExpiresAt())
        .map(
            spot ->
                new SpotView(
                    spot.getSpotId(),
                    spot.getMap(),
                    spot.getRarityMilli() / 1000.0,
                    Instant.ofEpochMilli(spot.getExpiresAt())))
        .toList();
  }
}
