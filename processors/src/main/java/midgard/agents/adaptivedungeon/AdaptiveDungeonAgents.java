package midgard.agents.adaptivedungeon;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The adaptive dungeon agent: the day's dungeon, the parties in it, and who lets them in. */
public final class AdaptiveDungeonAgents {
  /** The Bronze Coin of the game's own item list. */
  private static final int TOKEN = 673;

  private AdaptiveDungeonAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new DailyDungeon(), new DungeonRuns(rules(settings)), new DungeonGate());
  }

  static DungeonRules rules(Settings settings) {
    return new DungeonRules(
        (int)
            settings.number(
                "DUNGEON_TIME_LIMIT_MINUTES", 60, 1, 1440, "How long a party has in a dungeon."),
        (int)
            settings.number(
                "DUNGEON_TOKEN_ITEM_ID",
                TOKEN,
                1,
                1_000_000,
                "The item that dungeon tokens are in the game."));
  }
}
