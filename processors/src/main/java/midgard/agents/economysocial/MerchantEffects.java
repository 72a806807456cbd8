package midgard.agents.economysocial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.action.UpdateEconomy;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.economysocial.Offering;
import midgard.schemas.economysocial.PriceAdjustment;
import midgard.schemas.economysocial.ZenySink;
import midgard.schemas.economysocial.ZenySinkEvent;

/** What the game and the database get to see of the merchants. */
final class MerchantEffects {
  static final String PRICE = "price:";
  static final String DROPS = "drops:";
  static final String ITEM = ":item:";

  /** The shop that a zeny sink's offers are in. */
  static final String SINK_SHOP = "zeny_sink";

  /** Flag of an item's drop rate; the item's id follows. */
  private static final String DROP_RATE = "item_drop_rate:";

  /** A game server that was down at the end still has to take the offers out of its shop. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  private static final int LEAST_STOCK = 100;

  private MerchantEffects() {}

  /**
   * @param validFor ends before the next analysis, which has to know what the price is
   */
  static void price(PriceAdjustment adjustment, Duration validFor, Context<MerchantState> context) {
    context.action(
        GameRequest.of(
            PRICE + adjustment.getAdjustmentId(),
            new UpdateEconomy(null, adjustment.getItemId(), adjustment.getNewPrice(), null),
            validFor,
            ""));
    context.change(adjustment);
  }

  /** As much again as was sold, so that what is asked for does not run out. */
  static void restock(Good good, Context<MerchantState> context) {
    long stock = Math.min(Integer.MAX_VALUE, Math.max(LEAST_STOCK, 2 * good.getSold()));
    context.action(
        GameRequest.of(
            "restock:" + context.day() + ITEM + good.getItemId(),
            new UpdateEconomy(null, good.getItemId(), good.getPrice(), (int) stock),
            Duration.ofHours(1),
            ""));
  }

  static String rateKey(String recommendation, int item) {
    return DROPS + recommendation + ITEM + item;
  }

  static void dropRate(String key, int item, int milli, Context<MerchantState> context) {
    context.action(
        GameRequest.mapFlag(
            key, GameRequest.EVERY_MAP, DROP_RATE + item, milli, Duration.ofHours(1)));
  }

  /**
   * @param players for whom there has to be enough
   */
  static void open(ZenySink sink, long players, Context<MerchantState> context) {
    Duration lasts = Duration.ofHours(sink.getDurationHours());
    for (Offering offer : sink.getOfferings()) {
      long stock = Math.max(1, players) * offer.getQuantityLimit();
      offer(sink, offer, ":open", (int) Math.min(Integer.MAX_VALUE, stock), lasts, context);
    }
    announce(
        sink,
        "start",
        "%s! %s For %d hours, %d of each for everyone."
            .formatted(
                sink.getEventName(),
                sink.getDescription(),
                sink.getDurationHours(),
                sink.getOfferings().get(0).getQuantityLimit()),
        context);
  }

  static void close(ZenySink sink, Context<MerchantState> context) {
    for (Offering offer : sink.getOfferings()) {
      offer(sink, offer, ":close", 0, END_VALID_FOR, context);
    }
    announce(sink, "end", sink.getEventName() + " is over.", context);
  }

  private static void offer(
      ZenySink sink,
      Offering offer,
      String occasion,
      int stock,
      Duration validFor,
      Context<MerchantState> context) {
    context.action(
        GameRequest.of(
            "sink:" + sink.getEventId() + ITEM + offer.getItemId() + occasion,
            new UpdateEconomy(SINK_SHOP, offer.getItemId(), offer.getPrice(), stock),
            validFor,
            ""));
  }

  private static void announce(
      ZenySink sink, String occasion, String text, Context<MerchantState> context) {
    context.action(GameRequest.announcement("sink:" + sink.getEventId() + ":" + occasion, text));
  }

  static ZenySinkEvent row(ZenySink sink) {
    return new ZenySinkEvent(
        sink.getEventId(),
        sink.getEventType(),
        sink.getEventName(),
        sink.getDescription(),
        sink.getSeverityMilli(),
        sink.getTargetZenyDrain(),
        sink.getActualZenyDrained(),
        sink.getParticipants(),
        List.copyOf(sink.getOfferings()),
        sink.getStatus(),
        Instant.ofEpochMilli(sink.getStartedAt()),
        Instant.ofEpochMilli(sink.getEndsAt()));
  }
}
