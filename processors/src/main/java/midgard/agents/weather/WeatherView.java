package midgard.agents.weather;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.maps.Climate;
import midgard.schemas.weather.Factor;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.WeatherEffects;
import midgard.schemas.weather.WeatherKind;
import midgard.schemas.weather.WeatherState;

/**
 * The sky over a region as the API shows it (domain reference 2.5).
 *
 * @param startedAt empty in a world whose sky was never drawn
 * @param synergies what it does together with the hour
 */
public record WeatherView(
    String region,
    WeatherKind weatherType,
    String weatherName,
    BigDecimal intensity,
    Effects effects,
    List<String> synergies,
    Optional<Instant> startedAt,
    Instant nextChangeAt) {

  /** Factors by name; a resistance is what is added. */
  public record Effects(
      Map<String, BigDecimal> elementModifiers,
      Map<String, BigDecimal> statModifiers,
      BigDecimal dropRateMult,
      String monsterBehavior,
      List<String> visualEffects,
      String description) {

    static Effects of(WeatherKind kind) {
      WeatherEffects effects = WeatherTable.effects(kind);
      return new Effects(
          factors(effects.getElementModifiers()),
          factors(effects.getStatModifiers()),
          rate(effects.getDropRateMilli()),
          effects.getMonsterBehavior(),
          effects.getVisualEffects(),
          effects.getDescription());
    }
  }

  /** Every region's sky, in the order of the climates. */
  public static List<WeatherView> all(WeatherState state, long now, ZoneId zone) {
    List<WeatherView> views = new ArrayList<>();
    for (Climate climate : WeatherRules.REGIONS) {
      views.add(of(climate, state, now, zone));
    }
    return views;
  }

  private static WeatherView of(Climate climate, WeatherState state, long now, ZoneId zone) {
    Optional<RegionSky> sky = sky(climate, state);
    WeatherKind kind = sky.map(RegionSky::getWeather).orElse(WeatherRules.first(climate));
    return new WeatherView(
        WeatherRules.region(climate),
        kind,
        WeatherTexts.name(kind),
        BigDecimal.ONE,
        Effects.of(kind),
        WeatherTexts.synergies(kind, TimeView.timeOfDay(state, now, zone)),
        sky.map(found -> Instant.ofEpochMilli(found.getStartedAt())),
        Instant.ofEpochMilli(WeatherRules.nextChange(now, state.getIntervalHours())));
  }

  static Optional<RegionSky> sky(Climate climate, WeatherState state) {
    String region = WeatherRules.region(climate);
    return state.getRegions().stream().filter(sky -> sky.getRegion().equals(region)).findFirst();
  }

  static Map<String, BigDecimal> factors(List<Factor> factors) {
    Map<String, BigDecimal> named = new LinkedHashMap<>();
    factors.forEach(factor -> named.put(factor.getName(), rate(factor.getValueMilli())));
    return named;
  }

  static BigDecimal rate(int milli) {
    return BigDecimal.valueOf(milli, 3);
  }
}
