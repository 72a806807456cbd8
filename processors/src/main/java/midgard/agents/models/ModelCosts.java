package midgard.agents.models;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.model.LlmCost;
import midgard.schemas.model.ModelCost;
import midgard.schemas.model.ModelCostsState;
import midgard.schemas.model.ModelSpent;

/**
 * The ledger of the language models: what each agent had from each model, day by day. Each day has
 * a key of its own, so that a booking costs the same however long the world runs.
 */
public final class ModelCosts extends Agent<ModelCostsState> {
  public static final StateOf<ModelCostsState> STATE =
      StateOf.of(AgentName.MODELS, Domain.WORLD, "costs", ModelCostsState.class);

  /** So long a day can be asked for; its rows stay in the database. */
  public static final int DAYS = 40;

  private static final String FORGET = "forget";
  private static final String KEY = "models-";
  private static final Comparator<ModelCost> ORDER =
      Comparator.comparing(ModelCost::getAgent)
          .thenComparing(ModelCost::getProvider)
          .thenComparing(ModelCost::getModel)
          .thenComparing(ModelCost::getTier);

  public ModelCosts() {
    super(STATE);
    on(ModelSpent.class, ModelCosts::book);
    onTimer(FORGET, (due, context) -> forget(context));
  }

  /** The key of a day's ledger in the world's domain. */
  public static String key(LocalDate day) {
    return KEY + day;
  }

  /** Goes by the day itself: a booking may come before the world's clock has ever ticked. */
  private static void forget(Context<ModelCostsState> context) {
    LocalDate day = LocalDate.parse(context.key().substring(KEY.length()));
    LocalDate lastKept = LocalDate.ofEpochDay(context.day()).minusDays(DAYS);
    if (day.isAfter(lastKept)) {
      context.wakeAt(context.clock() + Duration.ofDays(1).toMillis(), FORGET);
    } else {
      context.forget();
    }
  }

  private static void book(ModelSpent spent, Context<ModelCostsState> context) {
    LocalDate day = LocalDate.ofEpochDay(spent.getDay());
    List<ModelCost> costs = context.state().getCosts();
    if (costs.isEmpty()) {
      context.wakeAt(
          Math.max(context.time(), context.clock()) + Duration.ofDays(DAYS).toMillis(), FORGET);
    }
    ModelCost cost = of(costs, spent);
    cost.setRequests(cost.getRequests() + 1);
    cost.setInputTokens(cost.getInputTokens() + spent.getInputTokens());
    cost.setOutputTokens(cost.getOutputTokens() + spent.getOutputTokens());
    cost.setCostMicroUsd(cost.getCostMicroUsd() + spent.getCostMicroUsd());
    context.change(row(day, cost, Instant.ofEpochMilli(context.time())));
  }

  private static ModelCost of(List<ModelCost> costs, ModelSpent spent) {
    ModelCost wanted =
        new ModelCost(
            spent.getAgent(),
            spent.getProvider(),
            spent.getModel(),
            spent.getTier(),
            0L,
            0L,
            0L,
            0L);
    int place = 0;
    while (place < costs.size() && ORDER.compare(costs.get(place), wanted) < 0) {
      place++;
    }
    if (place == costs.size() || ORDER.compare(costs.get(place), wanted) != 0) {
      costs.add(place, wanted);
    }
    return costs.get(place);
  }

  private static LlmCost row(LocalDate day, ModelCost cost, Instant at) {
    return new LlmCost(
        day.toString(),
        cost.getAgent(),
        cost.getProvider(),
        cost.getModel(),
        cost.getTier(),
        cost.getRequests(),
        cost.getInputTokens(),
        cost.getOutputTokens(),
        cost.getCostMicroUsd(),
        at);
  }
}
