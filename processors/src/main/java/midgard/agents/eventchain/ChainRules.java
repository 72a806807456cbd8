package midgard.agents.eventchain;

import java.time.Duration;
import java.util.List;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.StepOutcome;
import midgard.schemas.eventchain.StepTask;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers of the event chain agent (domain reference 1.19).
 *
 * @param maxActive most chains at a time
 * @param minOnline with more players than this on line, a chain may begin by chance
 * @param chanceMillionth of a chain at each check, in millionths
 */
public record ChainRules(int maxActive, int minOnline, int chanceMillionth) {
  static final int MILLION = 1_000_000;

  /**
   * A type of chain.
   *
   * @param steps its kinds of step in order; when a chain is longer, the last one repeats
   */
  public record Kind(
      ChainType type, String name, int minSteps, int maxSteps, List<StepKind> steps) {}

  /**
   * A kind of step.
   *
   * @param amount so many monsters, before difficulty; 1 of what is no fight
   * @param boss the monster is the chain's boss
   * @param npc whom the players speak to; empty where they do not
   */
  public record StepKind(String type, StepTask task, int amount, boolean boss, String npc) {}

  private static StepKind talk(String type, String npc) {
    return new StepKind(type, StepTask.talk, 1, false, npc);
  }

  private static StepKind visit(String type) {
    return new StepKind(type, StepTask.visit, 1, false, "");
  }

  private static StepKind hunt(String type) {
    return new StepKind(type, StepTask.hunt, SOME, false, "");
  }

  private static StepKind battle(String type, int amount) {
    return new StepKind(type, StepTask.battle, amount, false, "");
  }

  private static StepKind boss(String type) {
    return new StepKind(type, StepTask.battle, 1, true, "");
  }

  private static final int WAVE = 20;
  private static final int CAPTORS = 10;
  private static final int SOME = 5;

  public static final List<Kind> KINDS =
      List.of(
          new Kind(
              ChainType.investigation,
              "Mystery Investigation",
              4,
              6,
              List.of(
                  talk("npc_dialogue", "Worried Witness"),
                  hunt("item_collection"),
                  visit("location_discovery"),
                  boss("boss_battle"),
                  talk("resolution", "Relieved Witness"))),
          new Kind(
              ChainType.invasion,
              "Monster Invasion",
              3,
              5,
              List.of(
                  talk("warning_signs", "Breathless Scout"),
                  battle("wave_defense", WAVE),
                  boss("boss_battle"),
                  talk("aftermath", "Town Captain"))),
          new Kind(
              ChainType.rescue,
              "Rescue Mission",
              3,
              5,
              List.of(
                  talk("distress_call", "Wounded Messenger"),
                  battle("combat_rescue", CAPTORS),
                  visit("escort_mission"),
                  talk("safe_return", "Thankful Father"))),
          new Kind(
              ChainType.treasure_hunt,
              "Treasure Hunt",
              4,
              7,
              List.of(
                  visit("map_discovery"),
                  talk("location_clue", "Old Cartographer"),
                  talk("puzzle_solve", "Riddle Keeper"),
                  boss("treasure_guardian"),
                  talk("treasure_reveal", "Buried Chest"))),
          new Kind(
              ChainType.faction_war,
              "Faction Conflict",
              5,
              7,
              List.of(
                  talk("tensions_rise", "Faction Herald"),
                  talk("choose_side", "Faction Recruiter"),
                  hunt("faction_quest"),
                  battle("major_battle", WAVE),
                  talk("faction_shift", "Faction Elder"),
                  talk("peace_treaty", "Peace Envoy"))));

  static final List<String> FACTIONS = List.of("rune_alliance", "shadow_cult", "nature_spirits");

  static final Duration CHECK = Duration.ofSeconds(7200);
  static final Duration ADVANCE = Duration.ofSeconds(1800);
  static final Duration LIFE = Duration.ofDays(7);

  /** From the step's own start; speaking to somebody has no limit but the chain's life. */
  static final Duration STEP_LIMIT = Duration.ofSeconds(3600);

  /** What was done in time may be told this much later. */
  static final Duration GRACE = Duration.ofSeconds(5);

  static final int SUCCESS_MILLI = 700;
  static final int PARTIAL_MILLI = 400;
  static final int FACTION_MILLI = 100_000;

  /** Players that a chain remembers and pays. */
  static final int MAX_PLAYERS = 1000;

  static final int MAX_HISTORY = 100;

  /** Of a chain among all that goes on, 1 to 10. */
  static final int IMPORTANCE = 6;

  /** What one player's share in a deed is at most. */
  static final long MOST_SCORE = 100;

  static final int NPC_SPRITE = 700;
  static final int RADIUS = 20;
  static final int EDGE = 50;
  static final int MAPS_TO_CHOOSE_FROM = 10;

  // The reference names no merit and no reward: these are ours.
  static final int POINTS_PER_KILL = 1;
  static final int POINTS_PER_BOSS = 10;
  static final int POINTS_PER_DEED = 5;
  static final int EXP_PER_LEVEL = 1000;
  static final int ZENY_PER_LEVEL = 400;
  static final int LEAST_SHARE_MILLI = 100;
  static final int CORRUPTION = 10;
  static final int BLESSING_STATS = 2;
  static final int BLESSING_MINUTES = 60;

  public static Kind kind(ChainType type) {
    return KINDS.get(type.ordinal());
  }

  /**
   * The kind of a chain's step.
   *
   * @param number from 1
   */
  static StepKind step(Kind kind, int number) {
    return kind.steps().get(Math.min(number, kind.steps().size()) - 1);
  }

  static int steps(Kind kind, UniformRandomProvider random) {
    return random.nextInt(kind.minSteps(), kind.maxSteps() + 1);
  }

  /** What a step's result makes of the next one's difficulty, in thousandths. */
  static int difficultyMilli(StepOutcome before) {
    return switch (before) {
      case success -> 1000;
      case partial -> 900;
      case failure -> 800;
    };
  }

  /** What a step's result is worth, in thousandths. */
  static int rewardMilli(StepOutcome outcome) {
    return switch (outcome) {
      case success -> 1500;
      case partial -> 1000;
      case failure -> 500;
    };
  }

  /** So many monsters at a difficulty, rounded half up and never none. */
  static int amount(int amount, int difficultyMilli) {
    return Math.max(1, (amount * difficultyMilli + 500) / 1000);
  }

  /** What a step whose time is over came to: half of what it required is a part. */
  static StepOutcome atDeadline(int progress, int required) {
    if (progress >= required) {
      return StepOutcome.success;
    }
    return progress * 2 >= required ? StepOutcome.partial : StepOutcome.failure;
  }

  /** What a chain came to by its share of steps that succeeded. */
  static StepOutcome ending(int successes, int steps) {
    int milli = rateMilli(successes, steps);
    if (milli >= SUCCESS_MILLI) {
      return StepOutcome.success;
    }
    return milli >= PARTIAL_MILLI ? StepOutcome.partial : StepOutcome.failure;
  }

  static int rateMilli(int successes, int steps) {
    return successes * 1000 / steps;
  }

  /** A player's part of the reward, in thousandths: all of it for whoever did most. */
  static int shareMilli(long contribution, long best) {
    return (int) Math.max(LEAST_SHARE_MILLI, contribution * 1000 / Math.max(1, best));
  }
}
