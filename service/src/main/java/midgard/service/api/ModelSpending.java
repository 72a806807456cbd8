package midgard.service.api;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import midgard.agents.models.ModelCosts;
import midgard.schemas.model.ModelCost;
import midgard.schemas.model.ModelTier;

/**
 * What the language models cost over some days, from the ledger's agent. Days are those of the
 * computer's clock, as money is spent by.
 */
final class ModelSpending {
  private static final double MICRO = 1_000_000;
  private static final double PERCENT = 100;

  private final List<ModelCost> costs;

  private ModelSpending(List<ModelCost> costs) {
    this.costs = costs;
  }

  static ModelSpending on(WorldReads world, LocalDate day) {
    return over(world, day, 1);
  }

  /** Over {@code days} up to and with {@code last}. */
  static ModelSpending over(WorldReads world, LocalDate last, int days) {
    return new ModelSpending(
        last.minusDays(days - 1L)
            .datesUntil(last.plusDays(1))
            .flatMap(
                day ->
                    world.state(ModelCosts.STATE, ModelCosts.key(day)).stream()
                        .flatMap(state -> state.getCosts().stream()))
            .toList());
  }

  /** From micro-USD. */
  static double usd(long micro) {
    return micro / MICRO;
  }

  long microUsd() {
    return costs.stream().mapToLong(ModelCost::getCostMicroUsd).sum();
  }

  double usd() {
    return usd(microUsd());
  }

  /** Calls that were made for an answer of their own or for several. */
  long calls() {
    return requests(cost -> !cost.getProvider().isEmpty());
  }

  long requests() {
    return requests(cost -> true);
  }

  long cached() {
    return requests(cost -> cost.getTier() == ModelTier.cache);
  }

  long tokens() {
    return costs.stream().mapToLong(cost -> cost.getInputTokens() + cost.getOutputTokens()).sum();
  }

  ModelSpending ofProvider(String provider) {
    return new ModelSpending(
        costs.stream().filter(cost -> cost.getProvider().equals(provider)).toList());
  }

  Map<String, Double> usdByProvider() {
    return usdBy(ModelCost::getProvider);
  }

  Map<String, Double> usdByAgent() {
    return usdBy(ModelCost::getAgent);
  }

  /** How many of a hundred questions each tier answered; all zero when there were none. */
  Map<String, Double> tierPercentages() {
    long all = requests();
    Map<String, Double> tiers = new TreeMap<>(Comparator.comparing(ModelTier::valueOf));
    for (ModelTier tier : ModelTier.values()) {
      long some = requests(cost -> cost.getTier() == tier);
      tiers.put(tier.name(), all == 0 ? 0 : Math.round(some * PERCENT * 10 / all) / 10.0);
    }
    return tiers;
  }

  private long requests(Predicate<ModelCost> which) {
    return costs.stream().filter(which).mapToLong(ModelCost::getRequests).sum();
  }

  private Map<String, Double> usdBy(Function<ModelCost, String> name) {
    Map<String, Double> named = new TreeMap<>();
    costs.stream()
        .filter(cost -> !name.apply(cost).isEmpty())
        .collect(
            Collectors.groupingBy(
                name, TreeMap::new, Collectors.summingLong(ModelCost::getCostMicroUsd)))
        .forEach((key, micro) -> named.put(key, usd(micro)));
    return named;
  }
}
