package midgard.agents.dialogue;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.mind.ReasoningDepth;

/** The dialogue agent. */
public final class DialogueAgents {
  private DialogueAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    boolean instant =
        settings.flag(
            "INSTANT_RESPONSE_ENABLED",
            true,
            "Whether greetings and farewells are answered by canned lines, without a model.");
    return List.of(new Dialogue(instant, settings.languageModel(), ReasoningDepth.of(settings)));
  }
}
