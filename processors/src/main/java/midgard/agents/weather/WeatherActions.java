package midgard.agents.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.maps.Climate;
import midgard.schemas.Domain;
import midgard.schemas.action.SetWeather;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.weather.Factor;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherKind;
import midgard.schemas.weather.WeatherRow;
import midgard.schemas.weather.WeatherState;

/** What the game, other agents and the database get to see of sky and hour. */
final class WeatherActions {
  private static final int FULL_INTENSITY_MILLI = 1000;

  /** Of the ten steps of importance. */
  private static final int LITTLE = 1;

  private static final int SOME = 3;

  private WeatherActions() {}

  static void set(
      Climate climate, RegionSky sky, Duration validFor, Context<WeatherState> context) {
    SetWeather set =
        new SetWeather(
            sky.getRegion(),
            sky.getWeather().name(),
            WeatherRules.maps(climate),
            WeatherTable.rates(sky.getWeather()));
    context.action(
        GameRequest.of("weather:" + sky.getRegion() + ":" + context.time(), set, validFor, ""));
  }

  static void announce(List<RegionSky> changed, Context<WeatherState> context) {
    context.action(
        GameRequest.announcement("weather:news:" + context.time(), WeatherTexts.news(changed)));
  }

  /** Flags on all maps for what is other than in the hour before. */
  static void hour(
      TimeOfDay before, TimeOfDay now, Duration validFor, Context<WeatherState> context) {
    for (Factor change : TimeTable.of(now).changesFrom(TimeTable.of(before))) {
      String key = "time:" + context.time() + ":" + change.getName();
      context.action(
          GameRequest.mapFlag(
              key, GameRequest.EVERY_MAP, change.getName(), change.getValueMilli(), validFor));
    }
    if (now == TimeOfDay.full_moon) {
      context.action(
          GameRequest.announcement(
              "time:" + context.time() + ":news", TimeTable.of(now).description()));
    }
  }

  /** What NPCs and the plan of the world go by; it takes the place of the region's last weather. */
  static void happening(RegionSky sky, Context<WeatherState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            "weather",
            sky.getRegion(),
            WeatherTexts.sentence(sky),
            "",
            sky.getWeather() == WeatherKind.clear ? LITTLE : SOME,
            sky.getStartedAt(),
            0L));
  }

  static WeatherRow row(RegionSky sky, long nextChangeAt) {
    return new WeatherRow(
        sky.getRegion(),
        sky.getWeather(),
        FULL_INTENSITY_MILLI,
        WeatherTable.effects(sky.getWeather()),
        Instant.ofEpochMilli(sky.getStartedAt()),
        Instant.ofEpochMilli(nextChangeAt));
  }
}
