package midgard.service.models;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Timer;
import midgard.schemas.model.ModelTier;

/** Counts what is asked and answered, under {@code models.}. */
final class ModelMeters {
  private final MetricRegistry registry;
  private final Timer calls;
  private final Counter cost;
  private final Counter overBudget;
  private final Counter refused;
  private final Counter unreadable;
  private final Counter hits;
  private final Counter misses;

  ModelMeters(MetricRegistry registry) {
    this.registry = registry;
    calls = registry.timer("models.call");
    cost = registry.counter("models.cost.micro_usd");
    overBudget = registry.counter("models.budget.refusals");
    refused = registry.counter("models.refused_answers");
    unreadable = registry.counter("models.unreadable");
    hits = registry.counter("models.cache.hits");
    misses = registry.counter("models.cache.misses");
  }

  /** A call to a provider. */
  @FunctionalInterface
  interface Call {
    Reply make() throws ProviderFailure;
  }

  Reply timed(ModelsConfig.Endpoint endpoint, Call call) throws ProviderFailure {
    registry.counter("models.calls." + endpoint.provider().id()).inc();
    try (Timer.Context timing = calls.time()) {
      return call.make();
    }
  }

  void failed(ModelsConfig.Endpoint endpoint) {
    registry.counter("models.failures." + endpoint.provider().id()).inc();
  }

  void spent(long microUsd) {
    cost.inc(microUsd);
  }

  void overBudget() {
    overBudget.inc();
  }

  /** An answer that was not what was asked for. */
  void refused() {
    refused.inc();
  }

  /** A request that cannot be read. */
  void unreadable() {
    unreadable.inc();
  }

  void cached(boolean hit) {
    (hit ? hits : misses).inc();
  }

  void answered(ModelTier tier) {
    registry.counter("models.tiers." + tier.name()).inc();
  }
}
