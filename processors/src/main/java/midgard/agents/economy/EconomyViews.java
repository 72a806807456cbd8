package midgard.agents.economy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import midgard.schemas.economy.Candle;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.economy.EconomyHealth;
import midgard.schemas.economy.EconomySnapshot;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.HourFlow;
import midgard.schemas.economy.IndexSample;
import midgard.schemas.economy.ItemDayState;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.ItemRank;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.OpenWindow;
import midgard.schemas.economy.ReasonFlow;

/** What states of the economy say at an instant, for rules and answers alike. Times in ms UTC. */
public final class EconomyViews {
  private EconomyViews() {}

  /** All zeny in the world: what purses held when they were first seen, and what came and went. */
  public static long circulation(EconomyState state) {
    ReasonFlow total = Flows.sum(state.getFlows());
    return Math.subtractExact(
        Math.addExact(state.getOpening(), total.getFaucet()), total.getSink());
  }

  /** The mean purse; 0 without any. */
  public static long zenyPerPlayer(EconomyState state) {
    return state.getPurses() == 0 ? 0 : Math.floorDiv(circulation(state), state.getPurses());
  }

  /**
   * Change of the price index within 24 hours, in thousandths; since the first sample while the
   * world is younger.
   */
  public static long inflationMilli(EconomyState state, long now) {
    long dayAgo = EconomyRules.hourOf(now) - EconomyRules.HOURS;
    IndexSample then = null;
    for (IndexSample sample : state.getSamples()) {
      if (then == null || sample.getHour() <= dayAgo) {
        then = sample;
      }
    }
    if (then == null || then.getIndexMilli() == 0) {
      return 0;
    }
    return Fixed.ratio(state.getIndexMilli(), EconomyRules.MILLI, then.getIndexMilli())
        - EconomyRules.MILLI;
  }

  public static EconomyFigures figures(EconomyState state, long now) {
    long inflation = inflationMilli(state, now);
    long volume = state.getItems().getZeny();
    EconomyHealth health = EconomyRules.health(inflation, volume);
    return new EconomyFigures(
        circulation(state),
        zenyPerPlayer(state),
        volume,
        inflation,
        health,
        EconomyRules.scoreMilli(health));
  }

  /** All figures as one row. */
  public static EconomySnapshot snapshot(EconomyState state, String id, long now) {
    EconomyFigures figures = figures(state, now);
    ItemShare items = state.getItems();
    ReasonFlow total = Flows.sum(state.getFlows());
    ReasonFlow day = Flows.sum(lastDay(state, now));
    return EconomySnapshot.newBuilder()
        .setSnapshotId(id)
        .setZenyCirculation(figures.getCirculation())
        .setZenyPerCapita(figures.getZenyPerPlayer())
        .setPurses(state.getPurses())
        .setActivePlayers(state.getActivePlayers())
        .setPriceIndexMilli(state.getIndexMilli())
        .setInflationRateMilli(figures.getInflationMilli())
        .setEconomicIndicator(
            EconomyRules.indicator(
                state.getPurses(),
                figures.getZenyPerPlayer(),
                items.getSupply(),
                items.getDemand()))
        .setHealth(figures.getHealth())
        .setHealthScoreMilli(figures.getHealthScoreMilli())
        .setVolume24h(items.getZeny())
        .setMarketVolume24h(items.getMarketZeny())
        .setSupply24h(items.getSupply())
        .setDemand24h(items.getDemand())
        .setTraded24h(items.getTraded())
        .setOpeningTotal(state.getOpening())
        .setFaucetTotal(total.getFaucet())
        .setSinkTotal(total.getSink())
        .setFaucet24h(day.getFaucet())
        .setSink24h(day.getSink())
        .setTransferBalance(Math.subtractExact(total.getTransferIn(), total.getTransferOut()))
        .setDrift(state.getDrift())
        .setFlows(List.copyOf(state.getFlows()))
        .setTopFarmedItems(top(state.getFarmed()))
        .setScarceItems(top(state.getScarce()))
        .setTimestamp(Instant.ofEpochMilli(now))
        .build();
  }

  /** The flows of the last 24 hours, one entry per hour and reason. */
  public static List<HourFlow> lastHours(EconomyState state, long now) {
    return state.getHours().stream()
        .filter(entry -> entry.getHour() >= EconomyRules.oldestHour(now))
        .toList();
  }

  /** The flows of the last 24 hours, one entry per reason. */
  public static List<ReasonFlow> lastDay(EconomyState state, long now) {
    List<ReasonFlow> flows = new ArrayList<>();
    lastHours(state, now).forEach(entry -> Flows.add(flows, entry.getFlow()));
    return flows;
  }

  private static List<ItemRank> top(List<ItemRank> ranks) {
    return List.copyOf(ranks.subList(0, Math.min(EconomyRules.TOP, ranks.size())));
  }

  /** Whether two rows say the same, whenever they were written. */
  static boolean sameFigures(EconomySnapshot a, EconomySnapshot b) {
    return EconomySnapshot.newBuilder(a)
        .setSnapshotId(b.getSnapshotId())
        .setTimestamp(b.getTimestamp())
        .build()
        .equals(b);
  }

  /** The windows of an item that are still open, the oldest first. */
  public static List<Candle> openWindows(ItemEconomyState state, WindowSize size) {
    return state.getOpenWindows().stream()
        .filter(window -> window.getSize().equals(size.id()))
        .map(OpenWindow::getCandle)
        .toList();
  }

  /** Supply, demand and sales of an item in the last 24 hours. */
  public static ItemShare lastDay(ItemDayState state, ItemEconomyState market, long now) {
    return ItemHours.share(state, market.getBasePriceMilli(), now);
  }
}
