package midgard.agents.eventchain;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The event chain agent: the chains that run, their maps, and the chains that ended. */
public final class EventChainAgents {
  private static final int MOST = 5;

  private EventChainAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new EventChains(rules(settings)), new ChainHistory(), new ChainMaps());
  }

  static ChainRules rules(Settings settings) {
    double chance =
        settings.fraction(
            "EVENT_CHAIN_CHANCE",
            0.1,
            0,
            1,
            "How likely an event chain begins by itself, every two hours.");
    return new ChainRules(
        (int) settings.number("EVENT_CHAIN_MAX_ACTIVE", 3, 1, MOST, "Most event chains at a time."),
        (int)
            settings.number(
                "EVENT_CHAIN_MIN_ONLINE",
                5,
                0,
                1_000_000,
                "An event chain begins by itself only with more players on line than this."),
        (int) Math.round(chance * ChainRules.MILLION));
  }
}
