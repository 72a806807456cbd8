package midgard.agents.eventchain;

import java.util.List;
import midgard.schemas.eventchain.ChainType;

/**
 * Whom the players fight, by type of chain and by the players' mean level: numbers of the game's
 * own monster list. The reference has Porings everywhere.
 */
final class ChainMonsters {
  /** Mean levels from which the second and the third of each list come. */
  private static final int MIDDLE = 40;

  private static final int HIGH = 70;

  private record Cast(List<Integer> followers, List<Integer> bosses) {}

  private ChainMonsters() {}

  static int follower(ChainType type, int meanLevel) {
    return cast(type).followers().get(tier(meanLevel));
  }

  static int boss(ChainType type, int meanLevel) {
    return cast(type).bosses().get(tier(meanLevel));
  }

  private static int tier(int meanLevel) {
    if (meanLevel >= HIGH) {
      return 2;
    }
    return meanLevel >= MIDDLE ? 1 : 0;
  }

  private static Cast cast(ChainType type) {
    return switch (type) {
      // Archer Skeleton, Mummy, Evil Druid; Ghostring, Moonlight Flower, Doppelganger.
      case investigation -> new Cast(List.of(1016, 1041, 1117), List.of(1120, 1150, 1046));
      // Orc Warrior, High Orc, Khalitzburg; Vagabond Wolf, Orc Lord, Orc Hero.
      case invasion -> new Cast(List.of(1023, 1213, 1132), List.of(1092, 1190, 1087));
      // Goblin, Kobold, Raydric; Toad, Phreeoni, Mistress.
      case rescue -> new Cast(List.of(1122, 1133, 1163), List.of(1089, 1159, 1059));
      // Poporing, Mummy, Evil Druid; Deviling, Golden Thief Bug, Osiris.
      case treasure_hunt -> new Cast(List.of(1031, 1041, 1117), List.of(1582, 1086, 1038));
      // Orc Skeleton, Raydric, Dark Priest; Angeling, Eddga, Doppelganger.
      case faction_war -> new Cast(List.of(1152, 1163, 1198), List.of(1096, 1115, 1046));
    };
  }
}
