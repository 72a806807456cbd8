package midgard.agents.maphazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.maphazard.HazardEncounter;
import midgard.schemas.maphazard.HazardMapState;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class HazardMapTest {
  private static final long START = World.at("2026-11-22T00:30:00Z");
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  private final World world = new World(MapHazardAgents.of(Settings.DEFAULTS)).tick(START);
  private final String map =
      world
          .state(new MapHazards(new HazardRules(4, 24, 3)), Domain.WORLD_KEY)
          .getHazards()
          .get(0)
          .getMapName();

  private void event(long after, long player, SpecificRecord payload) {
    world.event(Domain.MAP, map, Events.event(START + after, player, map, payload));
  }

  private HazardMapState state() {
    return world.state(new HazardMap(), map);
  }

  private void drop(long after, long player, Integer monster) {
    event(
        after,
        player,
        ItemDrop.newBuilder().setItemId(909).setAmount(3).setMonsterId(monster).build());
  }

  @Test
  void shouldWriteTimeDropsAndDeathsWhenThePlayerLeaves() {
    event(0, 150001, new MapChange("prontera", map));
    drop(MINUTE, 150001, 1002);
    drop(MINUTE + 1, 150001, null);
    event(2 * MINUTE, 150001, new PlayerDeath(KillerType.monster, 1002L));
    event(10 * MINUTE, 150001, new MapChange(map, "prontera"));

    assertThat(world.changes(HazardEncounter.class))
        .extracting(
            HazardEncounter::getPlayerId,
            HazardEncounter::getTimeInHazard,
            HazardEncounter::getItemsDropped,
            HazardEncounter::getDeaths)
        .containsExactly(tuple(150001L, 600, 3, 1));
    assertThat(state().getStays()).isEmpty();
  }

  @Test
  void shouldWriteAStayOnceWhenTheDepartureComesTwice() {
    event(0, 150001, PlayerLogin.newBuilder().build());
    event(MINUTE, 150001, PlayerLogout.newBuilder().build());
    event(MINUTE, 150001, PlayerLogout.newBuilder().build());

    assertThat(world.changes(HazardEncounter.class)).hasSize(1);
  }

  @Test
  void shouldCountUntilTheEndWhenThePlayerIsStillActiveThen() {
    event(0, 150001, new MapChange("prontera", map));
    drop(DAY - 5 * MINUTE, 150001, 1002);
    world.tick(START + DAY);

    assertThat(world.changes(HazardEncounter.class))
        .extracting(HazardEncounter::getTimeInHazard)
        .containsExactly(86_400);
    assertThat(state().getHazardId()).isEmpty();
  }

  @Test
  void shouldCountHalfAnHourAfterTheLastSignWhenThePlayerFellSilent() {
    event(0, 150001, new MapChange("prontera", map));
    drop(10 * MINUTE, 150001, 1002);
    world.tick(START + DAY);

    assertThat(world.changes(HazardEncounter.class))
        .extracting(HazardEncounter::getTimeInHazard)
        .containsExactly(40 * 60);
  }

  @Test
  void shouldReadNoStateWhenTheMapHasNoHazard() {
    world.event(
        Domain.MAP,
        "prontera",
        Events.event(START + 1, 150001, "prontera", PlayerLogin.newBuilder().build()));

    assertThat(world.dump()).noneMatch(line -> line.contains("map_hazard-map prontera"));
  }

  @Test
  void shouldNotCountWhenItIsBeforeOrAfterTheHazard() {
    event(-1, 150001, new MapChange("prontera", map));
    world.tick(START + DAY);
    event(DAY, 150002, new MapChange("prontera", map));

    assertThat(world.changes(HazardEncounter.class)).isEmpty();
  }

  @Test
  void shouldMeasureAThousandAtMostWhenMoreCome() {
    for (int player = 1; player <= HazardRules.MOST_STAYS + 5; player++) {
      event(player, player, new MapChange("prontera", map));
    }

    assertThat(state().getStays()).hasSize(HazardRules.MOST_STAYS);
  }
}
