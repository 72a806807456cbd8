package midgard.agents.eventchain;

import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.action.Buff;
import midgard.schemas.action.GiveReward;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainEnded;
import midgard.schemas.eventchain.ChainOutcome;
import midgard.schemas.eventchain.ChainPlayer;
import midgard.schemas.eventchain.ChainReward;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.EventChainState;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.eventchain.StepOutcome;
import midgard.schemas.eventchain.StepResult;
import midgard.schemas.eventchain.WorldChanges;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

/** What the end of a chain does to players and to the world. */
final class ChainEnding {
  private ChainEnding() {}

  static void carryOut(
      Chain chain, StepOutcome ending, int rateMilli, Context<EventChainState> context) {
    int level = Math.max(1, ChainPlan.meanLevel(context.peek(WorldPulse.STATE)));
    long best = ChainPlayers.best(chain);
    for (ChainPlayer player : chain.getPlayers()) {
      int share = ChainRules.shareMilli(player.getContribution(), best);
      ChainReward reward = reward(chain.getSteps(), level, share, ending == StepOutcome.success);
      pay(chain, player, reward, context);
      context.change(ChainEffects.row(chain, player, reward, context));
    }
    WorldChanges changes = changes(chain, ending);
    changeWorld(chain, changes, context);
    ChainEffects.say(chain, "end", ChainTexts.closing(chain, ending), context);
    context.change(ChainEffects.chainRow(chain, context.time()));
    context.change(
        new ChainOutcome(
            chain.getChainId(),
            ending,
            changes,
            chain.getPlayers().size(),
            rateMilli,
            Instant.ofEpochMilli(context.time())));
    context.signal(
        Domain.WORLD, Domain.WORLD_KEY, ended(chain, ending, rateMilli, changes, context.time()));
    context.signal(Domain.WORLD, Domain.WORLD_KEY, deed(chain, ending));
  }

  /** The chain as a deed of those who took part. */
  private static Deed deed(Chain chain, StepOutcome ending) {
    List<DeedShare> shares =
        chain.getPlayers().stream()
            .map(
                player ->
                    new DeedShare(
                        player.getPlayerId(),
                        (int) Math.min(ChainRules.MOST_SCORE, player.getContribution())))
            .toList();
    return new Deed(
        DeedKind.event_chain,
        chain.getChainId(),
        chain.getChainName(),
        chain.getMap(),
        shares,
        chain.getPlayers().stream().mapToLong(ChainPlayer::getContribution).sum(),
        switch (ending) {
          case success -> DeedOutcome.success;
          case partial -> DeedOutcome.mixed;
          case failure -> DeedOutcome.failure;
        });
  }

  /** What the steps that were done are worth; in integers, what is left of a whole is dropped. */
  static ChainReward reward(List<ChainStep> steps, int level, int shareMilli, boolean blessing) {
    long worth =
        steps.stream()
            .filter(step -> step.getOutcome() != null)
            .mapToLong(step -> ChainRules.rewardMilli(step.getOutcome()))
            .sum();
    long exp = level * worth * ChainRules.EXP_PER_LEVEL / 1000 * shareMilli / 1000;
    long zeny = level * worth * ChainRules.ZENY_PER_LEVEL / 1000 * shareMilli / 1000;
    return new ChainReward(exp, zeny, blessing);
  }

  private static void pay(
      Chain chain, ChainPlayer player, ChainReward reward, Context<EventChainState> context) {
    if (reward.getExp() == 0) {
      return;
    }
    GiveReward give =
        GiveReward.newBuilder()
            .setPlayerId(player.getPlayerId())
            .setBaseExp(reward.getExp())
            .setZeny(reward.getZeny())
            .setBuffs(
                reward.getBlessing()
                    ? List.of(
                        new Buff(
                            "all_stats",
                            ChainRules.BLESSING_STATS,
                            false,
                            ChainRules.BLESSING_MINUTES))
                    : List.of())
            .build();
    context.action(
        GameRequest.reward(
            "chain:" + chain.getChainId() + ":player:" + player.getPlayerId(), give));
  }

  private static WorldChanges changes(Chain chain, StepOutcome ending) {
    String faction = chain.getFaction();
    return switch (ending) {
      case success -> new WorldChanges("positive", faction, ChainRules.FACTION_MILLI, 0, true);
      case partial -> new WorldChanges("neutral", faction, 0, 0, false);
      case failure ->
          new WorldChanges(
              "negative", faction, -ChainRules.FACTION_MILLI, ChainRules.CORRUPTION, false);
    };
  }

  private static void changeWorld(
      Chain chain, WorldChanges changes, Context<EventChainState> context) {
    if (changes.getFactionMilli() != 0) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new FactionShift(
              chain.getFaction(), changes.getFactionMilli(), "event chain", chain.getChainId()));
    }
    if (changes.getHostileMonsters() > 0) {
      int level = ChainPlan.meanLevel(context.peek(WorldPulse.STATE));
      context.action(
          GameRequest.monsters(
              "chain:" + chain.getChainId() + ":corruption",
              chain.getMap(),
              ChainMonsters.follower(chain.getChainType(), level),
              changes.getHostileMonsters(),
              ChainRules.STEP_LIMIT));
    }
  }

  private static ChainEnded ended(
      Chain chain, StepOutcome ending, int rateMilli, WorldChanges changes, long now) {
    return new ChainEnded(
        chain.getChainId(),
        chain.getChainType(),
        chain.getChainName(),
        chain.getMap(),
        chain.getStatus(),
        ending,
        rateMilli,
        chain.getPlayers().size(),
        chain.getSteps().stream()
            .map(
                step ->
                    new StepResult(
                        step.getStepNumber(),
                        step.getStepType(),
                        step.getObjective(),
                        step.getOutcome()))
            .toList(),
        chain.getFaction(),
        changes.getFactionMilli(),
        chain.getStartedAt(),
        now);
  }
}
