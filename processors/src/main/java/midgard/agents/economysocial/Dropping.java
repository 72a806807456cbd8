package midgard.agents.economysocial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import midgard.agent.Context;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economysocial.DropAdvice;
import midgard.schemas.economysocial.DropRateRecommendation;
import midgard.schemas.economysocial.MerchantState;

/** Gives advice on drops, sets what changed in the game, and hears what became of it. */
final class Dropping {
  private Dropping() {}

  static void advise(EconomyState economy, Context<MerchantState> context) {
    MerchantState state = context.state();
    List<DropAdvice> advice = DropRates.advice(economy);
    TreeMap<Integer, Integer> changes =
        DropRates.changes(state.getRates(), DropRates.wanted(advice));
    if (changes.isEmpty() && advice.equals(state.getAdvice())) {
      return;
    }
    String id = context.newId("drops");
    state.setAdvice(advice);
    state.setOpenRates(new ArrayList<>());
    changes.forEach(
        (item, milli) -> {
          String key = MerchantEffects.rateKey(id, item);
          DropRates.set(state.getRates(), item, milli);
          state.getOpenRates().add(key);
          MerchantEffects.dropRate(key, item, milli, context);
        });
    state.setRecommendation(
        new DropRateRecommendation(
            id, List.copyOf(advice), changes.isEmpty(), Instant.ofEpochMilli(context.time())));
    context.change(state.getRecommendation());
  }

  static void answered(String key, boolean done, Context<MerchantState> context) {
    MerchantState state = context.state();
    if (!done) {
      // Left among the open ones, so that the recommendation never counts as applied.
      int item = Integer.parseInt(key.substring(key.lastIndexOf(':') + 1));
      DropRates.set(state.getRates(), item, DropRates.UNKNOWN);
      return;
    }
    DropRateRecommendation recommendation = state.getRecommendation();
    if (state.getOpenRates().remove(key) && state.getOpenRates().isEmpty()) {
      recommendation.setApplied(true);
      context.change(recommendation);
    }
  }
}
