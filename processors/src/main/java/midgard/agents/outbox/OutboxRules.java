package midgard.agents.outbox;

import java.time.Duration;
import midgard.agent.Settings;

/**
 * The limits of what goes to the game (decisions, "Actions to the game").
 *
 * @param rewardsPerPlayer most rewards of one player in an hour of the world's clock
 * @param zenyPerPlayer most zeny of one player in such an hour
 * @param actionsPerHour most actions of all in such an hour
 */
public record OutboxRules(int rewardsPerPlayer, long zenyPerPlayer, long actionsPerHour) {
  /** So long a game server has what it was handed out. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  public static final int TRIES = 3;

  /** An equal wish within this is known, and not carried out again. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  /**
   * How long an ended action stays where the waiting ones are: until {@link EndedActions} has it.
   */
  static final Duration UNTIL_FILED = Duration.ofMinutes(1);

  private static final long HOUR = Duration.ofHours(1).toMillis();

  static OutboxRules of(Settings settings) {
    return new OutboxRules(
        (int)
            settings.number(
                "ACTIONS_MAX_REWARDS_PER_PLAYER_HOUR",
                60,
                1,
                100_000,
                "Most rewards that one player gets in an hour."),
        settings.number(
            "ACTIONS_MAX_ZENY_PER_PLAYER_HOUR",
            20_000_000,
            0,
            1_000_000_000_000L,
            "Most zeny that one player is given in an hour."),
        settings.number(
            "ACTIONS_MAX_PER_HOUR",
            20_000,
            1,
            100_000_000,
            "Most actions that the game is asked for in an hour."));
  }

  /** The hour of an instant in ms UTC, counted from 1970. */
  public static long hour(long time) {
    return Math.floorDiv(time, HOUR);
  }
}
