package midgard.bench.traffic;

/**
 * Which traffic is made.
 *
 * @param players how many characters there are, over all servers; the recorded share of them is on
 *     line at a time
 * @param seed of everything that is left to chance
 * @param rate mean events per second of event time, over all servers, heartbeats included
 * @param start of the servers, ms UTC
 * @param servers game servers, among which the players are split
 * @param maps where players hunt: the recorded ones first
 */
public record TrafficOptions(
    int players, long seed, double rate, long start, int servers, int maps) {
  /** The pipeline has two partitions, and a server's events keep to one. */
  public static final int SERVERS = 2;

  /** The recorded 6 hunting grounds and 18 of the wider world. */
  public static final int MAPS = 24;

  /** When the recorded server was started: 2026-11-22T11:57:29Z. */
  public static final long RECORDED_START = 1_795_346_249_057L;

  /**
   * @throws IllegalArgumentException naming what is out of range
   */
  public TrafficOptions {
    require(players >= 1 && players <= 10_000_000, "players must be 1 to 10,000,000");
    require(rate > 0 && rate <= 10_000_000, "rate must be above 0 and at most 10,000,000");
    require(start >= 1, "start must be after 1970");
    require(servers >= 1 && servers <= 1000, "servers must be 1 to 1,000");
    require(servers <= players, "there must be a player for each server");
    require(maps >= 1, "maps must be 1 or more");
  }

  /** Players at the recorded pace, on two servers (one, if there is but one player). */
  public static TrafficOptions of(int players, long seed) {
    return new TrafficOptions(
        players,
        seed,
        players * Recorded.load().ratePerPlayer() + 0.2,
        RECORDED_START,
        Math.min(SERVERS, players),
        MAPS);
  }

  /** The same at another rate. */
  public TrafficOptions atRate(double eventsPerSecond) {
    return new TrafficOptions(players, seed, eventsPerSecond, start, servers, maps);
  }

  /** The same from another instant on, ms UTC. */
  public TrafficOptions from(long instant) {
    return new TrafficOptions(players, seed, rate, instant, servers, maps);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
