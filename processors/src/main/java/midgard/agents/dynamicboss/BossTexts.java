package midgard.agents.dynamicboss;

import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossEnd;
import midgard.schemas.dynamicboss.SpawnReason;

/** What players read of a boss. */
final class BossTexts {
  private BossTexts() {}

  private static String why(SpawnReason reason) {
    return switch (reason) {
      case anti_farm -> "Too many of its kin have died there.";
      case treasure_guard -> "It guards a treasure.";
      case problem_escalation -> "The problem there was left to fester.";
      case faction_champion -> "It fights for those who grew strong.";
      case random_encounter -> "Nobody knows why it came.";
    };
  }

  /** Fits into 200 characters. */
  static String opening(Boss boss) {
    return "%s (difficulty %d) has appeared at %s. %s"
        .formatted(
            boss.getBossName(),
            boss.getDifficultyRating(),
            boss.getSpawnMap(),
            why(boss.getSpawnReason()));
  }

  static String defeated(Boss boss, int players) {
    return "%s is defeated at %s! %s shared in it; the rewards are on their way."
        .formatted(
            boss.getBossName(),
            boss.getSpawnMap(),
            players == 1 ? "One player" : players + " players");
  }

  static String gone(Boss boss, BossEnd reason) {
    return reason == BossEnd.no_combat
        ? "%s found nobody to fight at %s and is gone."
            .formatted(boss.getBossName(), boss.getSpawnMap())
        : "%s has left %s undefeated.".formatted(boss.getBossName(), boss.getSpawnMap());
  }
}
