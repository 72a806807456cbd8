package midgard.agents.treasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureHidden;
import midgard.schemas.treasure.TreasureMapState;
import midgard.schemas.treasure.TreasureRewards;
import midgard.schemas.treasure.TreasureSpawn;
import midgard.schemas.treasure.TreasureState;

/** What the game and the database get to see of treasures. */
final class TreasureEffects {
  private static final Duration REMOVAL = Duration.ofDays(1);

  /** The classic client's numbers of a chest and of a cloaked man. */
  private static final int CHEST = 111;

  private static final int STRANGER = 60;

  private TreasureEffects() {}

  /** A spot to dig at shows nothing. */
  private static boolean isVisible(Treasure treasure) {
    return treasure.getTreasureType() != TreasureForm.dig_spot;
  }

  static void hide(Treasure treasure, Context<TreasureState> context) {
    if (!isVisible(treasure)) {
      return;
    }
    TreasureForm form = treasure.getTreasureType();
    SpawnNpc spawn =
        new SpawnNpc(
            treasure.getTreasureId(),
            TreasureTexts.name(form),
            treasure.getSpawnMap(),
            treasure.getSpawnX(),
            treasure.getSpawnY(),
            form == TreasureForm.chest ? CHEST : STRANGER,
            TreasureTexts.greeting(form));
    context.action(
        GameRequest.of(
            "treasure:" + treasure.getTreasureId() + ":spawn",
            spawn,
            Duration.ofMillis(treasure.getDespawnsAt() - treasure.getSpawnedAt()),
            treasure.getSpawnMap()));
  }

  static void remove(Treasure treasure, Context<TreasureState> context) {
    if (isVisible(treasure)) {
      context.action(
          GameRequest.of(
              "treasure:" + treasure.getTreasureId() + ":remove",
              new RemoveNpc(treasure.getTreasureId()),
              REMOVAL,
              treasure.getSpawnMap()));
    }
  }

  static void reward(
      TreasureHidden treasure,
      TreasureRewards rewards,
      long player,
      Context<TreasureMapState> context) {
    GiveReward reward =
        GiveReward.newBuilder()
            .setPlayerId(player)
            .setItems(rewards.getItems())
            .setZeny(rewards.getZeny())
            .setTitle(rewards.getTitle())
            .build();
    context.action(GameRequest.reward("treasure:" + treasure.getTreasureId() + ":reward", reward));
  }

  static Deed deed(TreasureHidden treasure, TreasureRewards rewards, long player) {
    return new Deed(
        DeedKind.treasure,
        treasure.getTreasureId(),
        "A " + treasure.getRarity() + " treasure was found",
        treasure.getSpawnMap(),
        List.of(new DeedShare(player, rewards.getReputationReward())),
        (long) rewards.getReputationReward(),
        DeedOutcome.success);
  }

  static TreasureHidden hidden(Treasure treasure) {
    return new TreasureHidden(
        treasure.getTreasureId(),
        treasure.getTreasureType(),
        treasure.getRarity(),
        treasure.getSpawnMap(),
        treasure.getSpawnX(),
        treasure.getSpawnY(),
        treasure.getSpawnedAt(),
        treasure.getDespawnsAt());
  }

  static TreasureSpawn row(Treasure treasure) {
    Long discoveredAt = treasure.getDiscoveredAt();
    return new TreasureSpawn(
        treasure.getTreasureId(),
        treasure.getTreasureType(),
        treasure.getRarity(),
        treasure.getSpawnMap(),
        treasure.getSpawnX(),
        treasure.getSpawnY(),
        TreasurePools.contents(treasure.getRarity()),
        treasure.getHintText(),
        treasure.getStatus(),
        treasure.getDiscoveredBy(),
        discoveredAt == null ? null : Instant.ofEpochMilli(discoveredAt),
        Instant.ofEpochMilli(treasure.getSpawnedAt()),
        Instant.ofEpochMilli(treasure.getDespawnsAt()));
  }
}
