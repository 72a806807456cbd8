package midgard.agents.worldevent;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The world event agent: the events, and what players do for them. */
public final class WorldEventAgents {
  /** The Valkyrie Randgris of the game's own monster list. */
  private static final int GUARDIAN = 1751;

  private WorldEventAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    WorldEventRules rules =
        new WorldEventRules(
            (int) settings.number("EVENT_MAX_CONCURRENT", 1, 1, 7, "Most world events at a time."),
            (int)
                settings.number(
                    "EVENT_GUARDIAN_MONSTER_ID",
                    GUARDIAN,
                    1,
                    1_000_000,
                    "The monster that guards a mythic event."));
    return List.of(new WorldEvents(rules), new Participants());
  }
}
