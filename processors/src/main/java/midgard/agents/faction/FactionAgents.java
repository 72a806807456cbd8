package midgard.agents.faction;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.rules.DailyDecay;

/** The faction agent: the standing of each player, and the balance of power in the world. */
public final class FactionAgents {
  /** Of a day, 1 % (decisions, "Rules repaired" 6). */
  private static final DailyDecay DECAY = new DailyDecay(10_000);

  private FactionAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    FactionRules rules = rules(settings);
    return List.of(new Allegiance(rules), new BalanceOfPower(rules));
  }

  static FactionRules rules(Settings settings) {
    return new FactionRules(
        DECAY,
        (int)
            settings.number(
                "FACTION_DAILY_KILLS",
                100,
                0,
                1_000_000,
                "Most kills of a player and day that count for a faction."),
        (int)
            settings.number(
                "FACTION_DAILY_DONATIONS",
                10,
                0,
                1_000_000,
                "Most donations of a player and day that count for a faction."));
  }
}
