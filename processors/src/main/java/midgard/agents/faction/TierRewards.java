package midgard.agents.faction;

import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.faction.AllegianceState;
import midgard.schemas.faction.Standing;

/** What a player is given on reaching a tier: once, however often the tier is left and reached. */
final class TierRewards {
  static final int EMBLEM = 1;
  static final int BLESSING = 2;
  static final int WEAPON = 3;
  static final int SKILL = 4;
  static final int TITLE = 5;

  private TierRewards() {}

  /** A step over several tiers gives what each of them gives. */
  static void give(Standing standing, Context<AllegianceState> context) {
    for (int tier = standing.getHighestTier() + 1; tier <= standing.getTier(); tier++) {
      GiveReward.Builder reward =
          GiveReward.newBuilder().setPlayerId(Long.parseLong(context.key()));
      fill(reward, tier, FactionProfile.of(standing.getFaction()));
      context.action(GameRequest.reward(key(context.key(), standing, tier), reward.build()));
    }
    standing.setHighestTier(Math.max(standing.getHighestTier(), standing.getTier()));
  }

  private static void fill(GiveReward.Builder reward, int tier, FactionProfile profile) {
    switch (tier) {
      case EMBLEM -> reward.setItems(List.of(new ItemAmount(profile.emblem().itemId(), 1)));
      case BLESSING -> reward.setBuffs(List.of(profile.blessing()));
      case WEAPON -> reward.setItems(List.of(new ItemAmount(profile.weapon().itemId(), 1)));
      case SKILL -> reward.setBuffs(profile.bonuses());
      case TITLE -> reward.setTitle(profile.title());
      default -> throw new IllegalStateException("There is no reward for tier " + tier);
    }
  }

  private static String key(String player, Standing standing, int tier) {
    return "faction:" + player + ":" + standing.getFaction() + ":tier:" + tier;
  }

  /** Notes whether the game could give it; true if that is news. */
  static boolean note(ActionResult result, Standing standing, String player) {
    for (int tier = EMBLEM; tier <= standing.getHighestTier(); tier++) {
      if (result.getIdempotencyKey().equals(key(player, standing, tier))) {
        List<Integer> undelivered = standing.getUndelivered();
        if (result.getOutcome() == ActionOutcome.completed) {
          return undelivered.remove((Object) tier);
        }
        return !undelivered.contains(tier) && undelivered.add(tier);
      }
    }
    return false;
  }
}
