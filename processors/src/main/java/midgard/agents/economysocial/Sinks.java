package midgard.agents.economysocial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import midgard.agent.Context;
import midgard.schemas.Domain;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.economysocial.Offering;
import midgard.schemas.economysocial.SinkClosed;
import midgard.schemas.economysocial.SinkOpened;
import midgard.schemas.economysocial.SinkSales;
import midgard.schemas.economysocial.SinkStatus;
import midgard.schemas.economysocial.ZenySink;

/** The zeny sinks: one at a time, over at their instant, drained by what was really paid. */
final class Sinks {
  private static final int KEPT = 5;

  private Sinks() {}

  static List<ZenySink> running(MerchantState state) {
    return state.getSinks().stream().filter(s -> s.getStatus() == SinkStatus.active).toList();
  }

  /** The sink that was opened; empty when there is no money that could be drained. */
  static Optional<ZenySink> open(Figures figures, Context<MerchantState> context) {
    MerchantState state = context.state();
    int severity = state.getSeverityMilli();
    SinkOffers offers = SinkOffers.of(severity);
    long target = offers.target(severity, figures.circulation());
    if (target == 0) {
      return Optional.empty();
    }
    int hours = context.random().nextInt(offers.minHours(), offers.maxHours() + 1);
    ZenySink sink =
        new ZenySink(
            context.newId("sink"),
            offers.kind(),
            offers.name(),
            offers.description(),
            severity,
            target,
            0L,
            0,
            hours,
            offers.offerings(severity),
            SinkStatus.active,
            context.time(),
            context.time() + Duration.ofHours(hours).toMillis(),
            false);
    state.getSinks().add(sink);
    if (state.getSinks().size() > KEPT) {
      state.getSinks().remove(0);
    }
    context.broadcast(
        Domain.PLAYER,
        new SinkOpened(
            sink.getEventId(),
            sink.getOfferings().stream().map(Offering::getItemId).toList(),
            sink.getStartedAt(),
            sink.getEndsAt()));
    MerchantEffects.open(sink, figures.active(), context);
    context.change(MerchantEffects.row(sink));
    return Optional.of(sink);
  }

  /** Whether the sink is known. */
  static boolean sell(SinkSales sales, MerchantState state) {
    for (ZenySink sink : state.getSinks()) {
      if (sink.getEventId().equals(sales.getEventId())) {
        sink.setActualZenyDrained(Math.addExact(sink.getActualZenyDrained(), sales.getZeny()));
        sink.setParticipants(sink.getParticipants() + (sales.getFirst() ? 1 : 0));
        if (sink.getStatus() == SinkStatus.expired && isDrained(sink)) {
          sink.setStatus(SinkStatus.completed);
        }
        sink.setUnwritten(true);
        return true;
      }
    }
    return false;
  }

  static boolean isDrained(ZenySink sink) {
    return sink.getActualZenyDrained() >= sink.getTargetZenyDrain();
  }

  static void end(Context<MerchantState> context) {
    for (ZenySink sink : running(context.state())) {
      if (sink.getEndsAt() <= context.clock()) {
        sink.setStatus(isDrained(sink) ? SinkStatus.completed : SinkStatus.expired);
        sink.setUnwritten(false);
        MerchantEffects.close(sink, context);
        context.change(MerchantEffects.row(sink));
      }
    }
  }

  static void close(Context<MerchantState> context) {
    for (ZenySink sink : context.state().getSinks()) {
      long late = context.clock() - sink.getEndsAt() - Merchants.GRACE;
      if (sink.getStatus() != SinkStatus.active && late >= 0) {
        context.broadcast(Domain.PLAYER, new SinkClosed(sink.getEventId()));
      }
    }
  }

  static void write(Context<MerchantState> context) {
    for (ZenySink sink : context.state().getSinks()) {
      if (sink.getUnwritten()) {
        sink.setUnwritten(false);
        context.change(MerchantEffects.row(sink));
      }
    }
  }
}
