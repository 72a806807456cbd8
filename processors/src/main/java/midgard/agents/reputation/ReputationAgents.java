package midgard.agents.reputation;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The reputation agent: merit per player, and the ranking of all players. */
public final class ReputationAgents {
  private ReputationAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    ReputationRules rules =
        new ReputationRules(
            (int)
                settings.number(
                    "REPUTATION_DAILY_CAP", 500, 1, 1_000_000, "Most merit of a kind and day."));
    return List.of(new Reputation(rules), new Leaderboard());
  }
}
