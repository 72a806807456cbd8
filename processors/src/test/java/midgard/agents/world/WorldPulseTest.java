package midgard.agents.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.economy.EconomyHealth;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.world.MapFigures;
import midgard.schemas.world.MvpCount;
import midgard.schemas.world.MvpFall;
import midgard.schemas.world.WorldFigures;
import midgard.schemas.world.WorldSnapshot;
import midgard.schemas.world.WorldState;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class WorldPulseTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  private final World world = new World(WorldAgents.of(Settings.DEFAULTS)).tick(START);

  private void mvp(long after, int id) {
    worldEvent(
        Events.event(
            START + after, 150001, "prt_fild08", MvpKill.newBuilder().setMvpId(id).build()));
  }

  private void worldEvent(GameEvent event) {
    world.event(Domain.WORLD, Domain.WORLD_KEY, event);
  }

  private void player(long after, long player, SpecificRecord payload) {
    world.event(
        Domain.PLAYER,
        Long.toString(player),
        Events.event(START + after, player, "prontera", payload));
  }

  private void signal(SpecificRecord signal) {
    world.signal(Domain.WORLD, Domain.WORLD_KEY, START, signal);
  }

  private WorldFigures lastFigures() {
    List<WorldFigures> all = world.signals(WorldFigures.class);
    return all.get(all.size() - 1);
  }

  private WorldState state() {
    return world.state(new WorldPulse(), Domain.WORLD_KEY);
  }

  @Test
  void shouldCountMvpsPerIdOverTheLast24HoursWhenTimePasses() {
    mvp(1000, 1115);
    mvp(2000, 1115);
    mvp(7_200_000, 1039);
    world.tick(START + 7_260_000);
    assertThat(lastFigures().getMvpKills())
        .containsExactly(new MvpCount(1039, 1L), new MvpCount(1115, 2L));
    assertThat(lastFigures().getMvpKills24h()).isEqualTo(3);

    world.tick(START + 86_400_000);

    assertThat(lastFigures().getMvpKills()).containsExactly(new MvpCount(1039, 1L));
  }

  @Test
  void shouldKeepTheLastHundredLatestFirstWhenMoreFell() {
    for (int i = 0; i < 130; i++) {
      mvp(((i * 37) % 130) * 1000L, 1039);
    }

    assertThat(state().getLastMvpKills())
        .hasSize(100)
        .extracting(MvpFall::getTime)
        .startsWith(START + 129_000, START + 128_000)
        .endsWith(START + 30_000);
  }

  @Test
  void shouldTellFiguresOnceAMinuteAndAtTheTickAfterAChangeWhenPlayersComeAndGo() {
    player(100, 150001, new PlayerLogin(null));
    world.tick(START + 1000);
    world.tick(START + 2000);
    assertThat(lastFigures().getOnlinePlayers()).isEqualTo(1);
    int soFar = world.signals(WorldFigures.class).size();

    world.tickTo(START + 180_000, 1000);

    assertThat(world.signals(WorldFigures.class)).hasSize(soFar + 3);
  }

  @Test
  void shouldKeepTheLastMeanLevelWhenTheLastPlayerLeaves() {
    player(100, 150001, new PlayerLogin(null));
    world.tick(START + 1000);
    player(2000, 150001, new PlayerLogout(null));
    world.tick(START + 3000);
    world.tick(START + 60_000);

    assertThat(lastFigures().getOnlinePlayers()).isZero();
    assertThat(lastFigures().getMeanLevel()).isEqualTo(50);
  }

  @Test
  void shouldTellTheFiftyBusiestMapsWhenThereAreMore() {
    for (int i = 0; i < 70; i++) {
      signal(new MapFigures("map%02d".formatted(i), 0L, (long) i));
    }
    world.tick(START + 60_000);

    assertThat(lastFigures().getMaps()).hasSize(50).startsWith("map69", "map68").endsWith("map20");
  }

  @Test
  void shouldWriteOneSnapshotAMinuteWhenSomethingChangedAndNoneWhenNothingDid() {
    player(100, 150001, new PlayerLogin(null));
    player(200, 150002, new PlayerLogin(null));
    world.tickTo(START + 300_000, 1000);

    List<WorldSnapshot> rows = world.changes(WorldSnapshot.class);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getOnlinePlayers()).isEqualTo(2);
    assertThat(rows.get(0).getReportedOnlinePlayers()).isNull();
    assertThat(rows.get(0).getOverallScoreMilli()).isNull();
  }

  @Test
  void shouldShowTheServersOwnFigureBesideOursWhenTheyDiffer() {
    worldEvent(Events.event(START + 1, 0, null, new Heartbeat(7, 100L, null, null)));
    world.tick(START + 60_000);

    WorldSnapshot row = world.changes(WorldSnapshot.class).get(0);
    assertThat(row.getReportedOnlinePlayers()).isEqualTo(7);
    assertThat(row.getOnlinePlayers()).isZero();
    assertThat(WorldSummary.reportedOnline(state(), START + 300_001)).isEmpty();
  }

  @Test
  void shouldTakeTheEconomysScoreForTheWholeWhenItIsTheOnlyPartKnown() {
    signal(new EconomyFigures(1_500_000L, 500L, 10L, 0L, EconomyHealth.stable, 700));
    world.tick(START + 60_000);

    WorldSnapshot row = world.changes(WorldSnapshot.class).get(0);
    assertThat(row.getOverallScoreMilli()).isEqualTo(700);
    assertThat(row.getEconomyHealth()).isEqualTo(EconomyHealth.stable);
    assertThat(lastFigures().getCirculation()).isEqualTo(1_500_000);
  }
}
