package midgard.agents.economysocial;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.economysocial.OpenSink;
import midgard.schemas.economysocial.OpenSinks;
import midgard.schemas.economysocial.SinkBuyerState;
import midgard.schemas.economysocial.SinkClosed;
import midgard.schemas.economysocial.SinkOpened;
import midgard.schemas.economysocial.SinkSales;
import midgard.schemas.economysocial.SinkSpending;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.ShopBuy;

/** What one player pays NPC shops for what a running zeny sink offers. */
public final class SinkBuyer extends Agent<SinkBuyerState> {
  public static final StateOf<SinkBuyerState> STATE =
      StateOf.of(AgentName.ECONOMY_SOCIAL, Domain.PLAYER, SinkBuyerState.class);

  private static final String TELL = "tell";
  private static final String FORGET = "forget";

  private final Shared<OpenSinks> open;

  public SinkBuyer() {
    super(STATE);
    open = share(OpenSinks.class, () -> OpenSinks.newBuilder().build());
    onBroadcast(open, SinkOpened.class, SinkBuyer::opened);
    onBroadcast(open, SinkClosed.class, SinkBuyer::closed);
    on(ShopBuy.class, this::buy);
    onTimer(TELL, (due, context) -> tell(context));
    onTimer(FORGET, (due, context) -> forget(context));
  }

  private static void opened(SinkOpened opened, OpenSinks open) {
    open.getSinks().removeIf(sink -> sink.getEventId().equals(opened.getEventId()));
    open.getSinks()
        .add(
            new OpenSink(
                opened.getEventId(), opened.getItems(), opened.getStartedAt(), opened.getEndsAt()));
  }

  private static void closed(SinkClosed closed, OpenSinks open) {
    open.getSinks().removeIf(sink -> sink.getEventId().equals(closed.getEventId()));
  }

  private void buy(ShopBuy buy, Context<SinkBuyerState> context) {
    for (OpenSink sink : context.shared(open).getSinks()) {
      boolean counts =
          context.time() >= sink.getStartedAt()
              && context.time() < sink.getEndsAt()
              && context.clock() < sink.getEndsAt() + Merchants.GRACE;
      long zeny = counts ? paid(buy.getItems(), sink) : 0;
      if (zeny > 0) {
        SinkSpending spending = spending(sink, context.state().getSpendings());
        spending.setZeny(Math.addExact(spending.getZeny(), zeny));
        context.wakeAt(context.clock() + 1, TELL);
        context.wakeAt(sink.getEndsAt() + Merchants.GRACE, FORGET);
      }
    }
  }

  private static long paid(List<PricedItem> lines, OpenSink sink) {
    long zeny = 0;
    for (PricedItem line : lines) {
      if (sink.getItems().contains(line.getItemId())) {
        zeny = Math.addExact(zeny, Math.multiplyExact(line.getPrice(), (long) line.getAmount()));
      }
    }
    return zeny;
  }

  private static SinkSpending spending(OpenSink sink, List<SinkSpending> spendings) {
    for (SinkSpending spending : spendings) {
      if (spending.getEventId().equals(sink.getEventId())) {
        return spending;
      }
    }
    SinkSpending first = new SinkSpending(sink.getEventId(), sink.getEndsAt(), 0L, 0L);
    spendings.add(first);
    return first;
  }

  private static void tell(Context<SinkBuyerState> context) {
    for (SinkSpending spending : context.state().getSpendings()) {
      long news = spending.getZeny() - spending.getTold();
      if (news > 0) {
        context.signal(
            Domain.WORLD,
            Domain.WORLD_KEY,
            new SinkSales(spending.getEventId(), news, spending.getTold() == 0));
        spending.setTold(spending.getZeny());
      }
    }
  }

  private static void forget(Context<SinkBuyerState> context) {
    tell(context);
    List<SinkSpending> spendings = context.state().getSpendings();
    spendings.removeIf(spending -> spending.getEndsAt() + Merchants.GRACE <= context.clock());
    if (spendings.isEmpty()) {
      context.forget();
    }
  }
}
