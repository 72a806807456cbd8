package midgard.agents.archaeology;

import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.StartInstance;
import midgard.schemas.archaeology.ArchaeologyProgress;
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.schemas.archaeology.ArtifactRarity;
import midgard.schemas.archaeology.ArtifactType;
import midgard.schemas.archaeology.CollectionProgress;
import midgard.schemas.archaeology.OpenSecret;
import midgard.schemas.archaeology.PlayerArtifact;
import midgard.schemas.archaeology.SecretLocation;
import midgard.schemas.archaeology.SpentTreasureMap;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.Priority;

/** What the game and the database get to see of a digger. */
final class DigEffects {
  private DigEffects() {}

  static void found(
      String artifact,
      ArtifactType kind,
      ArtifactRarity rarity,
      String name,
      SpotDug dug,
      Context<ArchaeologyState> context) {
    String who = dug.getPlayerName().isEmpty() ? "Somebody" : dug.getPlayerName();
    context.action(
        GameRequest.announcementOn(
            dug.getMap(),
            "archaeology:" + dug.getSpotId() + ":found",
            "%s has dug up: %s.".formatted(who, name)));
    String collection =
        ArchaeologyRules.COLLECTIONS.stream()
            .filter(of -> of.kind() == kind)
            .map(ArchaeologyRules.Collection::id)
            .findFirst()
            .orElse(null);
    context.change(
        new PlayerArtifact(
            artifact,
            player(context),
            kind,
            rarity,
            name,
            collection,
            Instant.ofEpochMilli(dug.getDugAt())));
  }

  private static long player(Context<ArchaeologyState> context) {
    return Long.parseLong(context.key());
  }

  static void reward(ArchaeologyRules.Collection collection, Context<ArchaeologyState> context) {
    context.action(
        GameRequest.reward(
            "archaeology:" + collection.id() + ":player:" + player(context),
            GiveReward.newBuilder()
                .setPlayerId(player(context))
                .setItems(List.of(new ItemAmount(collection.itemId(), 1)))
                .setBuffs(collection.buffs())
                .setTitle(collection.title())
                .build()));
  }

  static void unlocked(
      OpenSecret open,
      ArchaeologyRules.Secret secret,
      String map,
      Context<ArchaeologyState> context) {
    long player = player(context);
    int minutes = (int) ArchaeologyRules.SECRET_OPEN.toMinutes();
    context.action(
        new GameRequest(
            "archaeology:" + open.getLocationId() + ":open",
            new StartInstance(open.getLocationId(), secret.name(), "secret", 0L, 1, minutes),
            Priority.normal,
            ArchaeologyRules.SECRET_OPEN,
            player,
            ""));
    if (!secret.items().isEmpty() || !secret.buffs().isEmpty()) {
      context.action(
          GameRequest.reward(
              "archaeology:" + open.getLocationId() + ":player:" + player,
              GiveReward.newBuilder()
                  .setPlayerId(player)
                  .setItems(secret.items())
                  .setBuffs(secret.buffs())
                  .build()));
    }
    Instant at = Instant.ofEpochMilli(open.getUnlockedAt());
    context.change(new SpentTreasureMap(map, player, open.getLocationId(), at));
    context.change(
        new SecretLocation(
            open.getLocationId(),
            open.getLocationName(),
            map,
            open.getAccessMap(),
            minutes,
            secret.rewards(),
            player,
            at,
            Instant.ofEpochMilli(open.getClosesAt())));
  }

  static ArchaeologyProgress row(Context<ArchaeologyState> context) {
    ArchaeologyState state = context.state();
    return new ArchaeologyProgress(
        player(context),
        ArchaeologyRules.level(state.getTotalDigs()),
        state.getTotalDigs(),
        state.getArtifactsFound(),
        (int) state.getCollections().stream().filter(CollectionProgress::getComplete).count(),
        state.getSecretLocationsUnlocked(),
        state.getLastDig() == 0 ? null : Instant.ofEpochMilli(state.getLastDig()));
  }
}
