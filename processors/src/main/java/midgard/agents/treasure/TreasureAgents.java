package midgard.agents.treasure;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The treasure agent: what is hidden where, who finds it, and the fragments of cards. */
public final class TreasureAgents {
  private static final int LONGEST_LIFE = 168;

  private TreasureAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    TreasureRules rules =
        new TreasureRules(
            (int) settings.number("DAILY_TREASURE_COUNT", 10, 5, 15, "Treasures hidden a day."),
            (int)
                settings.number(
                    "TREASURE_DESPAWN_HOURS_MIN",
                    2,
                    1,
                    LONGEST_LIFE,
                    "Hours that a treasure stays, at least."),
            (int)
                settings.number(
                    "TREASURE_DESPAWN_HOURS_MAX",
                    12,
                    1,
                    LONGEST_LIFE,
                    "Hours that a treasure stays, at most."));
    int rate =
        (int)
            settings.number(
                "CARD_FRAGMENT_EXCHANGE_RATE", 100, 1, 10_000, "Card fragments for one card.");
    return List.of(new Treasures(rules), new TreasureMaps(), new FragmentPurse(rate));
  }
}
