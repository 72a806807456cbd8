package midgard.agents.maphazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.maphazard.Hazard;
import midgard.schemas.maphazard.HazardEncounter;
import midgard.schemas.maphazard.MapHazardState;

class MapHazardContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T00:00:00Z");
  private static final HazardRules RULES = new HazardRules(4, 24, 3);

  @Override
  protected List<Agent<?>> agents() {
    return MapHazardAgents.of(Settings.DEFAULTS);
  }

  /** Every hunting ground is visited, so that some visits fall into a hazard. */
  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    List<String> maps = MapCatalogue.KNOWN.huntingGrounds();
    for (int hour = 1; hour < 60; hour++) {
      long time = START + hour * 3_600_000L;
      log.add(tick(time));
      for (int i = 0; i < maps.size(); i++) {
        String map = maps.get(i);
        long player = 150001 + i % 3;
        MapChange come = new MapChange("prontera", map);
        log.add(event(Domain.MAP, map, time + 1000 + i, player, map, come));
        ItemDrop drop =
            ItemDrop.newBuilder().setItemId(909).setAmount(2).setMonsterId(1002).build();
        log.add(event(Domain.MAP, map, time + 2000 + i, player, map, drop));
        PlayerDeath death = new PlayerDeath(KillerType.monster, 1002L);
        log.add(event(Domain.MAP, map, time + 3000 + i, player, map, death));
        if (i % 2 == 0) {
          PlayerLogout go = PlayerLogout.newBuilder().build();
          log.add(event(Domain.MAP, map, time + 60_000 + i, player, map, go));
        }
      }
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    MapHazardState state = world.state(new MapHazards(RULES), Domain.WORLD_KEY);
    assertThat(state.getHazards()).hasSizeLessThanOrEqualTo(4);
    assertThat(state.getHazards()).extracting(Hazard::getMapName).doesNotHaveDuplicates();
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.changes(HazardEncounter.class))
        .allSatisfy(
            row -> {
              assertThat(row.getTimeInHazard()).isBetween(0, 86_400);
              assertThat(row.getItemsDropped()).isNotNegative();
            })
        .extracting(HazardEncounter::getId)
        .doesNotHaveDuplicates();
  }
}
