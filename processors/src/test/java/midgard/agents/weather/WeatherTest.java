package midgard.agents.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.maps.Climate;
import midgard.schemas.Domain;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.MapRate;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SetWeather;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherHistory;
import midgard.schemas.weather.WeatherKind;
import midgard.schemas.weather.WeatherRow;
import midgard.schemas.weather.WeatherState;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;

class WeatherTest {
  private static final long START = World.at("2026-11-22T12:01:00Z");
  private static final long STEP = Duration.ofMinutes(10).toMillis();

  private static World world(long seed) {
    return new World(WeatherAgents.of(Settings.DEFAULTS), Set.of(), seed).tick(START);
  }

  private static WeatherState state(World world) {
    return world.state(new Weather(new WeatherRules(3)), Domain.WORLD_KEY);
  }

  private static void people(World world, String map, int players) {
    WorldState state = WorldPulse.STATE.initial();
    state.getMaps().add(new MapEntry(map, players, 0L, 0L, false));
    world.put(WorldPulse.STATE, Domain.WORLD_KEY, state);
  }

  /** The first of the seeds whose forest, clear at first, has rain at the first draw. */
  private static World rainAtThree() {
    for (long seed = 1; seed <= 200; seed++) {
      World world = world(seed);
      people(world, "pay_fild01", 9);
      world.tickTo(World.at("2026-11-22T15:00:00Z"), STEP);
      if (state(world).getRegions().get(3).getWeather() == WeatherKind.rain) {
        return world;
      }
    }
    throw new IllegalStateException("200 worlds, and it rains in none");
  }

  @Test
  void shouldHaveASkyOverEveryRegionWhenTheFirstJobHasRun() {
    World world = world(1).tick(START + STEP);

    assertThat(world.changes(WeatherRow.class))
        .extracting(WeatherRow::getRegion)
        .containsExactly("temperate", "desert", "snow", "forest");
    assertThat(world.actions(SetWeather.class))
        .filteredOn(set -> set.getRegion().equals("desert"))
        .singleElement()
        .satisfies(
            set -> {
              assertThat(set.getWeather()).isEqualTo("clear");
              assertThat(set.getMaps()).contains("moc_fild01").doesNotContain("prontera");
              assertThat(set.getRates()).isEmpty();
            });
  }

