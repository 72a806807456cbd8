package midgard.agents.economysocial;

import midgard.agents.economy.EconomyViews;
import midgard.schemas.economy.EconomyState;

/**
 * What an analysis goes by.
 *
 * @param active players with a login or zeny event in 24 hours
 * @param circulation zeny in the world
 * @param inflationMilli change of the price index in 24 hours
 * @param supply pieces in 24 hours, as {@code demand}
 */
record Figures(long active, long circulation, long inflationMilli, long supply, long demand) {

  static Figures of(EconomyState economy, long now) {
    return new Figures(
        economy.getActivePlayers(),
        EconomyViews.circulation(economy),
        EconomyViews.inflationMilli(economy, now),
        economy.getItems().getSupply(),
        economy.getItems().getDemand());
  }

  /** Zeny for each active player; 0 when nobody is. */
  long zenyPerActive() {
    return active == 0 ? 0 : Math.floorDiv(circulation, active);
  }
}
