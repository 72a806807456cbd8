package midgard.agents.quest;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The quest agent: what NPCs ask of a player, and how far the player is. */
public final class QuestAgents {
  private QuestAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    int firstGameQuest =
        (int)
            settings.number(
                "QUEST_FIRST_GAME_ID",
                60_000,
                1,
                1_000_000_000,
                "The first of the five numbers that generated quests have in the game's quest"
                    + " log.");
    return List.of(new Quests(firstGameQuest));
  }
}
