package midgard.agents.adaptivedungeon;

import midgard.schemas.adaptivedungeon.Dungeon;
import midgard.schemas.adaptivedungeon.DungeonRun;
import midgard.schemas.adaptivedungeon.DungeonTheme;

/** What players read of dungeons. */
final class DungeonTexts {
  private DungeonTexts() {}

  static String name(DungeonTheme theme) {
    return switch (theme) {
      case fire_day -> "Dungeon of Fire";
      case ice_day -> "Dungeon of Ice";
      case undead_day -> "Dungeon of the Undead";
      case demon_day -> "Dungeon of Demons";
      case earth_day -> "Dungeon of Earth";
      case holy_day -> "Dungeon of Light";
      case chaotic_day -> "Dungeon of Chaos";
    };
  }

  static String opening(Dungeon dungeon) {
    return "The %s is open: %d floors, difficulty %d. Parties of 2 to 12 ask the Dungeon Master."
        .formatted(
            name(dungeon.getTheme()), dungeon.getFloorCount(), dungeon.getDifficultyRating());
  }

  static String cleared(DungeonRun run, long millis) {
    return "A party of %d has cleared all %d floors of the %s in %d:%02d!"
        .formatted(
            run.getRunners().size(),
            run.getFloorCount(),
            name(run.getTheme()),
            millis / 60_000,
            millis / 1000 % 60);
  }
}
