package midgard.agents.eventchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainCalled;
import midgard.schemas.eventchain.ChainEnded;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.EventChainState;

class EventChainContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");
  private static final String MAP = "prt_fild08";

  @Override
  protected List<Agent<?>> agents() {
    return EventChainAgents.of(Settings.DEFAULTS);
  }

  /** Every ten minutes each chain's people are spoken to, its maps visited, its monsters slain. */
  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int i = 0; i < 60; i++) {
      long time = START + i * 600_000L;
      ChainType type = ChainType.values()[i % 5];
      ChainCalled call = new ChainCalled(type, "test", "a test", MAP);
      log.add(signal(Domain.WORLD, Domain.WORLD_KEY, time, call));
      for (String map : List.of(MAP, ChainPlan.nearestTown(MAP))) {
        for (ChainRules.Kind kind : ChainRules.KINDS) {
          for (ChainRules.StepKind step : kind.steps()) {
            String npc = step.npc().isEmpty() ? "Nobody" : step.npc();
            log.add(
                event(
                    Domain.MAP,
                    map,
                    time + 1,
                    150001 + i % 3,
                    map,
                    NpcInteraction.newBuilder()
                        .setNpcName(npc)
                        .setInteraction(midgard.schemas.event.Interaction.talk)
                        .build()));
          }
          log.add(
              event(
                  Domain.MAP,
                  map,
                  time + 1,
                  150002,
                  map,
                  MonsterKill.newBuilder()
                      .setMonsterId(ChainMonsters.follower(kind.type(), 0))
                      .build()));
        }
        log.add(event(Domain.MAP, map, time + 2, 150003, map, new MapChange("geffen", map)));
      }
      log.add(tick(time + 1000));
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    EventChainState state =
        world.state(new EventChains(EventChainAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY);
    Set<ChainType> types = new HashSet<>();
    state.getChains().forEach(chain -> types.add(chain.getChainType()));
    assertThat(state.getChains()).hasSizeLessThanOrEqualTo(3).hasSize(types.size());
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.signals(ChainEnded.class))
        .extracting(ChainEnded::getChainId)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(state.getChains().stream().map(Chain::getChainId).toList());
  }
}
