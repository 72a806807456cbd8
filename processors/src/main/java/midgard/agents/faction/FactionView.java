package midgard.agents.faction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agents.faction.FactionRules.Influence;
import midgard.schemas.action.Buff;
import midgard.schemas.faction.AllegianceState;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionScore;
import midgard.schemas.faction.Standing;

/** Factions as the API shows them (domain reference 2.4). */
public final class FactionView {
  private FactionView() {}

  /**
   * A faction's place in the world.
   *
   * @param alignmentScore rounded half up
   * @param influence the step in force; of a faction below 0 how much it is hated
   */
  public record Power(
      Faction factionId,
      String factionName,
      String colour,
      long alignmentScore,
      long alignmentScoreMilli,
      Influence influence,
      boolean isDominant,
      Optional<Instant> lastShift) {}

  public record Conflict(
      String conflictId, Faction factionA, Faction factionB, Instant startedAt) {}

  public record Alignment(
      List<Power> factions,
      Optional<Faction> dominantFaction,
      List<Conflict> conflicts,
      Instant timestamp) {}

  public record Reputation(
      long playerId,
      Faction factionId,
      int reputation,
      int reputationTier,
      String tierName,
      long actionsCompleted,
      Optional<Instant> lastAction) {}

  public record Reputations(long playerId, List<Reputation> reputations, Instant timestamp) {}

  /**
   * What a tier gave.
   *
   * @param itemId empty: no item
   */
  public record Reward(int tier, String name, Optional<Integer> itemId) {}

  /**
   * What a player has been given by one faction.
   *
   * @param undeliveredTiers whose reward the game could not give
   */
  public record Rewards(
      long playerId,
      Faction factionId,
      int tier,
      String tierName,
      List<Reward> cosmetics,
      List<Reward> buffs,
      List<Reward> items,
      List<Reward> skills,
      List<Reward> titles,
      List<Integer> undeliveredTiers) {}

  public static Alignment alignment(BalanceOfPowerState state, Instant now) {
    return new Alignment(
        state.getScores().stream().map(score -> power(score, state)).toList(),
        Optional.ofNullable(state.getDominant()),
        state.getConflicts().stream()
            .map(
                conflict ->
                    new Conflict(
                        conflict.getConflictId(),
                        conflict.getFactionA(),
                        conflict.getFactionB(),
                        Instant.ofEpochMilli(conflict.getStartedAt())))
            .toList(),
        now);
  }

  private static Power power(FactionScore score, BalanceOfPowerState state) {
    FactionProfile profile = FactionProfile.of(score.getFaction());
    return new Power(
        score.getFaction(),
        profile.name(),
        profile.colour(),
        FactionRules.shown(score.getScoreMilli()),
        score.getScoreMilli(),
        Influence.of(score.getLevel()),
        score.getFaction() == state.getDominant(),
        instant(score.getLastShift()));
  }

  public static Reputations reputations(long player, AllegianceState state, Instant now) {
    return new Reputations(
        player,
        state.getStandings().stream()
            .map(
                standing ->
                    new Reputation(
                        player,
                        standing.getFaction(),
                        standing.getReputation(),
                        standing.getTier(),
                        FactionRules.TIERS.get(standing.getTier()),
                        standing.getActionsCompleted(),
                        instant(standing.getLastActionAt())))
            .toList(),
        now);
  }

  /**
   * @param faction empty: the player's own; of a player who has none the first
   */
  public static Rewards rewards(long player, AllegianceState state, Optional<Faction> faction) {
    Faction of = faction.or(() -> Allegiance.own(state)).orElse(Faction.values()[0]);
    Standing standing = state.getStandings().get(of.ordinal());
    FactionProfile profile = FactionProfile.of(of);
    int reached = standing.getHighestTier();
    return new Rewards(
        player,
        of,
        standing.getTier(),
        FactionRules.TIERS.get(standing.getTier()),
        item(reached, TierRewards.EMBLEM, profile.emblem()),
        given(reached, TierRewards.BLESSING, text(List.of(profile.blessing()))),
        item(reached, TierRewards.WEAPON, profile.weapon()),
        given(reached, TierRewards.SKILL, profile.skill() + ": " + text(profile.bonuses())),
        given(reached, TierRewards.TITLE, profile.title()),
        List.copyOf(standing.getUndelivered()));
  }

  private static List<Reward> item(int reached, int tier, FactionProfile.Item item) {
    return reached < tier
        ? List.of()
        : List.of(new Reward(tier, item.name(), Optional.of(item.itemId())));
  }

  private static List<Reward> given(int reached, int tier, String name) {
    return reached < tier ? List.of() : List.of(new Reward(tier, name, Optional.empty()));
  }

  private static String text(List<Buff> buffs) {
    List<String> parts = new ArrayList<>();
    for (Buff buff : buffs) {
      parts.add(buff.getStat() + " +" + buff.getAmount() + (buff.getPercent() ? " %" : ""));
    }
    return String.join(", ", parts);
  }

  private static Optional<Instant> instant(long time) {
    return time == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
  }
}
