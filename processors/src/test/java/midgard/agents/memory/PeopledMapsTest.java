package midgard.agents.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import midgard.agent.AgentName;
import midgard.agent.StateOf;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.memory.MapPeopled;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;

class PeopledMapsTest {
  private static final StateOf<WorldState> WORLD =
      StateOf.of(AgentName.WORLD, Domain.WORLD, WorldState.class);

  private final World world = new World(List.of(new PeopledMaps()));

  private void players(MapEntry... maps) {
    world.put(
        WORLD, Domain.WORLD_KEY, WorldState.newBuilder().setMaps(Arrays.asList(maps)).build());
    world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        1000,
        new WorldFigures(1, 1, 0L, List.of(), 0L, List.of(), List.of()));
  }

  private static MapEntry map(String map, int players) {
    return new MapEntry(map, players, 1L, 1L, false);
  }

  private List<Boolean> told() {
    return world.signals(MapPeopled.class).stream().map(MapPeopled::getPeopled).toList();
  }

  @Test
  void shouldTellAMapOnceWhenPlayersComeAndWhenTheLastGoes() {
    players(map("geffen", 2), map("payon", 0));
    players(map("geffen", 5), map("payon", 0));
    assertThat(told()).containsExactly(true);

    players(map("geffen", 0), map("payon", 1));
    assertThat(told()).containsExactly(true, true, false);
  }
}
