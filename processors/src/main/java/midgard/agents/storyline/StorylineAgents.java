package midgard.agents.storyline;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The storyline: the arc, and what each player does for its quests. */
public final class StorylineAgents {
  private StorylineAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    return List.of(new Storyline(settings.languageModel()), new StoryQuests());
  }

  /** The themes that an administrator can ask for, sorted. */
  public static List<String> themes() {
    return ArcLibrary.ALL.stream().map(ArcTemplate::theme).distinct().sorted().toList();
  }
}
