package midgard.agents.quest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import midgard.schemas.quest.QuestDifficulty;
import midgard.schemas.quest.QuestRewards;
import midgard.schemas.quest.QuestType;
import org.apache.commons.rng.UniformRandomProvider;

/** The numbers of the quest agent (domain reference 1.5). */
final class QuestRules {
  static final int MOST_OPEN = 5;
  static final int REMEMBERED = 20;
  static final Duration OFFER = Duration.ofHours(1);
  static final Duration TIME_TO_DO = Duration.ofHours(24);
  static final int LEVELS_BELOW = 5;
  static final int LEVELS_ABOVE = 10;
  static final int REPUTATION = 10;

  private static final int HIGHEST_LEVEL = 9999;

  /** Up to a level, not including it, one of two difficulties. */
  private record Band(int below, QuestDifficulty easier, QuestDifficulty harder) {}

  private static final List<Band> BANDS =
      List.of(
          new Band(10, QuestDifficulty.trivial, QuestDifficulty.easy),
          new Band(30, QuestDifficulty.easy, QuestDifficulty.normal),
          new Band(50, QuestDifficulty.normal, QuestDifficulty.hard),
          new Band(80, QuestDifficulty.hard, QuestDifficulty.very_hard),
          new Band(Integer.MAX_VALUE, QuestDifficulty.very_hard, QuestDifficulty.epic));

  /** What NPCs of a trade ask for; the first word that stands in the name decides. */
  private record Trade(QuestType type, List<String> words) {}

  private static final List<Trade> TRADES =
      List.of(
          new Trade(QuestType.kill, List.of("guard", "soldier", "captain", "knight", "hunter")),
          new Trade(QuestType.craft, List.of("smith", "craft", "alchemist", "armor", "refine")),
          new Trade(QuestType.delivery, List.of("merchant", "trader", "dealer", "shop", "kafra")),
          new Trade(
              QuestType.investigate,
              List.of("scholar", "sage", "librarian", "professor", "wizard")),
          new Trade(QuestType.explore, List.of("explorer", "guide", "scout", "travel", "sailor")),
          new Trade(QuestType.dialogue, List.of("priest", "nun", "elder", "chief", "mayor")),
          new Trade(QuestType.escort, List.of("child", "kid", "lost", "girl", "boy")),
          new Trade(QuestType.fetch, List.of("farmer", "cook", "maid", "doctor", "nurse")));

  /** What anybody may ask for. */
  private static final List<QuestType> COMMON =
      List.of(
          QuestType.fetch,
          QuestType.kill,
          QuestType.delivery,
          QuestType.explore,
          QuestType.dialogue);

  private QuestRules() {}

  /** By the NPC's trade if the name shows one, else drawn. */
  static QuestType type(String npc, UniformRandomProvider random) {
    String name = npc.toLowerCase(Locale.ROOT);
    Optional<Trade> trade =
        TRADES.stream().filter(t -> t.words().stream().anyMatch(name::contains)).findFirst();
    return trade.map(Trade::type).orElseGet(() -> COMMON.get(random.nextInt(COMMON.size())));
  }

  static QuestDifficulty difficulty(int level, UniformRandomProvider random) {
    Band band = BANDS.stream().filter(b -> level < b.below()).findFirst().orElseThrow();
    return random.nextBoolean() ? band.harder() : band.easier();
  }

  static int minLevel(int level) {
    return Math.max(1, level - LEVELS_BELOW);
  }

  static int maxLevel(int level) {
    return Math.min(HIGHEST_LEVEL, level + LEVELS_ABOVE);
  }

  /** How many monsters or things; the reference names no numbers, these are ours. */
  static int amount(QuestDifficulty difficulty) {
    return switch (difficulty) {
      case trivial -> 3;
      case easy -> 5;
      case normal -> 10;
      case hard -> 15;
      case very_hard -> 20;
      case epic -> 30;
    };
  }

  /** Level times what the type is worth. */
  static QuestRewards rewards(QuestType type, int level) {
    long exp = expPerLevel(type) * (long) level;
    long zeny = zenyPerLevel(type) * (long) level;
    return new QuestRewards(exp, zeny, REPUTATION);
  }

  /** Fetch, kill and delivery are the reference's; the others lie between them. */
  private static int expPerLevel(QuestType type) {
    return switch (type) {
      case fetch, escort, investigate -> 100;
      case kill -> 150;
      case delivery, dialogue -> 80;
      case explore, craft -> 120;
    };
  }

  private static int zenyPerLevel(QuestType type) {
    return switch (type) {
      case fetch, dialogue, explore -> 50;
      case kill, craft, investigate -> 75;
      case delivery, escort -> 100;
    };
  }
}
