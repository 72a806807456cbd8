package midgard.service.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import midgard.agents.models.ModelCosts;
import midgard.service.config.ServiceConfig;
import midgard.service.http.Late;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;
import midgard.service.models.ModelWorker;
import midgard.service.models.ModelsConfig;
import midgard.service.models.Provider;

/** What the language models cost (domain reference 2.1 and 2.9); zeros while there is none. */
final class ModelCostRoutes implements Routes {
  private static final int DAYS_IN_A_MONTH = 30;
  private static final double PERCENT = 100;
  private static final double YELLOW = 70;
  private static final double RED = 85;
  private static final Map<String, Integer> PERIODS =
      Map.of("daily", 1, "weekly", 7, "monthly", DAYS_IN_A_MONTH);

  private final WorldReads world;
  private final ModelsConfig config;
  private final ZoneId zone;
  private final Late<ModelWorker> models;

  ModelCostRoutes(WorldReads world, ServiceConfig config, Late<ModelWorker> models) {
    this.world = world;
    this.config = config.models();
    this.zone = config.world().zone();
    this.models = models;
  }

  record Costs(
      String period,
      int periodDays,
      double totalCostUsd,
      double dailyCostUsd,
      double dailyAverageUsd,
      double monthlyProjectionUsd,
      double dailyBudgetUsd,
      double budgetUsagePercent,
      Map<String, Double> providerCosts,
      Map<String, Double> agentCosts,
      Map<String, Double> optimizationTierDistribution,
      Instant timestamp) {}

  record Day(
      String date,
      double totalCostUsd,
      long requests,
      long cached,
      long calls,
      long tokens,
      Map<String, Double> providerCosts,
      Map<String, Double> agentCosts) {}

  record Budget(
      double dailyBudgetUsd,
      double spentUsd,
      double remainingUsd,
      double usagePercent,
      String status,
      boolean exceeded,
      Instant timestamp) {}

  record ProviderBudget(
      String provider,
      boolean hasKey,
      String model,
      double spentUsd,
      long calls,
      long tokens,
      Instant timestamp) {}

  record Course(List<Day> history, int total, Instant timestamp) {}

  record Health(String status, boolean enabled, List<String> providersAsked, Instant timestamp) {}

  @Override
  public void register(JavalinConfig javalin) {
    javalin.routes.get("/api/v1/admin/llm-costs", context -> context.json(costs(context)));
    javalin.routes.get("/api/v1/cost/summary", context -> context.json(costs(context)));
    javalin.routes.get("/api/v1/cost/today", context -> context.json(day(today())));
    javalin.routes.get("/api/v1/cost/budget/status", context -> context.json(budget()));
    javalin.routes.get(
        "/api/v1/cost/budget/provider/{provider}",
        context -> context.json(provider(context.pathParam("provider"))));
    javalin.routes.get("/api/v1/cost/history", context -> context.json(course(context)));
    javalin.routes.get("/api/v1/cost/health", context -> context.json(health()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(world.now(), zone);
  }

  private Costs costs(Context context) {
    String period = Parameters.text(context, "period").orElse("monthly");
    Integer days = PERIODS.get(period);
    if (days == null) {
      throw Parameters.bad("period", period, "daily, weekly or monthly");
    }
    ModelSpending all = ModelSpending.over(world, today(), days);
    double average = all.usd() / days;
    double today = ModelSpending.on(world, today()).usd();
    return new Costs(
        period,
        days,
        all.usd(),
        today,
        average,
        average * DAYS_IN_A_MONTH,
        limit(),
        percent(today),
        all.usdByProvider(),
        all.usdByAgent(),
        all.tierPercentages(),
        world.now());
  }

  private Day day(LocalDate date) {
    ModelSpending spent = ModelSpending.on(world, date);
    return new Day(
        date.toString(),
        spent.usd(),
        spent.requests(),
        spent.cached(),
        spent.calls(),
        spent.tokens(),
        spent.usdByProvider(),
        spent.usdByAgent());
  }

  private Budget budget() {
    double spent = ModelSpending.on(world, today()).usd();
    double percent = percent(spent);
    String status = percent < YELLOW ? "green" : percent <= RED ? "yellow" : "red";
    return new Budget(
        limit(),
        spent,
        Math.max(0, limit() - spent),
        percent,
        status,
        spent >= limit() && config.enabled(),
        world.now());
  }

  private ProviderBudget provider(String id) {
    Provider provider =
        Provider.all().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "There is no provider %s; there are %s."
                            .formatted(
                                id,
                                String.join(
                                    ", ", Provider.all().stream().map(Provider::id).toList()))));
    ModelSpending spent = ModelSpending.on(world, today()).ofProvider(id);
    return config.endpoints().stream()
        .filter(endpoint -> endpoint.provider() == provider)
        .findFirst()
        .map(endpoint -> status(id, true, endpoint.model(), spent))
        .orElseGet(() -> status(id, false, provider.model(), spent));
  }

  private ProviderBudget status(String id, boolean hasKey, String model, ModelSpending spent) {
    return new ProviderBudget(
        id, hasKey, model, spent.usd(), spent.calls(), spent.tokens(), world.now());
  }

  /** The latest day first. */
  private Course course(Context context) {
    int limit = Parameters.number(context, "limit", DAYS_IN_A_MONTH, 1, ModelCosts.DAYS);
    List<Day> days = new ArrayList<>();
    for (int back = 0; back < limit; back++) {
      days.add(day(today().minusDays(back)));
    }
    return new Course(days, days.size(), world.now());
  }

  private Health health() {
    List<String> asked = models.isSet() ? models.get().asked() : List.of();
    String status = !config.enabled() ? "off" : asked.isEmpty() ? "degraded" : "healthy";
    return new Health(status, config.enabled(), asked, world.now());
  }

  private double limit() {
    return ModelSpending.usd(config.dailyBudgetMicroUsd());
  }

  /** Of the day's budget; one of nothing is used up from the start. */
  private double percent(double spent) {
    return limit() == 0 ? PERCENT : Math.round(spent / limit() * PERCENT * 100) / 100.0;
  }
}
