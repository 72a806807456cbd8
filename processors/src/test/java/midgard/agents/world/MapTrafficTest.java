package midgard.agents.world;

import static org.assertj.core.api.Assertions.assertThat;

import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.world.MapActivity;
import midgard.schemas.world.MapFigures;
import midgard.schemas.world.WorldState;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class MapTrafficTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  private final World world = new World(WorldAgents.of(Settings.DEFAULTS)).tick(START);

  private void happens(long after, String key, String map, SpecificRecord payload) {
    world.event(Domain.MAP, key, Events.event(START + after, 150001, map, payload));
  }

  private void kill(long after) {
    happens(after, "prt_fild08", "prt_fild08", MonsterKill.newBuilder().setMonsterId(1002).build());
  }

  private long killsLastHour() {
    return WorldSummary.killsLastHour(world.state(new WorldPulse(), Domain.WORLD_KEY));
  }

  @Test
  void shouldTellTheWorldEveryFiveSecondsWhenKillsComeInARow() {
    for (int i = 1; i <= 9; i++) {
      kill(i * 1000L);
      world.tick(START + i * 1000L + 1);
    }
    world.tickTo(START + 15_000, 1000);

    // This map's turn is between the second and the third of five.
    assertThat(world.signals(MapFigures.class))
        .extracting(MapFigures::getKillsLastHour)
        .containsExactly(2L, 7L, 9L);
    assertThat(killsLastHour()).isEqualTo(9);
  }

  @Test
  void shouldForgetKillsByTheClockWhenTheMapHasGoneQuiet() {
    kill(1000);
    kill(90_000);
    world.tickTo(START + 3_599_000, 1000);
    assertThat(killsLastHour()).isEqualTo(2);

    world.tick(START + 3_600_000);
    assertThat(killsLastHour()).isEqualTo(1);

    world.tickTo(START + 3_660_000, 1000);
    assertThat(killsLastHour()).isZero();
    assertThat(world.state(new MapTraffic(), "prt_fild08").getTotalKills()).isEqualTo(2);
  }

  @Test
  void shouldWriteAllZeroesAndThenForgetTheMapWhenNothingIsLeftOfIt() {
    kill(1000);
    world.tickTo(START + 3_700_000, 1000);

    assertThat(world.changes(MapActivity.class))
        .extracting(MapActivity::getKillsLastHour)
        .containsExactly(1L, 0L);
    WorldState state = world.state(new WorldPulse(), Domain.WORLD_KEY);
    assertThat(state.getMaps()).isEmpty();
  }

  @Test
  void shouldCountAVisitOnlyWhereThePlayerArrivesWhenTheMapChanges() {
    MapChange change = new MapChange("prontera", "geffen");
    happens(100, "prontera", "geffen", change);
    happens(100, "geffen", "geffen", change);
    happens(200, "geffen", "geffen", new PlayerLogin(null));
    world.tick(START + 5000);

    assertThat(world.signals(MapFigures.class)).containsExactly(new MapFigures("geffen", 0L, 2L));
  }

  @Test
  void shouldLeaveTheWindowAloneWhenAKillIsOlderThanAnHour() {
    world.tick(START + 7_200_000);
    kill(1000);
    world.tick(START + 7_205_000);

    assertThat(killsLastHour()).isZero();
    assertThat(world.state(new MapTraffic(), "prt_fild08").getTotalKills()).isEqualTo(1);
  }
}
