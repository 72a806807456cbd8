package midgard.agents;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.agents.adaptivedungeon.AdaptiveDungeonAgents;
import midgard.agents.archaeology.ArchaeologyAgents;
import midgard.agents.consciousness.ConsciousnessAgents;
import midgard.agents.decision.DecisionAgents;
import midgard.agents.dialogue.DialogueAgents;
import midgard.agents.dynamicboss.DynamicBossAgents;
import midgard.agents.dynamicnpc.DynamicNpcAgents;
import midgard.agents.economy.EconomyAgents;
import midgard.agents.economysocial.EconomySocialAgents;
import midgard.agents.eventchain.EventChainAgents;
import midgard.agents.faction.FactionAgents;
import midgard.agents.karma.KarmaAgents;
import midgard.agents.maphazard.MapHazardAgents;
import midgard.agents.memory.MemoryAgents;
import midgard.agents.models.ModelAgents;
import midgard.agents.outbox.OutboxAgents;
import midgard.agents.problem.ProblemAgents;
import midgard.agents.quest.QuestAgents;
import midgard.agents.reputation.ReputationAgents;
import midgard.agents.social.SocialAgents;
import midgard.agents.storyline.StorylineAgents;
import midgard.agents.treasure.TreasureAgents;
import midgard.agents.weather.WeatherAgents;
import midgard.agents.world.WorldAgents;
import midgard.agents.worldevent.WorldEventAgents;

/** Every agent that works, in the order in which they see a message. */
public final class Agents {
  private static final List<Function<Settings, List<Agent<?>>>> ALL =
      List.of(
          WorldAgents::of,
          EconomyAgents::of,
          ProblemAgents::of,
          WorldEventAgents::of,
          ReputationAgents::of,
          EconomySocialAgents::of,
          SocialAgents::of,
          WeatherAgents::of,
          MapHazardAgents::of,
          DynamicBossAgents::of,
          ConsciousnessAgents::of,
          OutboxAgents::of,
          DynamicNpcAgents::of,
          EventChainAgents::of,
          KarmaAgents::of,
          MemoryAgents::of,
          DecisionAgents::of,
          AdaptiveDungeonAgents::of,
          FactionAgents::of,
          TreasureAgents::of,
          ArchaeologyAgents::of,
          StorylineAgents::of,
          ModelAgents::of,
          QuestAgents::of,
          DialogueAgents::of);

  private Agents() {}

  /**
   * @throws IllegalArgumentException when a setting is out of its range
   */
  public static List<Agent<?>> all(Settings settings) {
    return ALL.stream()
        .flatMap(agents -> agents.apply(settings).stream())
        .<Agent<?>>flatMap(Stream::of)
        .toList();
  }
}
