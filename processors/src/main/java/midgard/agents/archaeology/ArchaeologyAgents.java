package midgard.agents.archaeology;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The archaeology agent: where can be dug, who was first, and what each player has found. */
public final class ArchaeologyAgents {
  private ArchaeologyAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new DigSpots(rules(settings)), new DigMaps(), new Digger());
  }

  static ArchaeologyRules rules(Settings settings) {
    return new ArchaeologyRules(
        (int)
            settings.number(
                "ARCHAEOLOGY_DIG_SPOTS", 15, 10, 20, "How many dig spots appear every day."));
  }
}
