package midgard.bench.week;

import java.util.Iterator;
import java.util.OptionalLong;
import midgard.schemas.event.GameEvent;

/**
 * Those who play: their events in order of time, and how they take part in what the world offers.
 */
interface Company extends Iterator<GameEvent> {

  /** A second has passed; they may look at the world and do something about it. */
  void look(OfflineWorld world, long time);

  /** A player fetches zeny from his mail. */
  void receive(long player, long zeny);

  /** What all their purses hold; empty: nobody knows but the world. */
  OptionalLong purses();
}
