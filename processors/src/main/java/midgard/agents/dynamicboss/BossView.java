package midgard.agents.dynamicboss;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossItem;
import midgard.schemas.dynamicboss.BossStats;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.dynamicboss.SpawnReason;

/**
 * A boss as the API shows it (domain reference 2.4).
 *
 * @param confirmed the game has said that it is there
 * @param participants who has taken part so far
 * @param rewards for one player alone; more players share as many times the experience and zeny
 */
public record BossView(
    String bossId,
    String bossType,
    String bossName,
    SpawnReason spawnReason,
    String spawnMap,
    int spawnX,
    int spawnY,
    int level,
    BossStats baseStats,
    BossStats scaledStats,
    int difficultyRating,
    BigDecimal rewardMultiplier,
    List<String> skills,
    BossStatus status,
    boolean confirmed,
    int participants,
    Rewards rewards,
    DespawnConditions despawnConditions,
    Instant spawnedAt,
    Instant endsAt,
    Optional<Instant> defeatedAt) {

  public record Rewards(
      long exp, long zeny, List<BossItem> items, int reputation, List<String> specialDrops) {}

  public record DespawnConditions(long timeoutMinutes, long noCombatMinutes) {}

  /** Those that are there at an instant: one whose time is over is gone, tick or no tick. */
  public static List<BossView> active(DynamicBossState state, long now) {
    return state.getBosses().stream().filter(boss -> isThere(boss, now)).map(BossView::of).toList();
  }

  private static boolean isThere(Boss boss, long now) {
    return boss.getDefeatedAt() == 0
        && now < boss.getEndsAt()
        && now < boss.getLastCombatAt() + BossRules.WITHOUT_COMBAT.toMillis();
  }

  private static BossView of(Boss boss) {
    BossKind kind = BossKind.of(boss.getSpawnReason());
    int difficulty = boss.getDifficultyRating();
    return new BossView(
        boss.getBossId(),
        kind.type(),
        boss.getBossName(),
        boss.getSpawnReason(),
        boss.getSpawnMap(),
        boss.getSpawnX(),
        boss.getSpawnY(),
        boss.getLevel(),
        boss.getBaseStats(),
        boss.getScaledStats(),
        difficulty,
        BigDecimal.valueOf(boss.getModifierMilli(), 3),
        kind.skills(),
        boss.getStatus(),
        boss.getConfirmed(),
        (int) boss.getFighters().stream().filter(BossFighter::getTookPart).count(),
        new Rewards(
            BossRewards.exp(difficulty, 1),
            BossRewards.zeny(difficulty, 1),
            BossRewards.items(difficulty),
            BossRewards.reputation(difficulty),
            BossRewards.special(difficulty)),
        new DespawnConditions(BossRules.STAYS.toMinutes(), BossRules.WITHOUT_COMBAT.toMinutes()),
        Instant.ofEpochMilli(boss.getSpawnedAt()),
        Instant.ofEpochMilli(boss.getEndsAt()),
        Optional.empty());
  }
}
