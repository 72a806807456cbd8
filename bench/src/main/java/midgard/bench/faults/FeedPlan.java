package midgard.bench.faults;

import java.util.List;
import java.util.function.UnaryOperator;
import midgard.bench.faults.feed.FedEvent;

/**
 * What a feed sends.
 *
 * @param servers copies of the recorded session, each from a game server and with players of its
 *     own
 * @param perSecond events a second, of all servers together
 * @param feedsClock whether the session's seconds are sent too, for a world with {@code
 *     CLOCK_SOURCE=feed}; else the world has the wall's clock and the session happens now
 * @param change what is done to the events before they are sent
 */
public record FeedPlan(
    int servers, int perSecond, boolean feedsClock, UnaryOperator<List<FedEvent>> change) {

  /** Two servers, a clock that is fed: the world stands still when the feed has ended. */
  public static final FeedPlan USUAL = new FeedPlan(2, 500, true, UnaryOperator.identity());

  /** One server: for what does not depend on how much is going on. */
  public static final FeedPlan SHORT = new FeedPlan(1, 200, true, UnaryOperator.identity());

  /** The usual one with the wall's clock, as a live world has it. */
  public static final FeedPlan LIVE = new FeedPlan(2, 500, false, UnaryOperator.identity());

  /** The same with other events. */
  public FeedPlan with(UnaryOperator<List<FedEvent>> otherChange) {
    return new FeedPlan(servers, perSecond, feedsClock, otherChange);
  }
}
