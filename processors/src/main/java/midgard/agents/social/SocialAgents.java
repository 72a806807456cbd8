package midgard.agents.social;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The social agent: gatherings and who comes to them, guilds' tasks, and how sociable all are. */
public final class SocialAgents {
  private static final int GATHERINGS = 5;

  private SocialAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    int gatherings =
        (int)
            settings.number(
                "SOCIAL_EVENTS_PER_DAY",
                GATHERINGS,
                3,
                7,
                "Gatherings a day; there are six kinds, and none comes twice.");
    return List.of(
        new SocialCalendar(gatherings), new GatheringPlace(), new SocialLife(), new GuildHall());
  }
}
