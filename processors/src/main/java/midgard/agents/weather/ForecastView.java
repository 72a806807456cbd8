package midgard.agents.weather;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import midgard.maps.Climate;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.WeatherKind;
import midgard.schemas.weather.WeatherState;

/**
 * One period of a region's forecast: the likeliest kind, and how likely each one is.
 *
 * @param period from 1 on
 * @param probability of {@code weatherType}, 0 to 1
 * @param probabilities of all kinds that fit the climate; rounded, so they add up to 1 only nearly
 */
public record ForecastView(
    int period,
    WeatherKind weatherType,
    String weatherName,
    Instant startTime,
    Instant endTime,
    BigDecimal probability,
    Map<String, BigDecimal> probabilities) {
  private static final int DIGITS = 4;

  /** The periods from the next draw on that begin within so many hours. */
  public static List<ForecastView> of(Climate climate, WeatherState state, long now, int hours) {
    WeatherKind kind =
        WeatherView.sky(climate, state)
            .map(RegionSky::getWeather)
            .orElse(WeatherRules.first(climate));
    long interval = Duration.ofHours(state.getIntervalHours()).toMillis();
    long end = now + Duration.ofHours(hours).toMillis();
    long start = WeatherRules.nextChange(now, state.getIntervalHours());
    List<ForecastView> periods = new ArrayList<>();
    for (int period = 1; start < end; period++, start += interval) {
      double[] likely = WeatherRules.distribution(climate, kind, period);
      periods.add(of(period, climate, likely, start, start + interval));
    }
    return periods;
  }

  private static ForecastView of(
      int period, Climate climate, double[] likely, long start, long end) {
    Map<String, BigDecimal> all = new LinkedHashMap<>();
    WeatherKind best = WeatherRules.first(climate);
    for (WeatherKind kind : WeatherRules.fitting(climate)) {
      all.put(kind.name(), rounded(likely[kind.ordinal()]));
      if (likely[kind.ordinal()] > likely[best.ordinal()]) {
        best = kind;
      }
    }
    return new ForecastView(
        period,
        best,
        WeatherTexts.name(best),
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(end),
        all.get(best.name()),
        all);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
