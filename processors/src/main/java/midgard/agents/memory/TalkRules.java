package midgard.agents.memory;

import java.time.Duration;

/**
 * When NPCs talk with each other (domain reference 6.5).
 *
 * @param range in cells
 * @param interval between two looks at who stands near whom
 */
public record TalkRules(boolean enabled, int range, Duration interval) {
  static final int NPCS = 200;
  static final int BONDS = 400;
  static final int RUMOURS = 30;
  static final int HOLDERS = 50;

  /** Ours: so that a crowded map does not fill the database. */
  static final int TALKS_AT_ONCE = 10;

  static final int VALUE_GAIN_MILLI = 1000;
  static final int TRUST_GAIN_MILLI = 500;
  static final int FIRST_TRUST_MILLI = 50_000;
  static final int MOST_MILLI = 100_000;

  /** Below this two do not talk. */
  static final int HOSTILE_MILLI = -50_000;

  static final Duration TALK = Duration.ofSeconds(30);

  /** An NPC is taken up by a player for so long. */
  static final Duration BUSY = Duration.ofSeconds(30);

  /** One who deals with an NPC is there for so long, whatever the world has heard. */
  static final Duration VISIT = Duration.ofMinutes(5);

  /** Each who passes it on takes a tenth of its reliability; less than this is not passed on. */
  static final int LEAST_RELIABILITY_MILLI = 300;

  /** 0.3 + value / 200, in thousandths. */
  static int chanceMilli(int valueMilli) {
    return 300 + valueMilli / 200;
  }

  static int retold(int reliabilityMilli) {
    return reliabilityMilli * 9 / 10;
  }

  static String type(int valueMilli) {
    if (valueMilli >= 50_000) {
      return "friend";
    }
    if (valueMilli >= 10_000) {
      return "acquaintance";
    }
    if (valueMilli < HOSTILE_MILLI) {
      return "enemy";
    }
    return valueMilli < 0 ? "rival" : "neutral";
  }
}
