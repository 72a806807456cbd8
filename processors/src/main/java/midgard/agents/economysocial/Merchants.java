package midgard.agents.economysocial;

import java.time.Duration;
import java.time.LocalTime;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.economy.EconomyWorld;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.GoodsSold;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.economysocial.SinkSales;

/**
 * Looks at the economy every six hours; moves shop prices, opens zeny sinks and advises on drops.
 */
public final class Merchants extends Agent<MerchantState> {
  public static final StateOf<MerchantState> STATE =
      StateOf.of(AgentName.ECONOMY_SOCIAL, Domain.WORLD, MerchantState.class);

  /** What was bought before a sink's end may be heard of so long after it; ms. */
  static final long GRACE = Duration.ofMinutes(1).toMillis();

  /** Away from the analyses, so that a stock never carries a price that is about to move. */
  private static final LocalTime RESTOCK = LocalTime.of(5, 0);

  private static final String END = "end";
  private static final String CLOSE = "close";
  private static final String WRITE = "write";

  private final MerchantRules rules;

  public Merchants(MerchantRules rules) {
    super(STATE);
    this.rules = rules;
    on(GoodsSold.class, (sold, context) -> Goods.sell(context.state(), sold));
    on(SinkSales.class, this::sales);
    on(ActionResult.class, this::result);
    onTimer(END, (due, context) -> Sinks.end(context));
    onTimer(CLOSE, (due, context) -> Sinks.close(context));
    onTimer(WRITE, (due, context) -> Sinks.write(context));
    every("economy_analysis", rules.interval(), this::analyse);
    daily("shop_restock", RESTOCK, this::restock);
  }

  private void analyse(Context<MerchantState> context) {
    MerchantState state = context.state();
    EconomyState economy = context.peek(EconomyWorld.STATE);
    Figures figures = Figures.of(economy, context.clock());
    EconomicIndicator indicator = rules.indicator(figures);
    boolean inflation = indicator == EconomicIndicator.inflation;
    state.setIndicator(indicator);
    state.setSeverityMilli(inflation ? rules.severityMilli(figures) : 0);
    state.setAnalysedAt(context.time());

    Pricing.move(indicator, rules, economy, context);
    if (inflation && Sinks.running(state).isEmpty()) {
      Sinks.open(figures, context)
          .ifPresent(
              sink -> {
                context.wakeAt(sink.getEndsAt(), END);
                context.wakeAt(sink.getEndsAt() + GRACE, CLOSE);
              });
    }
    Dropping.advise(economy, context);
  }

  private void sales(SinkSales sales, Context<MerchantState> context) {
    if (Sinks.sell(sales, context.state())) {
      context.wakeAt(context.clock() + 1, WRITE);
    }
  }

  private void result(ActionResult result, Context<MerchantState> context) {
    boolean done = result.getOutcome() == ActionOutcome.completed;
    if (result.getIdempotencyKey().startsWith(MerchantEffects.PRICE)) {
      Pricing.answered(result.getIdempotencyKey(), done, context);
    } else if (result.getIdempotencyKey().startsWith(MerchantEffects.DROPS)) {
      Dropping.answered(result.getIdempotencyKey(), done, context);
    }
  }

  private void restock(Context<MerchantState> context) {
    for (Good good : Goods.of(context.state())) {
      if (good.getSold() > 0) {
        MerchantEffects.restock(good, context);
        good.setSold(0L);
      }
    }
  }
}
