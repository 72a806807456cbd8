package midgard.agents.maphazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.problem.DailyProblem;
import midgard.agents.problem.ProblemRewards;
import midgard.agents.world.WorldPulse;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.maphazard.Hazard;
import midgard.schemas.maphazard.HazardKind;
import midgard.schemas.maphazard.HazardStatus;
import midgard.schemas.maphazard.MapHazard;
import midgard.schemas.maphazard.MapHazardState;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;

class MapHazardsTest {
  private static final long START = World.at("2026-11-22T00:30:00Z");
  private static final long DAY = 86_400_000;
  private static final HazardRules RULES = new HazardRules(4, 24, 3);

  private static World world(long seed) {
    return new World(MapHazardAgents.of(Settings.DEFAULTS), Set.of(), seed);
  }

  private static MapHazardState state(World world) {
    return world.state(new MapHazards(RULES), Domain.WORLD_KEY);
  }

  private static void visits(World world, long visits, List<String> maps) {
    WorldState state = WorldPulse.STATE.initial();
    maps.stream()
        .sorted()
        .forEach(map -> state.getMaps().add(new MapEntry(map, 0, visits, 0L, false)));
    world.put(WorldPulse.STATE, Domain.WORLD_KEY, state);
  }

  private static void problem(World world, String map) {
    ProblemState state = DailyProblem.STATE.initial();
    state.setCurrent(
        new Problem(
            "problem-1",
            ProblemType.pollution,
            "Pollution",
            "",
            map,
            null,
            ProblemRewards.of(3, 50, 10),
            3,
            ProblemStatus.active,
            START,
            START + DAY,
            null,
            60L,
            0L));
    world.put(DailyProblem.STATE, Domain.WORLD_KEY, state);
  }

  @Test
  void shouldLieOnFourDistantMapsWhenTheWorldIsNew() {
    for (long seed = 1; seed <= 20; seed++) {
      List<String> maps =
          state(world(seed).tick(START)).getHazards().stream().map(Hazard::getMapName).toList();

      assertThat(maps).hasSize(4).noneMatch(MapCatalogue.KNOWN::isTown);
      for (String map : maps) {
        for (String other : maps) {
          assertThat(map.equals(other) || MapCatalogue.KNOWN.distance(map, other) >= 3).isTrue();
        }
      }
    }
  }

  @Test
  void shouldChooseQuietMapsWhenOthersAreBusy() {
    List<String> grounds = MapCatalogue.KNOWN.huntingGrounds();
    List<String> busy = grounds.subList(0, grounds.size() - grounds.size() * 3 / 10);
    for (long seed = 1; seed <= 20; seed++) {
      World world = world(seed);
      visits(world, 50, busy);
      world.tick(START);

      assertThat(state(world).getHazards())
          .allSatisfy(hazard -> assertThat(hazard.getVisits24h()).isZero());
    }
  }

  @Test
  void shouldBeBadOnTheProblemsMapWhenItIsQuiet() {
    for (long seed = 1; seed <= 20; seed++) {
      World world = world(seed);
      List<String> grounds = MapCatalogue.KNOWN.huntingGrounds();
      visits(world, 50, grounds.subList(1, grounds.size()));
      problem(world, "prt_fild08");
      world.tick(START);

      assertThat(state(world).getHazards())
          .filteredOn(hazard -> hazard.getMapName().equals("prt_fild08"))
          .singleElement()
          .satisfies(
              hazard -> {
                assertThat(hazard.getProblemId()).isEqualTo("problem-1");
                assertThat(HazardTable.kind(hazard.getHazardType())).isEqualTo(HazardKind.negative);
              });
    }
  }

  @Test
  void shouldSetItsFlagsAndTakeThemBackWhenItsTimeIsOver() {
    World world = world(1).tick(START);
    int flags =
        state(world).getHazards().stream()
            .mapToInt(hazard -> HazardTable.flags(hazard.getHazardType()).size())
            .sum();
    assertThat(world.actions(SetMapFlag.class)).hasSize(flags);
    assertThat(world.actions(BroadcastMessage.class)).hasSize(4);

    world.tick(START + DAY - 1);
    assertThat(HazardView.active(state(world), START + DAY - 1)).hasSize(4);
    assertThat(HazardView.active(state(world), START + DAY)).isEmpty();
    world.tick(START + DAY);

    assertThat(world.actions())
        .extracting(GameAction::getIdempotencyKey)
        .filteredOn(key -> key.endsWith(":end") && !key.contains(":news:"))
        .hasSize(flags);
    assertThat(world.changes(MapHazard.class))
        .filteredOn(row -> row.getStatus() == HazardStatus.expired)
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.getExpiresAt()).isEqualTo("2026-11-23T00:30:00Z"));
  }

  @Test
  void shouldHaveFourADayWhenDaysPass() {
    World world = world(2).tick(START - 3_600_000).tickTo(START + 3 * DAY, 600_000);

    assertThat(world.changes(MapHazard.class))
        .filteredOn(row -> row.getStatus() == HazardStatus.active)
        .hasSize(16 + 4);
    assertThat(state(world).getHazards()).hasSize(4);
  }

  @Test
  void shouldTellOfItAgainWhenAnHourHasPassed() {
    World world = world(1).tick(START);
    int before = world.actions(BroadcastMessage.class).size();

    world.tick(START + 1_800_000);

    assertThat(world.actions(BroadcastMessage.class)).hasSize(before + 4);
    assertThat(world.actions(BroadcastMessage.class))
        .last()
        .satisfies(news -> assertThat(news.getMessage()).contains("still lies on this land"));
    assertThat(state(world).getHazards()).hasSize(4);
  }
}