  @Test
  void shouldTellGameHistoryAndNeighboursWhenTheWeatherTurns() {
    World world = rainAtThree();

    assertThat(world.actions(SetWeather.class))
        .filteredOn(set -> set.getRegion().equals("forest"))
        .last()
        .satisfies(
            set ->
                assertThat(set.getRates())
                    .containsExactly(
                        new MapRate("fire_damage_rate", 800),
                        new MapRate("water_damage_rate", 1200),
                        new MapRate("flee_rate", 950),
                        new MapRate("hit_rate", 950),
                        new MapRate("drop_rate", 1050)));
    assertThat(world.changes(WeatherHistory.class))
        .filteredOn(row -> row.getRegion().equals("forest"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getWeatherType()).isEqualTo(WeatherKind.clear);
              assertThat(row.getDurationMinutes()).isEqualTo(169);
              assertThat(row.getPlayerCountDuring()).isEqualTo(9);
              assertThat(row.getTimeOfDay()).isEqualTo(TimeOfDay.day);
            });
    assertThat(world.actions(BroadcastMessage.class))
        .last()
        .satisfies(news -> assertThat(news.getMessage()).contains("Rain over the forests"));
  }

  @Test
  void shouldDrawOnceEveryThreeHoursWhenDaysPass() {
    World world = world(3).tickTo(START + Duration.ofDays(2).toMillis(), STEP);

    assertThat(world.actions(SetWeather.class)).hasSize(4 * (1 + 16));
    assertThat(state(world).getNextChangeAt()).isEqualTo(World.at("2026-11-24T15:00:00Z"));
  }

  @Test
  void shouldSetOnlyWhatDiffersWhenTheHourTurns() {
    World world = world(1).tick(START + STEP);
    assertThat(world.actions(SetMapFlag.class)).isEmpty();

    world.tick(World.at("2026-11-22T18:00:00Z"));
    world.tick(World.at("2026-11-22T18:10:00Z"));

    assertThat(world.actions(SetMapFlag.class))
        .containsExactly(
            new SetMapFlag("*", "time_drop_rate", 1150),
            new SetMapFlag("*", "time_rare_drop_rate", 1150),
            new SetMapFlag("*", "time_spawn_rate", 1050));
  }

  @Test
  void shouldTakeBackWhatDuskGaveWhenNightFalls() {
    World world = world(1).tick(World.at("2026-11-22T18:00:00Z"));
    int before = world.actions(SetMapFlag.class).size();
    world.tick(World.at("2026-11-22T20:00:00Z"));

    List<SetMapFlag> flags = world.actions(SetMapFlag.class);
    assertThat(flags.subList(before, flags.size()))
        .extracting(SetMapFlag::getFlag)
        .contains("time_rare_drop_rate", "time_drop_rate", "time_exp_rate", "time_flee_rate");
  }

  @Test
  void shouldKeepItsMoonWhenANightLasts() {
    for (long seed = 1; seed <= 30; seed++) {
      World world = world(seed);
      List<TimeOfDay> seen = new ArrayList<>();
      for (long time = World.at("2026-11-22T20:00:00Z");
          time < World.at("2026-11-23T05:00:00Z");
          time += STEP) {
        world.tick(time);
        seen.add(state(world).getTimeOfDay());
      }

      assertThat(Set.copyOf(seen)).as("seed " + seed).hasSize(1);
    }
  }

  @Test
  void shouldCountTheRegionsPlayersOnlyWhenOthersAreElsewhere() {
    World world = world(1);
    people(world, "moc_fild01", 4);
    world.tick(START + STEP);

    assertThat(state(world).getRegions())
        .extracting(RegionSky::getPlayersSum)
        .containsExactly(0L, 4L, 0L, 0L);
  }

  @Test
  void shouldForecastEveryPeriodWhenADayIsAskedFor() {
    WeatherState state = state(world(1).tick(START + STEP));

    List<ForecastView> forecast = ForecastView.of(Climate.FOREST, state, START + STEP, 24);

    assertThat(forecast).hasSize(8);
    assertThat(forecast.get(0).startTime()).isEqualTo("2026-11-22T15:00:00Z");
    assertThat(forecast.get(0).probability()).isEqualByComparingTo(".75");
    assertThat(forecast.get(7).probabilities()).containsOnlyKeys("clear", "rain", "storm");
    assertThat(forecast.get(7).probability()).isLessThan(forecast.get(0).probability());
  }

  @Test
  void shouldShowTheHourByTheClockWhenNoJobHasRun() {
    WeatherState state = Weather.STATE.initial();

    TimeView view = TimeView.of(state, World.at("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    assertThat(view.timeOfDay()).isEqualTo(TimeOfDay.dawn);
    assertThat(view.expMult()).isEqualByComparingTo("1.1");
    assertThat(WeatherView.all(state, START, ZoneOffset.UTC)).hasSize(4);
  }

  @Test
  void shouldNotShineTwiceWhenLastNightsMoonWasFull() {
    WeatherState state = Weather.STATE.initial();
    state.setFullMoon(true);
    state.setNight((int) (World.at("2026-11-22T00:00:00Z") / 86_400_000));

    assertThat(TimeView.of(state, World.at("2026-11-23T02:00:00Z"), ZoneOffset.UTC).timeOfDay())
        .isEqualTo(TimeOfDay.full_moon);
    assertThat(TimeView.of(state, World.at("2026-11-23T21:00:00Z"), ZoneOffset.UTC).timeOfDay())
        .isEqualTo(TimeOfDay.night);
  }
}
