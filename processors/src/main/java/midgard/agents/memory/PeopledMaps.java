package midgard.agents.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.memory.MapPeopled;
import midgard.schemas.memory.PeopledState;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.world.WorldState;

/**
 * Tells a map when the first player has come and the last has gone, by the world's figures: NPCs
 * that nobody sees do nothing.
 */
public final class PeopledMaps extends Agent<PeopledState> {
  public static final StateOf<PeopledState> STATE =
      StateOf.of(AgentName.MEMORY, Domain.WORLD, PeopledState.class);

  private static final StateOf<WorldState> WORLD =
      StateOf.of(AgentName.WORLD, Domain.WORLD, WorldState.class);

  public PeopledMaps() {
    super(STATE);
    on(WorldFigures.class, this::figures);
  }

  private void figures(WorldFigures figures, Context<PeopledState> context) {
    List<String> peopled =
        context.peek(WORLD).getMaps().stream()
            .filter(map -> map.getPlayers() > 0)
            .map(MapEntry::getMap)
            .sorted()
            .toList();
    List<String> told = context.state().getMaps();
    if (peopled.equals(told)) {
      return;
    }
    Stream.concat(
            peopled.stream().filter(map -> !told.contains(map)),
            told.stream().filter(map -> !peopled.contains(map)))
        .forEach(map -> context.signal(Domain.MAP, map, new MapPeopled(peopled.contains(map))));
    context.state().setMaps(new ArrayList<>(peopled));
  }
}
