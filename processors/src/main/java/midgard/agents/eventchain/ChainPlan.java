package midgard.agents.eventchain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Context;
import midgard.agents.world.WorldPulse;
import midgard.agents.world.WorldSummary;
import midgard.maps.Cell;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.maps.MapKind;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainStatus;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainTrigger;
import midgard.schemas.eventchain.EventChainState;
import midgard.schemas.eventchain.StepGoal;
import midgard.schemas.eventchain.StepNpc;
import midgard.schemas.eventchain.StepSpawn;
import midgard.schemas.eventchain.StepTask;
import midgard.schemas.world.MapCount;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws a chain: how long it is, where it happens, and who is in it. */
final class ChainPlan {
  private static final MapCatalogue MAPS = MapCatalogue.KNOWN;
  private static final String CAPITAL = "prontera";

  private ChainPlan() {}

  /**
   * A chain that has not begun.
   *
   * @param wanted where it is to happen; empty: anywhere
   */
  static Chain of(
      ChainRules.Kind kind, ChainTrigger trigger, String wanted, Context<EventChainState> context) {
    UniformRandomProvider random = context.random();
    WorldState world = context.peek(WorldPulse.STATE);
    String map = wanted.isEmpty() || MAPS.isTown(wanted) ? map(world, random) : wanted;
    String town = nearestTown(map);
    Chain chain =
        new Chain(
            context.newId("chain"),
            kind.type(),
            kind.name(),
            trigger,
            map,
            town,
            ChainRules.FACTIONS.get(random.nextInt(ChainRules.FACTIONS.size())),
            1,
            new ArrayList<>(),
            new ArrayList<>(),
            ChainStatus.active,
            context.time(),
            context.time() + ChainRules.LIFE.toMillis());
    int level = meanLevel(world);
    int steps = ChainRules.steps(kind, random);
    for (int number = 1; number <= steps; number++) {
      chain.getSteps().add(step(chain, number, ChainRules.step(kind, number), level, random));
    }
    return chain;
  }

  static int meanLevel(WorldState world) {
    return (int) (world.getMeanLevelMilli() / 1000);
  }

  /** Where monsters were lately killed; in a young world one of its hunting grounds. */
  private static String map(WorldState world, UniformRandomProvider random) {
    List<String> hunted =
        WorldSummary.mostKills(world, ChainRules.MAPS_TO_CHOOSE_FROM).stream()
            .map(MapCount::getMap)
            .filter(map -> !MAPS.isTown(map))
            .toList();
    List<String> maps =
        hunted.isEmpty()
            ? MAPS.huntingGrounds().stream().limit(ChainRules.MAPS_TO_CHOOSE_FROM).toList()
            : hunted;
    return maps.get(random.nextInt(maps.size()));
  }

  /** Fewest warps away, ties by name; the capital when no way is known. */
  static String nearestTown(String map) {
    return MAPS.all().stream()
        .filter(other -> other.kind() == MapKind.TOWN)
        .map(GameMap::name)
        .filter(town -> MAPS.distance(map, town) < Integer.MAX_VALUE)
        .min(
            Comparator.<String>comparingInt(town -> MAPS.distance(map, town)).thenComparing(t -> t))
        .orElse(CAPITAL);
  }

  private static ChainStep step(
      Chain chain, int number, ChainRules.StepKind kind, int level, UniformRandomProvider random) {
    String map = place(chain, kind, random);
    int monster = 0;
    if (kind.task() == StepTask.battle) {
      monster =
          kind.boss()
              ? ChainMonsters.boss(chain.getChainType(), level)
              : ChainMonsters.follower(chain.getChainType(), level);
    }
    StepNpc npc = kind.task() == StepTask.talk ? npc(chain, number, kind, map, random) : null;
    StepSpawn spawn = monster == 0 ? null : spawn(map, monster, kind.amount(), random);
    return ChainStep.newBuilder()
        .setStepNumber(number)
        .setStepType(kind.type())
        .setObjective(ChainTexts.objective(kind, map, kind.amount()))
        .setDialogue(ChainTexts.dialogue(kind, chain.getMap()))
        .setSuccessCondition(new StepGoal(kind.task(), map, monster, kind.amount()))
        .setNpcData(npc)
        .setSpawnData(spawn)
        .build();
  }

  private static String place(Chain chain, ChainRules.StepKind kind, UniformRandomProvider random) {
    return switch (kind.type()) {
      case "escort_mission" -> chain.getTown();
      case "location_discovery" -> neighbour(chain.getMap(), random);
      default -> kind.task() == StepTask.talk ? chain.getTown() : chain.getMap();
    };
  }

  private static String neighbour(String map, UniformRandomProvider random) {
    List<String> open =
        MAPS.find(map).map(GameMap::neighbours).orElse(List.of()).stream()
            .filter(
                name ->
                    MAPS.find(name)
                        .filter(
                            found ->
                                found.kind() == MapKind.FIELD || found.kind() == MapKind.DUNGEON)
                        .isPresent())
            .toList();
    return open.isEmpty() ? map : open.get(random.nextInt(open.size()));
  }

  private static StepNpc npc(
      Chain chain, int number, ChainRules.StepKind kind, String map, UniformRandomProvider random) {
    Cell cell = MAPS.cell(map, ChainRules.EDGE, random);
    return new StepNpc(
        chain.getChainId() + "-" + number,
        kind.npc(),
        map,
        cell.x(),
        cell.y(),
        ChainRules.NPC_SPRITE);
  }

  private static StepSpawn spawn(
      String map, int monster, int amount, UniformRandomProvider random) {
    Cell cell = MAPS.cell(map, ChainRules.EDGE, random);
    return new StepSpawn(monster, amount, map, cell.x(), cell.y(), ChainRules.RADIUS);
  }
}
