package midgard.agents.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.world.WorldPulse;
import midgard.maps.Climate;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherHistory;
import midgard.schemas.weather.WeatherKind;
import midgard.schemas.weather.WeatherState;
import midgard.schemas.world.MapEntry;

/** Draws the sky over each climate every few hours, and lets day follow night. */
public final class Weather extends Agent<WeatherState> {
  public static final StateOf<WeatherState> STATE =
      StateOf.of(AgentName.WEATHER, Domain.WORLD, WeatherState.class);

  /** No time of day lasts longer; what the game was told of it is void by then. */
  private static final Duration LONGEST_TIME_OF_DAY = Duration.ofHours(11);

  private final WeatherRules rules;

  public Weather(WeatherRules rules) {
    super(STATE);
    this.rules = rules;
    every("time_effects_update", WeatherRules.HOUR_CHECK, this::hour);
    every("weather_update", rules.interval(), this::update);
  }

  private void hour(Context<WeatherState> context) {
    WeatherState state = context.state();
    TimeOfDay now = timeOfDay(context);
    if (state.getRegions().isEmpty()) {
      begin(context);
    }
    count(context);
    TimeOfDay before = state.getTimeOfDay();
    if (now == before) {
      return;
    }
    state.setTimeOfDay(now);
    WeatherActions.hour(before == null ? TimeOfDay.day : before, now, LONGEST_TIME_OF_DAY, context);
  }

  /** A night is drawn once, at its first look. */
  private static TimeOfDay timeOfDay(Context<WeatherState> context) {
    WeatherState state = context.state();
    OptionalInt evening = WeatherRules.evening(context.time(), context.zone());
    if (evening.isPresent() && evening.getAsInt() != state.getNight()) {
      state.setNight(evening.getAsInt());
      state.setFullMoon(WeatherRules.drawFullMoon(context.random()));
    }
    return WeatherRules.timeOfDay(context.time(), context.zone(), state.getFullMoon());
  }

  private void begin(Context<WeatherState> context) {
    WeatherState state = context.state();
    List<RegionSky> regions = new ArrayList<>();
    for (Climate climate : WeatherRules.REGIONS) {
      WeatherKind first = WeatherRules.first(climate);
      regions.add(new RegionSky(WeatherRules.region(climate), first, context.time(), 0L, 0L));
    }
    state.setRegions(regions);
    setNextChange(context);
    for (int i = 0; i < regions.size(); i++) {
      show(WeatherRules.REGIONS.get(i), regions.get(i), context);
      WeatherActions.happening(regions.get(i), context);
    }
  }

  private void setNextChange(Context<WeatherState> context) {
    context.state().setIntervalHours(rules.intervalHours());
    context.state().setNextChangeAt(WeatherRules.nextChange(context.time(), rules.intervalHours()));
  }

  /** Also a weather that stays is told again: a game server that was started anew knows none. */
  private void show(Climate climate, RegionSky sky, Context<WeatherState> context) {
    WeatherActions.set(climate, sky, rules.interval(), context);
    context.change(WeatherActions.row(sky, context.state().getNextChangeAt()));
  }

  private void update(Context<WeatherState> context) {
    WeatherState state = context.state();
    if (state.getRegions().isEmpty()) {
      begin(context);
    }
    if (state.getRegions().get(0).getStartedAt() == context.time()) {
      return;
    }
    TimeOfDay time = timeOfDay(context);
    setNextChange(context);
    List<RegionSky> changed = new ArrayList<>();
    for (int i = 0; i < state.getRegions().size(); i++) {
      RegionSky sky = state.getRegions().get(i);
      Climate climate = WeatherRules.REGIONS.get(i);
      WeatherKind next = WeatherRules.draw(climate, sky.getWeather(), context.random());
      if (next != sky.getWeather()) {
        context.change(ended(sky, time, context.time()));
        sky.setWeather(next);
        sky.setStartedAt(context.time());
        sky.setPlayersSum(0);
        sky.setPlayersCounted(0);
        changed.add(sky);
        WeatherActions.happening(sky, context);
      }
      show(climate, sky, context);
    }
    if (!changed.isEmpty()) {
      WeatherActions.announce(changed, context);
    }
  }

  private static WeatherHistory ended(RegionSky sky, TimeOfDay time, long now) {
    return new WeatherHistory(
        sky.getRegion(),
        sky.getWeather(),
        time,
        (int) Duration.ofMillis(now - sky.getStartedAt()).toMinutes(),
        meanPlayers(sky),
        Instant.ofEpochMilli(sky.getStartedAt()),
        Instant.ofEpochMilli(now));
  }

  /** Rounded half up; 0 when nobody was counted. */
  private static long meanPlayers(RegionSky sky) {
    long counted = sky.getPlayersCounted();
    return counted == 0 ? 0 : (2 * sky.getPlayersSum() + counted) / (2 * counted);
  }

  private static void count(Context<WeatherState> context) {
    List<MapEntry> maps = context.peek(WorldPulse.STATE).getMaps();
    List<RegionSky> regions = context.state().getRegions();
    for (int i = 0; i < regions.size(); i++) {
      Climate climate = WeatherRules.REGIONS.get(i);
      long players = 0;
      for (MapEntry map : maps) {
        players += MapCatalogue.KNOWN.climate(map.getMap()) == climate ? map.getPlayers() : 0;
      }
      RegionSky sky = regions.get(i);
      sky.setPlayersSum(sky.getPlayersSum() + players);
      sky.setPlayersCounted(sky.getPlayersCounted() + 1);
    }
  }
}
