package midgard.agents.faction;

import java.util.List;
import midgard.schemas.action.Buff;
import midgard.schemas.faction.Faction;

/**
 * What a faction is and gives (domain reference 1.10). The reference names kinds of rewards; the
 * items are the game's own, chosen to fit.
 *
 * @param bonuses of the faction, in points: the world's while it is dominant, and the skill's
 * @param emblem item of tier 1
 * @param blessing buff of tier 2
 * @param weapon item of tier 3
 * @param skill of tier 4: gives the faction's bonuses for good
 * @param title of tier 5
 */
public record FactionProfile(
    Faction faction,
    String name,
    String colour,
    List<Buff> bonuses,
    Item emblem,
    Buff blessing,
    Item weapon,
    String skill,
    String title) {

  /** An item of the game. */
  public record Item(int itemId, String name) {}

  private static final int BLESSING_PERCENT = 5;

  private static final FactionProfile RUNE_ALLIANCE =
      new FactionProfile(
          Faction.rune_alliance,
          "Rune Alliance",
          "blue",
          List.of(points("def", 5), points("mdef", 5)),
          new Item(2254, "Angel Wing"),
          percent("def"),
          new Item(1137, "Excalibur"),
          "Rune Ward",
          "Champion of the Rune Alliance");

  private static final FactionProfile SHADOW_CULT =
      new FactionProfile(
          Faction.shadow_cult,
          "Shadow Cult",
          "purple",
          List.of(points("matk", 5), points("crit", 3)),
          new Item(2255, "Evil Wing"),
          percent("matk"),
          new Item(1139, "Tirfing"),
          "Shadow Edge",
          "Champion of the Shadow Cult");

  private static final FactionProfile NATURE_SPIRITS =
      new FactionProfile(
          Faction.nature_spirits,
          "Nature Spirits",
          "green",
          List.of(points("max_hp", 100), points("heal_rate", 2)),
          new Item(2270, "Romantic Leaf"),
          percent("max_hp"),
          new Item(1468, "Zephyrus"),
          "Breath of the Wild",
          "Champion of the Nature Spirits");

  public static FactionProfile of(Faction faction) {
    return switch (faction) {
      case rune_alliance -> RUNE_ALLIANCE;
      case shadow_cult -> SHADOW_CULT;
      case nature_spirits -> NATURE_SPIRITS;
    };
  }

  private static Buff points(String stat, int amount) {
    return new Buff(stat, amount, false, 0);
  }

  private static Buff percent(String stat) {
    return new Buff(stat, BLESSING_PERCENT, true, 0);
  }
}
