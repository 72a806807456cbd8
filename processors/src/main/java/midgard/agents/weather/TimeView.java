package midgard.agents.weather;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherState;

/** The hour as the API shows it (domain reference 2.5), in the world's time zone. */
public record TimeView(
    TimeOfDay timeOfDay,
    int currentHour,
    BigDecimal expMult,
    BigDecimal dropRateMult,
    BigDecimal monsterSpawnMult,
    List<String> specialSpawns,
    Map<String, BigDecimal> statModifiers,
    String description) {

  public static TimeView of(WeatherState state, long now, ZoneId zone) {
    TimeOfDay time = timeOfDay(state, now, zone);
    TimeTable table = TimeTable.of(time);
    return new TimeView(
        time,
        WeatherRules.hour(now, zone),
        WeatherView.rate(table.expMilli()),
        WeatherView.rate(table.dropMilli()),
        WeatherView.rate(table.spawnMilli()),
        table.specialSpawns(),
        WeatherView.factors(table.stats()),
        table.description());
  }

  /** By the clock, also when the job has not come round yet; the moon is that of its own night. */
  static TimeOfDay timeOfDay(WeatherState state, long now, ZoneId zone) {
    OptionalInt evening = WeatherRules.evening(now, zone);
    boolean fullMoon =
        state.getFullMoon() && evening.isPresent() && evening.getAsInt() == state.getNight();
    return WeatherRules.timeOfDay(now, zone, fullMoon);
  }
}
