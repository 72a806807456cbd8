package midgard.agents.dynamicboss;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.Buff;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossEncounter;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossReward;
import midgard.schemas.dynamicboss.BossSpawnHistory;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBoss;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.Priority;
import midgard.schemas.storyline.DeedKind;

/** What the game, the world's memory and the database get to see of a boss. */
final class BossEffects {
  /** A boss that comes later than this comes too late. */
  private static final Duration SPAWN = Duration.ofMinutes(5);

  /** A game server that was down at the end still has to go back to what is usual. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  private static final int UNCHANGED = 1000;
  private static final int ABSENT = 0;
  private static final int MOST_IMPORTANT = 10;
  private static final int ESSENCE_MINUTES = 60;

  private BossEffects() {}

  static String spawnKey(Boss boss) {
    return "boss:" + boss.getBossId() + ":spawn";
  }

  /** The rates first, so that the boss is born with them. */
  static void spawn(Boss boss, Context<DynamicBossState> context) {
    int level = boss.getLevel();
    flag(
        boss,
        "boss_hp_rate",
        BossRules.rate(boss.getScaledStats().getHp(), 10_000, level),
        context);
    flag(
        boss, "boss_atk_rate", BossRules.rate(boss.getScaledStats().getAtk(), 100, level), context);
    flag(boss, "boss_def_rate", BossRules.rate(boss.getScaledStats().getDef(), 50, level), context);
    flag(boss, "boss_present", UNCHANGED, context);
    SpawnMonster spawn =
        new SpawnMonster(
            boss.getSpawnMap(),
            boss.getSpawnX(),
            boss.getSpawnY(),
            boss.getMonsterId(),
            1,
            boss.getBossName());
    context.action(
        GameRequest.of(spawnKey(boss), spawn, SPAWN, boss.getSpawnMap()).with(Priority.high));
  }

  private static void flag(Boss boss, String flag, int value, Context<DynamicBossState> context) {
    String key = "boss:" + boss.getBossId() + ":" + flag + ":start";
    context.action(
        GameRequest.mapFlag(key, boss.getSpawnMap(), flag, value, BossRules.STAYS)
            .with(Priority.high));
  }

  /** With boss_present at 0 the game's script takes away a boss that is still there. */
  static void takeBack(Boss boss, Context<DynamicBossState> context) {
    for (String flag : List.of("boss_atk_rate", "boss_def_rate", "boss_hp_rate", "boss_present")) {
      String key = "boss:" + boss.getBossId() + ":" + flag + ":end";
      int value = flag.equals("boss_present") ? ABSENT : UNCHANGED;
      context.action(GameRequest.mapFlag(key, boss.getSpawnMap(), flag, value, END_VALID_FOR));
    }
  }

  static void announce(Boss boss, String occasion, String text, Context<DynamicBossState> context) {
    context.action(GameRequest.announcement("boss:" + boss.getBossId() + ":" + occasion, text));
  }

  static void happening(Boss boss, Context<DynamicBossState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            DeedKind.boss.name(),
            boss.getBossId(),
            BossTexts.opening(boss),
            boss.getSpawnMap(),
            Math.max(1, Math.min(MOST_IMPORTANT, boss.getDifficultyRating())),
            boss.getSpawnedAt(),
            boss.getEndsAt()));
  }

  static void happeningEnded(Boss boss, Context<DynamicBossState> context) {
    context.signal(
        Domain.WORLD, Domain.WORLD_KEY, new HappeningEnded(DeedKind.boss.name(), boss.getBossId()));
  }

  static void reward(Boss boss, long player, BossReward reward, Context<DynamicBossState> context) {
    GiveReward gift =
        GiveReward.newBuilder()
            .setPlayerId(player)
            .setItems(
                reward.getItems().stream()
                    .map(item -> new ItemAmount(item.getItemId(), item.getAmount()))
                    .toList())
            .setZeny(reward.getZeny())
            .setBaseExp(reward.getExp())
            .setBuffs(
                reward.getAttackEssence() == 0
                    ? List.of()
                    : List.of(new Buff("atk", reward.getAttackEssence(), true, ESSENCE_MINUTES)))
            .build();
    context.action(GameRequest.reward("boss:" + boss.getBossId() + ":player:" + player, gift));
  }

  static DynamicBoss row(Boss boss) {
    return new DynamicBoss(
        boss.getBossId(),
        BossKind.of(boss.getSpawnReason()).type(),
        boss.getBossName(),
        boss.getSpawnReason(),
        boss.getSpawnMap(),
        boss.getSpawnX(),
        boss.getSpawnY(),
        boss.getBaseStats(),
        boss.getScaledStats(),
        boss.getDifficultyRating(),
        boss.getModifierMilli(),
        boss.getStatus(),
        boss.getEndReason(),
        Instant.ofEpochMilli(boss.getSpawnedAt()),
        boss.getDefeatedAt() == 0 ? null : Instant.ofEpochMilli(boss.getDefeatedAt()));
  }

  static BossSpawnHistory history(Boss boss) {
    boolean defeated = boss.getStatus() == BossStatus.defeated;
    return new BossSpawnHistory(
        boss.getBossId(),
        BossKind.of(boss.getSpawnReason()).type(),
        boss.getSpawnReason(),
        boss.getSpawnMap(),
        boss.getDifficultyRating(),
        (int) boss.getFighters().stream().filter(BossFighter::getTookPart).count(),
        defeated ? (int) ((boss.getDefeatedAt() - boss.getSpawnedAt()) / 1000) : null,
        defeated,
        Instant.ofEpochMilli(boss.getSpawnedAt()));
  }

  /**
   * @param reward null: none
   */
  static BossEncounter encounter(Boss boss, BossFighter fighter, BossReward reward, long now) {
    return new BossEncounter(
        boss.getBossId(),
        fighter.getPlayerId(),
        fighter.getDamage(),
        fighter.getDeaths(),
        (int) ((fighter.getLastAt() - fighter.getFirstAt()) / 1000),
        reward,
        Instant.ofEpochMilli(now));
  }
}
