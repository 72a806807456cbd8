package midgard.agents.economysocial;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import midgard.agent.Context;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economysocial.AdjustmentStatus;
import midgard.schemas.economysocial.Good;
import midgard.schemas.economysocial.IndicatorMove;
import midgard.schemas.economysocial.MerchantState;
import midgard.schemas.economysocial.PriceAdjustment;
import org.apache.commons.rng.UniformRandomProvider;

/** Moves the prices that an indicator speaks for, and hears what became of it. */
final class Pricing {
  private Pricing() {}

  static void move(
      EconomicIndicator indicator,
      MerchantRules rules,
      EconomyState economy,
      Context<MerchantState> context) {
    MerchantState state = context.state();
    long now = rules.analysisAt(context.time());
    if (indicator == EconomicIndicator.balanced || rests(indicator, state, now)) {
      return;
    }
    MerchantRules.Move range = rules.move(indicator);
    int milli = draw(range, context.random());
    boolean moved = false;
    for (Good good : affected(indicator, economy, Goods.of(state))) {
      long price = PriceSteps.next(good, milli, range.up(), context.time());
      if (price != good.getPrice()) {
        adjust(good, price, indicator, rules, context);
        moved = true;
      }
    }
    if (moved) {
      state.getMoves().removeIf(move -> move.getIndicator() == indicator);
      state.getMoves().add(new IndicatorMove(indicator, now));
    }
  }

  private static boolean rests(EconomicIndicator indicator, MerchantState state, long now) {
    return state.getMoves().stream()
        .anyMatch(
            move ->
                move.getIndicator() == indicator
                    && now - move.getTime() < MerchantRules.REST.toMillis());
  }

  private static int draw(MerchantRules.Move range, UniformRandomProvider random) {
    return random.nextInt(range.fromMilli(), range.toMilli() + 1);
  }

  /** Money moves every price; glut and scarcity those of the items that there is too much of. */
  private static List<Good> affected(
      EconomicIndicator indicator, EconomyState economy, List<Good> goods) {
    Set<Integer> items = new LinkedHashSet<>();
    Stream.concat(economy.getFarmed().stream(), economy.getScarce().stream())
        .filter(
            item ->
                switch (indicator) {
                  case item_glut -> MerchantRules.isGlutted(item.getSupply(), item.getDemand());
                  case item_scarcity -> MerchantRules.isScarce(item.getSupply(), item.getDemand());
                  case inflation, deflation, balanced -> false;
                })
        .forEach(item -> items.add(item.getItemId()));
    boolean all =
        indicator == EconomicIndicator.inflation || indicator == EconomicIndicator.deflation;
    return goods.stream().filter(good -> all || items.contains(good.getItemId())).toList();
  }

  private static void adjust(
      Good good,
      long price,
      EconomicIndicator indicator,
      MerchantRules rules,
      Context<MerchantState> context) {
    long old = good.getPrice();
    PriceAdjustment adjustment =
        new PriceAdjustment(
            context.newId("price"),
            good.getItemId(),
            old,
            price,
            (int) ((price - old) * MerchantRules.MILLI / old),
            indicator,
            AdjustmentStatus.requested,
            Instant.ofEpochMilli(context.time()));
    PriceSteps.take(good, price, context.time());
    List<PriceAdjustment> open = context.state().getOpenAdjustments();
    open.removeIf(earlier -> earlier.getItemId() == good.getItemId());
    open.add(adjustment);
    MerchantEffects.price(adjustment, rules.interval().dividedBy(2), context);
  }

  static void answered(String key, boolean done, Context<MerchantState> context) {
    MerchantState state = context.state();
    String id = key.substring(MerchantEffects.PRICE.length());
    for (PriceAdjustment adjustment : List.copyOf(state.getOpenAdjustments())) {
      if (adjustment.getAdjustmentId().equals(id)) {
        state.getOpenAdjustments().remove(adjustment);
        adjustment.setStatus(done ? AdjustmentStatus.applied : AdjustmentStatus.failed);
        if (!done) {
          Goods.find(state, adjustment.getItemId())
              .ifPresent(
                  good ->
                      PriceSteps.takeBack(
                          good,
                          adjustment.getNewPrice(),
                          adjustment.getAppliedAt().toEpochMilli()));
        }
        context.change(adjustment);
      }
    }
  }
}
