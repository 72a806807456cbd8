package midgard.agents.economy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.economy.EconomySnapshot;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.HourFlow;
import midgard.schemas.economy.IndexSample;
import midgard.schemas.economy.ItemRank;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.ItemShareChanged;
import midgard.schemas.economy.PurseChanged;

/** The money of the world and its prices, as sums of what purses and items tell. */
public final class EconomyWorld extends Agent<EconomyState> {
  public static final StateOf<EconomyState> STATE =
      StateOf.of(AgentName.ECONOMY, Domain.WORLD, EconomyState.class);

  private static final Comparator<ItemRank> MOST_SUPPLY =
      Comparator.comparingLong(ItemRank::getSupply)
          .reversed()
          .thenComparingInt(ItemRank::getItemId);

  private static final Comparator<ItemRank> GREATEST_LACK =
      Comparator.<ItemRank>comparingLong(item -> item.getSupply() - item.getDemand())
          .thenComparingInt(ItemRank::getItemId);

  public EconomyWorld() {
    super(STATE);
    on(PurseChanged.class, this::purse);
    on(ItemShareChanged.class, this::item);
    every("economy_snapshot", Duration.ofSeconds(60), this::snapshot);
  }

  private void purse(PurseChanged news, Context<EconomyState> context) {
    EconomyState state = context.state();
    state.setPurses(state.getPurses() + news.getPurses());
    state.setActivePlayers(state.getActivePlayers() + news.getActive());
    state.setOpening(Math.addExact(state.getOpening(), news.getOpening()));
    state.setDrift(Math.addExact(state.getDrift(), news.getDrift()));
    for (HourFlow entry : news.getFlows()) {
      Flows.add(state.getFlows(), entry.getFlow());
      if (entry.getHour() >= EconomyRules.oldestHour(context.clock())
          && !EconomyRules.isAhead(entry.getHour() * EconomyRules.HOUR, context.clock())) {
        Flows.add(state.getHours(), entry.getHour(), entry.getFlow());
      }
    }
  }

  private void item(ItemShareChanged news, Context<EconomyState> context) {
    EconomyState state = context.state();
    state.setItems(ItemHours.plus(state.getItems(), news.getDelta(), 1));
    state.setIndexMilli(indexMilli(state));
    ItemShare share = news.getShare();
    ItemRank rank =
        new ItemRank(news.getItemId(), share.getSupply(), share.getDemand(), share.getTraded());
    place(state.getFarmed(), rank, share.getSupply() > 0, MOST_SUPPLY);
    place(state.getScarce(), rank, share.getDemand() > share.getSupply(), GREATEST_LACK);
  }

  /** All that was sold in 24 hours, at its price through at its base price. */
  private static long indexMilli(EconomyState state) {
    ItemShare items = state.getItems();
    return items.getBaseValue() > 0
        ? Fixed.ratio(items.getZeny(), EconomyRules.MILLI, items.getBaseValue())
        : state.getIndexMilli();
  }

  private static void place(
      List<ItemRank> ranks, ItemRank rank, boolean belongs, Comparator<ItemRank> order) {
    ranks.removeIf(item -> item.getItemId() == rank.getItemId());
    if (belongs) {
      ranks.add(rank);
      ranks.sort(order);
      if (ranks.size() > EconomyRules.PLACES) {
        ranks.remove(EconomyRules.PLACES);
      }
    }
  }

  private void snapshot(Context<EconomyState> context) {
    EconomyState state = context.state();
    long now = context.clock();
    state.getHours().removeIf(entry -> entry.getHour() < EconomyRules.oldestHour(now));
    sample(state, now);
    EconomySnapshot row = EconomyViews.snapshot(state, context.newId("economy"), context.time());
    EconomySnapshot before =
        state.getLastSnapshot() == null
            ? EconomyViews.snapshot(initialState(), "", now)
            : state.getLastSnapshot();
    if (!EconomyViews.sameFigures(row, before)) {
      context.change(row);
      state.setLastSnapshot(row);
    }
    EconomyFigures figures = EconomyViews.figures(state, now);
    if (!figures.equals(state.getTold())) {
      context.signal(Domain.WORLD, Domain.WORLD_KEY, figures);
      state.setTold(figures);
    }
  }

  /** Notes the index once an hour; of samples older than a day the youngest is kept. */
  private static void sample(EconomyState state, long now) {
    List<IndexSample> samples = state.getSamples();
    long hour = EconomyRules.hourOf(now);
    if (samples.isEmpty() || samples.get(samples.size() - 1).getHour() < hour) {
      samples.add(new IndexSample(hour, state.getIndexMilli()));
    }
    while (samples.size() > 1 && samples.get(1).getHour() <= hour - EconomyRules.HOURS) {
      samples.remove(0);
    }
  }
}
