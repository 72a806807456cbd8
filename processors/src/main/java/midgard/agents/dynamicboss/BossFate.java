package midgard.agents.dynamicboss;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.Domain;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossDefeated;
import midgard.schemas.dynamicboss.BossEnd;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossGone;
import midgard.schemas.dynamicboss.BossReward;
import midgard.schemas.dynamicboss.BossShare;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

/** How a boss ends: defeated or not. */
final class BossFate {
  private static final int WHOLE = 1000;

  private BossFate() {}

  static void leave(Boss boss, BossEnd reason, Context<DynamicBossState> context) {
    boss.setStatus(BossStatus.despawned);
    List<BossFighter> tookPart =
        boss.getFighters().stream().filter(BossFighter::getTookPart).toList();
    for (BossFighter fighter : tookPart) {
      context.change(BossEffects.encounter(boss, fighter, null, context.time()));
    }
    if (tookPart.stream().anyMatch(fighter -> fighter.getDeaths() > 0)) {
      BossArrival.setWipes(context.state(), boss.getSpawnReason(), true);
    }
    if (boss.getConfirmed()) {
      BossEffects.announce(boss, "end", BossTexts.gone(boss, reason), context);
      deed(boss, DeedOutcome.failure, shares(tookPart), context);
    }
    end(boss, reason, context);
  }

  /** Pays everyone once: afterwards the boss is gone from the state. */
  static void defeat(Boss boss, Context<DynamicBossState> context) {
    boss.setStatus(BossStatus.defeated);
    int difficulty = boss.getDifficultyRating();
    List<BossFighter> paid = BossRewards.paid(boss.getFighters());
    List<Long> exp = BossRewards.shares(paid, BossRewards.exp(difficulty, paid.size()));
    List<Long> zeny = BossRewards.shares(paid, BossRewards.zeny(difficulty, paid.size()));
    List<BossShare> shares = shares(paid);
    BossDefeated defeated =
        new BossDefeated(
            boss.getBossId(),
            boss.getBossName(),
            boss.getSpawnReason(),
            boss.getSourceId(),
            boss.getSpawnMap(),
            difficulty,
            shares,
            boss.getDefeatedAt());
    for (int i = 0; i < paid.size(); i++) {
      BossFighter fighter = paid.get(i);
      BossReward reward = BossRewards.of(difficulty, exp.get(i), zeny.get(i), context.random());
      BossEffects.reward(boss, fighter.getPlayerId(), reward, context);
      context.change(BossEffects.encounter(boss, fighter, reward, context.time()));
      String player = Long.toString(fighter.getPlayerId());
      if (reward.getReputation() > 0) {
        context.signal(
            Domain.PLAYER,
            player,
            new ReputationGain(
                ReputationKind.world_guardian, reward.getReputation(), "boss", boss.getBossId()));
      }
      context.signal(Domain.PLAYER, player, defeated);
    }
    for (BossFighter fighter : boss.getFighters()) {
      if (fighter.getTookPart() && !paid.contains(fighter)) {
        context.change(BossEffects.encounter(boss, fighter, null, context.time()));
      }
    }
    BossArrival.setWipes(context.state(), boss.getSpawnReason(), false);
    context.signal(Domain.WORLD, Domain.WORLD_KEY, defeated);
    BossEffects.announce(boss, "end", BossTexts.defeated(boss, paid.size()), context);
    deed(boss, DeedOutcome.success, shares, context);
    end(boss, BossEnd.defeated, context);
  }

  private static void end(Boss boss, BossEnd reason, Context<DynamicBossState> context) {
    boss.setEndReason(reason);
    context.state().getBosses().removeIf(other -> other.getBossId().equals(boss.getBossId()));
    BossEffects.takeBack(boss, context);
    BossEffects.happeningEnded(boss, context);
    context.broadcast(Domain.MAP, new BossGone(boss.getBossId()));
    context.change(BossEffects.row(boss));
    context.change(BossEffects.history(boss));
  }

  /** By damage; even where no damage is known. */
  private static List<BossShare> shares(List<BossFighter> fighters) {
    List<Long> parts = fighters.isEmpty() ? List.of() : BossRewards.shares(fighters, WHOLE);
    List<BossShare> shares = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      BossFighter fighter = fighters.get(i);
      shares.add(
          new BossShare(
              fighter.getPlayerId(),
              fighter.getDamage(),
              fighter.getDeaths(),
              parts.get(i).intValue()));
    }
    return shares;
  }

  private static void deed(
      Boss boss, DeedOutcome outcome, List<BossShare> shares, Context<DynamicBossState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Deed(
            DeedKind.boss,
            boss.getBossId(),
            boss.getBossName(),
            boss.getSpawnMap(),
            shares.stream()
                .map(s -> new DeedShare(s.getPlayerId(), Math.max(1, s.getShareMilli() / 10)))
                .toList(),
            shares.stream().mapToLong(BossShare::getDamage).sum(),
            outcome));
  }
}
