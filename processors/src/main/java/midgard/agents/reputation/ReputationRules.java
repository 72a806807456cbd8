package midgard.agents.reputation;

import java.util.List;
import midgard.schemas.reputation.ReputationKind;

/**
 * The numbers of reputation (domain reference 1.11).
 *
 * @param dailyCap most points of one kind that a player can earn in a day
 */
public record ReputationRules(int dailyCap) {
  /** Most points that one gain may carry. */
  public static final int MAX_GAIN = 1000;

  /**
   * A step of influence.
   *
   * @param influence from this much on
   */
  public record Tier(int number, String name, int influence, List<Benefit> benefits) {}

  /**
   * What a tier opens.
   *
   * @param type shop, title, passive, service, headgear or aura
   * @param itemId an item that the player is given; 0: none
   */
  public record Benefit(String type, String id, String description, int itemId) {
    Benefit(String type, String id, String description) {
      this(type, id, description, 0);
    }
  }

  public static final List<Tier> TIERS =
      List.of(
          new Tier(0, "Newcomer", 0, List.of()),
          new Tier(
              1,
              "Known",
              1000,
              List.of(
                  new Benefit("shop", "basic_shop", "Basic reputation shop"),
                  new Benefit("title", "known", "Known"))),
          new Tier(
              2,
              "Respected",
              3000,
              List.of(
                  new Benefit("shop", "rare_shop", "Rare reputation shop"),
                  new Benefit("title", "respected", "Respected: max HP +50"),
                  new Benefit("passive", "all_stats_1", "All stats +1"))),
          new Tier(
              3,
              "Renowned",
              5000,
              List.of(
                  new Benefit("shop", "exclusive_shop", "Exclusive reputation shop"),
                  new Benefit("title", "renowned", "Renowned: max HP +100, max SP +50"),
                  new Benefit("passive", "all_stats_2", "All stats +2"),
                  new Benefit("service", "npc_shortcuts", "Shortcuts at NPCs"))),
          new Tier(
              4,
              "Legendary",
              7000,
              List.of(
                  new Benefit("shop", "legendary_shop", "Legendary reputation shop"),
                  new Benefit("title", "legendary", "Legendary: max HP +200, max SP +100, ATK +5"),
                  new Benefit("passive", "all_stats_3", "All stats +3"),
                  new Benefit("headgear", "crown_of_renown", "Crown of Renown", 5000))),
          new Tier(
              5,
              "Mythic",
              10_000,
              List.of(
                  new Benefit("shop", "mythic_shop", "Mythic reputation shop"),
                  new Benefit(
                      "title", "mythic", "Mythic: max HP +300, max SP +150, ATK +10, MATK +10"),
                  new Benefit("passive", "all_stats_5", "All stats +5"),
                  new Benefit("headgear", "halo_of_legends", "Halo of Legends", 5001),
                  new Benefit("aura", "aura_of_legends", "Aura: all damage +5 %"))));

  /** What one point of a kind adds to the influence, in thousandths. */
  public static int weightMilli(ReputationKind kind) {
    return switch (kind) {
      case world_guardian -> 300;
      case explorer -> 250;
      case problem_solver -> 200;
      case event_participant -> 150;
      case faction_loyalist -> 100;
    };
  }

  /** The tier that an influence reaches. */
  public static Tier tierOf(long influenceMilli) {
    Tier reached = TIERS.get(0);
    for (Tier tier : TIERS) {
      if (influenceMilli >= tier.influence() * 1000L) {
        reached = tier;
      }
    }
    return reached;
  }

  /** How much of the way to the next tier is done, 0 to 1; 1 at the top. */
  public static double progress(long influenceMilli) {
    Tier tier = tierOf(influenceMilli);
    if (tier.number() == TIERS.size() - 1) {
      return 1;
    }
    long from = tier.influence() * 1000L;
    long to = TIERS.get(tier.number() + 1).influence() * 1000L;
    return (double) (influenceMilli - from) / (to - from);
  }

  /** Thousandths as whole points, rounded half up. */
  public static long shown(long milli) {
    return Math.floorDiv(milli + 500, 1000);
  }
}
