package midgard.agents.consciousness;

import java.time.Duration;
import midgard.mind.ReasoningDepth;

/**
 * What the consciousness keeps (domain reference 6.4).
 *
 * @param plans whether it plans at all; only deep reasoning does
 */
public record ConsciousnessRules(ReasoningDepth depth, boolean plans) {
  static final int PRESENT = 30;
  static final int PAST_OF_A_TOPIC = 10;
  static final int ENDED = 100;
  static final int PLAYERS = 20;
  static final int STEPS = 3;
  static final int LONGEST_TEXT = 200;
  static final int DEED_IMPORTANCE = 6;

  /** How likely a plan comes true of whose kind nothing is known. */
  static final int CONFIDENCE_MILLI = 700;

  static final Duration REMEMBERED = Duration.ofDays(7);

  /** So much of the present and of what has just passed is told to the NPCs. */
  static final int LINES_NOW = 12;

  static final int LINES_PAST = 8;
  static final Duration TALKED_ABOUT = Duration.ofHours(24);
  static final Duration BETWEEN_MOODS = Duration.ofMinutes(1);

  boolean knowsThePast() {
    return depth != ReasoningDepth.SHALLOW;
  }

  boolean knowsTheFuture() {
    return depth == ReasoningDepth.DEEP && plans;
  }
}
