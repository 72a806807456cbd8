package midgard.agents.economy;

import java.util.Comparator;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.event.EventIdentity;
import midgard.schemas.event.GameEvent;

/** Finds the place of an event among others, whatever the order in which they arrive. */
final class EventOrders {
  /** By time; events of one millisecond by their boot's sequence, others by their id. */
  static final Comparator<EventOrder> BY_TIME =
      Comparator.comparingLong(EventOrder::getTime)
          .thenComparing(EventOrder::getBoot)
          .thenComparingLong(EventOrder::getSequence)
          .thenComparing(EventOrder::getEventId);

  /**
   * By the sequence inside one boot, which holds even when the server's clock is set back; by time
   * otherwise.
   */
  static final Comparator<EventOrder> BY_SEQUENCE =
      (a, b) ->
          !a.getBoot().isEmpty() && a.getBoot().equals(b.getBoot())
              ? Long.compare(a.getSequence(), b.getSequence())
              : BY_TIME.compare(a, b);

  private EventOrders() {}

  /** The id stands in it only where there is no place in a sequence: that place is the id. */
  static EventOrder of(GameEvent event) {
    return EventIdentity.sequenced(event)
        .map(place -> new EventOrder(event.getTimestamp(), place.boot(), place.sequence(), ""))
        .orElseGet(() -> new EventOrder(event.getTimestamp(), "", 0L, event.getEventId()));
  }
}
