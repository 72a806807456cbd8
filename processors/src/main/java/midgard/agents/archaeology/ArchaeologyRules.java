package midgard.agents.archaeology;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import midgard.schemas.action.Buff;
import midgard.schemas.archaeology.ArtifactRarity;
import midgard.schemas.archaeology.ArtifactType;
import midgard.schemas.event.ItemAmount;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers of the archaeology agent (domain reference 1.17); items are those of the game's own
 * list.
 *
 * @param spotsADay 10 to 20
 */
public record ArchaeologyRules(int spotsADay) {
  static final LocalTime DIGS_APPEAR = LocalTime.of(2, 0);
  static final Duration SPOT_LIFE = Duration.ofHours(48);
  static final int SPACING = 30;
  static final int EDGE = 50;
  static final int REACH = 3;
  static final int TRIES = 100;
  static final int MAX_REMEMBERED = 100;
  static final int MAX_TREASURE_MAPS = 100;
  static final int FEWEST_MAPS = 20;
  static final String ARCHAEOLOGIST = "Archaeologist";
  static final Duration SECRET_OPEN = Duration.ofMinutes(30);

  private static final int[] DIGS_FOR_LEVEL = {0, 10, 30, 60, 100, 150, 210, 280, 360, 500};

  /** How much goes on on a map, and how rich its spots are, in thousandths. */
  enum Traffic {
    QUIET(300, 800),
    MIDDLE(200, 600),
    BUSY(100, 400);

    private final int least;
    private final int most;

    Traffic(int least, int most) {
      this.least = least;
      this.most = most;
    }

    int rarityMilli(UniformRandomProvider random) {
      return random.nextInt(least, most + 1);
    }
  }

  /** A set of artefacts that is rewarded once. */
  public record Collection(
      String id,
      ArtifactType kind,
      int needed,
      String title,
      List<Buff> buffs,
      String bonus,
      int itemId) {}

  public static final List<Collection> COLLECTIONS =
      List.of(
          new Collection(
              "ancient_fossils",
              ArtifactType.fossil,
              10,
              "Paleontologist",
              List.of(new Buff("max_hp", 200, false, 0)),
              "max HP +200",
              5017),
          new Collection(
              "lost_kingdom_relics",
              ArtifactType.relic,
              15,
              "Relic Hunter",
              List.of(new Buff("matk", 10, false, 0)),
              "MATK +10",
              2234),
          new Collection(
              "forbidden_tomes",
              ArtifactType.tome,
              20,
              "Lorekeeper",
              List.of(new Buff("int", 5, false, 0), new Buff("dex", 5, false, 0)),
              "INT +5, DEX +5",
              5407),
          new Collection(
              "legendary_treasures",
              ArtifactType.rare_material,
              5,
              "Treasure Master",
              List.of(new Buff("all_stats", 3, false, 0)),
              "all stats +3",
              5080));

  /** A secret place: what waits there, and what whoever finds it is given at once. */
  public record Secret(
      String name, List<String> rewards, List<ItemAmount> items, List<Buff> buffs) {}

  static final List<Secret> SECRETS =
      List.of(
          new Secret(
              "hidden_boss_lair",
              List.of("Boss: Ancient Worm", "MVP card", "Ancient weapon"),
              List.of(),
              List.of()),
          new Secret(
              "ancient_vault",
              List.of("High tier equipment", "Rare cards"),
              List.of(new ItemAmount(617, 1), new ItemAmount(616, 1)),
              List.of()),
          new Secret(
              "forgotten_shrine",
              List.of("All stats +10 for an hour"),
              List.of(),
              List.of(new Buff("all_stats", 10, false, 60))),
          new Secret(
              "secret_garden",
              List.of("Rare herbs", "Mystic flowers"),
              List.of(new ItemAmount(510, 10), new ItemAmount(710, 3)),
              List.of()));

  /** The level that so many digs give, 1 to 10. */
  public static int level(int digs) {
    int level = 1;
    while (level < DIGS_FOR_LEVEL.length && digs >= DIGS_FOR_LEVEL[level]) {
      level++;
    }
    return level;
  }

  /** How much of the way to the next level is done, 0 to 1; 1 at the top. */
  public static double progress(int digs) {
    int level = level(digs);
    if (level == DIGS_FOR_LEVEL.length) {
      return 1;
    }
    double from = DIGS_FOR_LEVEL[level - 1];
    return (digs - from) / (DIGS_FOR_LEVEL[level] - from);
  }

  /**
   * What level and spot add to the rare half of the odds, in thousandths: min(.5, .05 × level × (.5
   * + spot)). A spot of .5 gives the reference's odds; the spot's share is ours, as the reference
   * draws the figure and never uses it.
   */
  static int bonusMilli(int level, int spotMilli) {
    return Math.min(500, 50 * level * (500 + spotMilli) / 1000);
  }

  /** Weights of common, uncommon, rare and mythic; they need not add up to 1000. */
  static int[] weights(int level, int spotMilli) {
    int bonus = bonusMilli(level, spotMilli);
    return new int[] {Math.max(100, 500 - bonus), 300, 150 + bonus / 2, 50 + bonus / 2};
  }

  static ArtifactRarity rarity(int level, int spotMilli, UniformRandomProvider random) {
    int[] weights = weights(level, spotMilli);
    int drawn = random.nextInt(weights[0] + weights[1] + weights[2] + weights[3]);
    int kind = 0;
    while (drawn >= weights[kind]) {
      drawn -= weights[kind];
      kind++;
    }
    return ArtifactRarity.values()[kind];
  }

  static ArtifactType kind(ArtifactRarity rarity, UniformRandomProvider random) {
    List<ArtifactType> kinds =
        switch (rarity) {
          case common -> List.of(ArtifactType.fossil, ArtifactType.relic);
          case uncommon -> List.of(ArtifactType.relic, ArtifactType.tome);
          case rare -> List.of(ArtifactType.tome, ArtifactType.treasure_map);
          case mythic -> List.of(ArtifactType.treasure_map, ArtifactType.rare_material);
        };
    return kinds.get(random.nextInt(kinds.size()));
  }

  static String name(ArtifactRarity rarity, ArtifactType kind, UniformRandomProvider random) {
    List<String> prefixes =
        switch (rarity) {
          case common -> List.of("Old", "Weathered", "Ancient");
          case uncommon -> List.of("Preserved", "Mysterious", "Ornate");
          case rare -> List.of("Legendary", "Pristine", "Sacred");
          case mythic -> List.of("Divine", "Cosmic", "Primordial");
        };
    String noun =
        switch (kind) {
          case fossil -> "Fossil";
          case relic -> "Relic";
          case tome -> "Tome";
          case treasure_map -> "Treasure Map";
          case rare_material -> "Rare Material";
        };
    return prefixes.get(random.nextInt(prefixes.size())) + " " + noun;
  }
}
