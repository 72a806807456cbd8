package midgard.agents.treasure;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.treasure.TreasureContents;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureRewards;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What lies in treasures (domain reference 1.14). Items that the reference names and the classic
 * game does not have stand for the nearest that it has.
 */
final class TreasurePools {
  private static final String TITLE = "Seeker of Legends";

  /**
   * Something of a pool.
   *
   * @param itemId 0: a title instead
   */
  private record Entry(int itemId, int min, int max) {}

  private record Pool(TreasureContents contents, List<Entry> entries) {}

  private static final Pool BRONZE =
      new Pool(
          new TreasureContents(3, 5, 1_000L, 5_000L, 10, 0, 0),
          List.of(
              new Entry(909, 10, 30), // Jellopy
              new Entry(914, 5, 15), // Fluff
              new Entry(501, 5, 10), // Red Potion
              new Entry(505, 3, 8), // Blue Potion
              new Entry(938, 5, 15))); // Sticky Mucus

  private static final Pool SILVER =
      new Pool(
          new TreasureContents(2, 3, 10_000L, 25_000L, 25, 1, 1),
          List.of(
              new Entry(985, 1, 3), // Elunium
              new Entry(984, 1, 3), // Oridecon
              new Entry(1001, 1, 2), // Star Dust, for the Enchant Stone
              new Entry(504, 3, 7), // White Potion
              new Entry(717, 2, 5))); // Blue Gemstone

  private static final Pool GOLD =
      new Pool(
          new TreasureContents(1, 2, 50_000L, 100_000L, 50, 5, 5),
          List.of(
              new Entry(7619, 1, 2), // Enriched Elunium
              new Entry(7620, 1, 2), // Enriched Oridecon
              new Entry(975, 1, 1), // Scarlet Dyestuffs, for the Costume Dye
              new Entry(616, 1, 1), // Old Card Album
              new Entry(1000, 1, 2))); // Star Crumb, for the Rare Enchant Stone

  private static final Pool MYTHIC =
      new Pool(
          new TreasureContents(1, 1, 200_000L, 500_000L, 100, 15, 25),
          List.of(
              new Entry(2282, 1, 1), // Halo, for the Unique Costume
              new Entry(644, 1, 1), // Gift Box, for the Card Fragment Box
              new Entry(714, 1, 1), // Emperium, for the Legendary Material
              new Entry(0, 1, 1))); // a title, for the Special Title Scroll

  private TreasurePools() {}

  private static Pool pool(TreasureRarity rarity) {
    return switch (rarity) {
      case bronze -> BRONZE;
      case silver -> SILVER;
      case gold -> GOLD;
      case mythic -> MYTHIC;
    };
  }

  static TreasureContents contents(TreasureRarity rarity) {
    return pool(rarity).contents();
  }

  /** What one treasure held; no item twice. */
  static TreasureRewards draw(TreasureRarity rarity, UniformRandomProvider random) {
    TreasureContents contents = contents(rarity);
    List<Entry> left = new ArrayList<>(pool(rarity).entries());
    List<ItemAmount> items = new ArrayList<>();
    String title = null;
    int kinds = random.nextInt(contents.getMinItems(), contents.getMaxItems() + 1);
    for (int i = 0; i < kinds; i++) {
      Entry entry = left.remove(random.nextInt(left.size()));
      if (entry.itemId() == 0) {
        title = TITLE;
      } else {
        items.add(new ItemAmount(entry.itemId(), random.nextInt(entry.min(), entry.max() + 1)));
      }
    }
    return new TreasureRewards(
        items,
        random.nextLong(contents.getMinZeny(), contents.getMaxZeny() + 1),
        contents.getReputation(),
        random.nextInt(contents.getMinFragments(), contents.getMaxFragments() + 1),
        title);
  }
}
