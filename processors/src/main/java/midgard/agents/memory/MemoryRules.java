package midgard.agents.memory;

import java.time.Duration;
import midgard.mind.Decay;
import midgard.schemas.event.Interaction;
import midgard.schemas.memory.Memory;
import midgard.schemas.memory.Sector;

/**
 * The numbers of the memory agent (domain reference 1.3). What a deed is worth to an NPC is ours:
 * the reference names no figures.
 */
final class MemoryRules {
  /** What a way of dealing with an NPC means to it. */
  record Meaning(String type, int importance, int valenceMilli, int valueMilli, String verb) {}

  static final int MEMORIES = 50;
  static final int BONDS = 200;
  static final int HEARSAY = 20;
  static final int MOST_MILLI = 100_000;
  static final int MOST_GAIN_A_DAY_MILLI = 20_000;

  /** From this importance on it is worth telling others. */
  static final int WORTH_TELLING = 6;

  static final Duration REMEMBERED = Duration.ofDays(30);
  static final Duration TOLD_FOR = Duration.ofDays(7);

  /** What comes sooner after the beginning of a visit belongs to it. */
  static final Duration VISIT = Duration.ofMinutes(5);

  private static final int STRENGTH = 1000;

  private MemoryRules() {}

  /** Whether it is between the two at all: chests and dig spots are places, not people. */
  static boolean isSocial(Interaction interaction) {
    return interaction != Interaction.dig && interaction != Interaction.chest;
  }

  static Meaning meaning(Interaction interaction) {
    return switch (interaction) {
      case talk -> new Meaning("interaction", 2, 100, 1000, "spoke with");
      case trade -> new Meaning("interaction", 3, 200, 2000, "traded with");
      case quest -> new Meaning("interaction", 6, 500, 5000, "took on a task from");
      case gift -> new Meaning("interaction", 5, 600, 5000, "brought a gift to");
      case help -> new Meaning("interaction", 7, 700, 5000, "helped");
      case attack -> new Meaning("emotion", 9, -900, -20_000, "attacked");
      default -> throw new IllegalArgumentException("Nobody is met by " + interaction);
    };
  }

  /** Whether each time counts, or only once a visit. */
  static boolean countsOnceAVisit(Interaction interaction) {
    return interaction == Interaction.talk || interaction == Interaction.trade;
  }

  static Sector sector(String type) {
    return switch (type) {
      case "interaction" -> Sector.episodic;
      case "fact" -> Sector.semantic;
      case "habit" -> Sector.procedural;
      case "emotion" -> Sector.emotional;
      default -> Sector.reflective;
    };
  }

  /** Importance that fades: what is weakest is forgotten first. */
  static int strength(Memory memory, long now) {
    return Decay.left(memory.getImportance() * STRENGTH, memory.getRememberedAt(), now);
  }

  static boolean isForgotten(Memory memory, long now) {
    return memory.getRememberedAt() + REMEMBERED.toMillis() <= now;
  }
}
