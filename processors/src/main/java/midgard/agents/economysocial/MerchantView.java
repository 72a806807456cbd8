package midgard.agents.economysocial;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.economysocial.Offering;
import midgard.schemas.economysocial.SinkKind;
import midgard.schemas.economysocial.SinkStatus;
import midgard.schemas.economysocial.ZenySink;

/** What the API says of the merchants at an instant (domain reference 2.6). */
public final class MerchantView {
  private MerchantView() {}

  /**
   * @param changePercent of the price from the base price
   * @param adjustedAt of the last step within 24 hours; null: none
   */
  public record Price(
      int itemId, long basePrice, long price, BigDecimal changePercent, Instant adjustedAt) {}

  /**
   * @param severity 0 to 1
   * @param analysedAt null: there was no analysis yet
   */
  public record Prices(
      EconomicIndicator indicator,
      BigDecimal severity,
      Instant analysedAt,
      List<Price> prices,
      int total) {}

  /** A zeny sink. */
  public record Sink(
      String eventId,
      SinkKind eventType,
      String eventName,
      String description,
      BigDecimal severity,
      long targetZenyDrain,
      long actualZenyDrained,
      int participants,
      int durationHours,
      List<Offer> offerings,
      SinkStatus status,
      Instant startedAt,
      Instant endsAt) {}

  /** One item of a sink; the limit is for each player. */
  public record Offer(int itemId, String itemName, long price, int quantityLimit) {}

  /** All prices that are steered, by item id. */
  public static Prices prices(MerchantState state) {
    List<Price> prices = Goods.of(state).stream().map(MerchantView::price).toList();
    return new Prices(
        state.getIndicator(),
        BigDecimal.valueOf(state.getSeverityMilli(), 3),
        state.getAnalysedAt() == 0 ? null : Instant.ofEpochMilli(state.getAnalysedAt()),
        prices,
        prices.size());
  }

  private static Price price(Good good) {
    long tenths = (good.getPrice() - good.getBasePrice()) * 1000 / good.getBasePrice();
    int steps = good.getSteps().size();
    return new Price(
        good.getItemId(),
        good.getBasePrice(),
        good.getPrice(),
        BigDecimal.valueOf(tenths, 1),
        steps == 0 ? null : Instant.ofEpochMilli(good.getSteps().get(steps - 1).getTime()));
  }

  /** The sinks that run at an instant. Over is over at that instant, tick or no tick. */
  public static List<Sink> active(MerchantState state, long now) {
    return state.getSinks().stream()
        .filter(sink -> sink.getStatus() == SinkStatus.active && now < sink.getEndsAt())
        .map(MerchantView::sink)
        .toList();
  }

  private static Sink sink(ZenySink sink) {
    return new Sink(
        sink.getEventId(),
        sink.getEventType(),
        sink.getEventName(),
        sink.getDescription(),
        BigDecimal.valueOf(sink.getSeverityMilli(), 3),
        sink.getTargetZenyDrain(),
        sink.getActualZenyDrained(),
        sink.getParticipants(),
        sink.getDurationHours(),
        sink.getOfferings().stream().map(MerchantView::offer).toList(),
        sink.getStatus(),
        Instant.ofEpochMilli(sink.getStartedAt()),
        Instant.ofEpochMilli(sink.getEndsAt()));
  }

  private static Offer offer(Offering offer) {
    return new Offer(
        offer.getItemId(), offer.getItemName(), offer.getPrice(), offer.getQuantityLimit());
  }

  /** What is advised to other agents and set in the game; empty: every drop as it always was. */
  public static Optional<midgard.schemas.economysocial.DropRateRecommendation> advice(
      MerchantState state) {
    return Optional.ofNullable(state.getRecommendation());
  }
}
