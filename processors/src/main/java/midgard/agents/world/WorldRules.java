package midgard.agents.world;

import java.time.Duration;

/** The numbers of the world agent (domain reference 1.4; windows by "Rules repaired" 5). */
public final class WorldRules {
  public static final SlidingWindow KILLS_LAST_HOUR = new SlidingWindow(Duration.ofMinutes(1), 60);
  public static final SlidingWindow VISITS_24H = new SlidingWindow(Duration.ofHours(1), 24);
  public static final SlidingWindow MVP_KILLS_24H = new SlidingWindow(Duration.ofMinutes(10), 144);

  /** Levels are counted in steps of so many. */
  public static final int LEVELS_PER_BUCKET = 10;

  public static final int LAST_MVP_KILLS = 100;

  /** Maps that other agents are told of. */
  public static final int MAPS_IN_FIGURES = 50;

  /** Maps in a row of {@code world_states}. */
  public static final int MAPS_IN_SNAPSHOT = 20;

  static final Duration MAP_FLUSH = Duration.ofSeconds(5);
  static final Duration SNAPSHOT = Duration.ofSeconds(60);

  /** How long a player who left no trace in a server's crash may stay on line. */
  static final Duration PRESENCE_CHECK = Duration.ofMinutes(5);

  /** Heartbeats tell whole seconds of uptime: a boot that moves by less is the same boot. */
  static final Duration SAME_BOOT = Duration.ofSeconds(5);

  /** A server that was silent for so long no longer counts in the reported figure. */
  static final Duration REPORT_VALID_FOR = Duration.ofMinutes(5);

  private WorldRules() {}
}
