package midgard.agents.maphazard;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The map hazard agent: the day's hazards, and the players in them. */
public final class MapHazardAgents {
  private static final int COUNT = 4;
  private static final int HOURS = 24;
  private static final int DISTANCE = 3;

  private MapHazardAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    HazardRules rules =
        new HazardRules(
            (int) settings.number("DAILY_HAZARD_COUNT", COUNT, 1, 10, "Hazards a day."),
            (int)
                settings.number(
                    "HAZARD_DURATION_HOURS", HOURS, 1, 24, "Hours that a hazard lasts."),
            (int)
                settings.number(
                    "HAZARD_MIN_MAP_DISTANCE",
                    DISTANCE,
                    0,
                    10,
                    "Warps between two hazards, at least."));
    return List.of(new MapHazards(rules), new HazardMap());
  }
}
