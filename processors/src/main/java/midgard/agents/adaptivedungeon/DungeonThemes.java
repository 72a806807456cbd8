package midgard.agents.adaptivedungeon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import midgard.schemas.adaptivedungeon.DungeonTheme;
import midgard.schemas.adaptivedungeon.ThemeBonus;

/**
 * Who lives in the dungeons (domain reference 1.18), with the numbers of the game's own monster and
 * item lists. The reference names three monsters a theme; the others are of the same nature, so
 * that no two floors in a row are alike. What it names that the game does not know is replaced:
 * Knight of Windstorm for Stormy Knight; Red Blood, Mystic Frozen, Dark Crystal Fragment, Great
 * Nature, Feather of Angel Wing, Old Blue Box and Old Purple Box among the drops.
 */
final class DungeonThemes {
  record Monster(int id, String name) {}

  /**
   * A theme.
   *
   * @param drops the item for each floor, and the one that half of those who clear it all get
   */
  record Cast(
      List<Monster> monsters, List<Monster> bosses, List<ThemeBonus> bonus, List<Integer> drops) {}

  private static final Cast FIRE =
      new Cast(
          List.of(
              new Monster(1033, "Elder Willow"),
              new Monster(1058, "Metaller"),
              new Monster(1164, "Requiem"),
              new Monster(1072, "Kaho"),
              new Monster(1383, "Explosion"),
              new Monster(1367, "Blazer"),
              new Monster(1385, "Deleter"),
              new Monster(1366, "Lava Golem")),
          List.of(
              new Monster(1832, "Ifrit"),
              new Monster(1779, "Ktullanux"),
              new Monster(1623, "RSX-0806")),
          List.of(new ThemeBonus("atk", 1200), new ThemeBonus("matk", 1200)),
          List.of(990, 994));

  private static final Cast ICE =
      new Cast(
          List.of(
              new Monster(1777, "Ice Titan"),
              new Monster(1319, "Freezer"),
              new Monster(1243, "Sasquatch"),
              new Monster(1515, "Garm Baby"),
              new Monster(1242, "Marin"),
              new Monster(1775, "Snowier"),
              new Monster(1778, "Gazeti"),
              new Monster(1776, "Siroma")),
          List.of(
              new Monster(1779, "Ktullanux"),
              new Monster(1251, "Knight of Windstorm"),
              new Monster(1719, "Detale")),
          List.of(new ThemeBonus("def", 1200), new ThemeBonus("mdef", 1200)),
          List.of(995, 991));

  private static final Cast UNDEAD =
      new Cast(
          List.of(
              new Monster(1015, "Zombie"),
              new Monster(1036, "Ghoul"),
              new Monster(1192, "Wraith"),
              new Monster(1041, "Mummy"),
              new Monster(1117, "Evil Druid"),
              new Monster(1197, "Zombie Prisoner"),
              new Monster(1290, "Skeleton General"),
              new Monster(1291, "Wraith Dead")),
          List.of(
              new Monster(1272, "Dark Lord"),
              new Monster(1389, "Dracula"),
              new Monster(1046, "Doppelganger")),
          List.of(new ThemeBonus("max_hp", 1300), new ThemeBonus("flee", 1100)),
          List.of(930, 7005));

  private static final Cast DEMON =
      new Cast(
          List.of(
              new Monster(1101, "Baphomet Jr."),
              new Monster(1374, "Incubus"),
              new Monster(1370, "Succubus"),
              new Monster(1109, "Deviruchi"),
              new Monster(1061, "Nightmare"),
              new Monster(1143, "Marionette"),
              new Monster(1257, "Injustice"),
              new Monster(1260, "Dark Frame")),
          List.of(
              new Monster(1039, "Baphomet"),
              new Monster(1272, "Dark Lord"),
              new Monster(1873, "Beelzebub")),
          List.of(new ThemeBonus("atk", 1300), new ThemeBonus("crit", 1200)),
          List.of(7315, 923));

  private static final Cast EARTH =
      new Cast(
          List.of(
              new Monster(1040, "Golem"),
              new Monster(1495, "Stone Shooter"),
              new Monster(1377, "Elder"),
              new Monster(1020, "Mandragora"),
              new Monster(1368, "Geographer"),
              new Monster(1493, "Dryad"),
              new Monster(1499, "Wootan Fighter"),
              new Monster(1616, "Pitman")),
          List.of(new Monster(1115, "Eddga"), new Monster(1147, "Maya"), new Monster(1252, "Garm")),
          List.of(new ThemeBonus("def", 1300), new ThemeBonus("max_hp", 1200)),
          List.of(756, 997));

  private static final Cast HOLY =
      new Cast(
          List.of(
              new Monster(1096, "Angeling"),
              new Monster(1388, "Archangeling"),
              new Monster(1582, "Deviling"),
              new Monster(1371, "Fake Angel"),
              new Monster(1752, "Skogul"),
              new Monster(1753, "Frus"),
              new Monster(1754, "Skeggiold"),
              new Monster(1120, "Ghostring")),
          List.of(
              new Monster(1086, "Golden Thief Bug"),
              new Monster(1038, "Osiris"),
              new Monster(1150, "Moonlight Flower")),
          List.of(new ThemeBonus("matk", 1300), new ThemeBonus("heal", 1200)),
          List.of(523, 7079));

  private static final Cast CHAOTIC =
      new Cast(
          Stream.of(FIRE, ICE, UNDEAD, DEMON, EARTH, HOLY)
              .flatMap(cast -> cast.monsters().stream())
              .toList(),
          List.of(
              new Monster(1511, "Amon Ra"),
              new Monster(1157, "Pharaoh"),
              new Monster(1917, "Wounded Morroc")),
          List.of(new ThemeBonus("all_stats", 1150)),
          List.of(603, 617));

  private DungeonThemes() {}

  static Cast cast(DungeonTheme theme) {
    return switch (theme) {
      case fire_day -> FIRE;
      case ice_day -> ICE;
      case undead_day -> UNDEAD;
      case demon_day -> DEMON;
      case earth_day -> EARTH;
      case holy_day -> HOLY;
      case chaotic_day -> CHAOTIC;
    };
  }

  /** The theme that a faction brings. */
  static Optional<DungeonTheme> of(String faction) {
    return switch (faction) {
      case "rune_alliance" -> Optional.of(DungeonTheme.holy_day);
      case "shadow_cult" -> Optional.of(DungeonTheme.demon_day);
      case "nature_spirits" -> Optional.of(DungeonTheme.earth_day);
      default -> Optional.empty();
    };
  }
}
