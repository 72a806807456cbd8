package midgard.agents.weather;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import midgard.maps.Climate;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherKind;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers of the weather agent (domain reference 1.15; by region as "Rules repaired" 10 says).
 *
 * @param intervalHours between two draws of the sky
 */
public record WeatherRules(int intervalHours) {
  /** Climates with a sky, in the order in which they are drawn. */
  public static final List<Climate> REGIONS =
      Arrays.stream(Climate.values()).filter(climate -> climate != Climate.CAVE).toList();

  static final Duration HOUR_CHECK = Duration.ofSeconds(600);

  private static final int KINDS = WeatherKind.values().length;

  /** Row: the weather now. Column: the next one, in hundredths. Both in the enumeration's order. */
  private static final int[][] NEXT = {
    {60, 20, 0, 0, 10, 5, 5},
    {15, 50, 30, 5, 0, 0, 0},
    {20, 40, 40, 0, 0, 0, 0},
    {25, 0, 10, 60, 0, 0, 5},
    {30, 0, 0, 0, 50, 20, 0},
    {30, 0, 0, 0, 20, 50, 0},
    {40, 0, 0, 20, 0, 0, 40},
  };

  private static final int ONE_NIGHT_IN = 10;
  private static final int DAWN = 5;
  private static final int DAY = 7;
  private static final int DUSK = 18;
  private static final int NIGHT = 20;

  Duration interval() {
    return Duration.ofHours(intervalHours);
  }

  /**
   * The kinds that fit a climate. Snow country has no clear sky: the table knows no way from clear
   * to snow, and would leave it with 7 % of snow.
   */
  public static Set<WeatherKind> fitting(Climate climate) {
    return switch (climate) {
      case TEMPERATE ->
          EnumSet.of(
              WeatherKind.clear,
              WeatherKind.rain,
              WeatherKind.storm,
              WeatherKind.snow,
              WeatherKind.heat_wave);
      case DESERT -> EnumSet.of(WeatherKind.clear, WeatherKind.heat_wave, WeatherKind.sandstorm);
      case SNOW -> EnumSet.of(WeatherKind.snow, WeatherKind.aurora);
      case FOREST -> EnumSet.of(WeatherKind.clear, WeatherKind.rain, WeatherKind.storm);
      case CAVE -> EnumSet.noneOf(WeatherKind.class);
    };
  }

  /** What a new world begins with. */
  static WeatherKind first(Climate climate) {
    return fitting(climate).contains(WeatherKind.clear) ? WeatherKind.clear : WeatherKind.snow;
  }

  /** The weights of the next kinds, in the enumeration's order; those that do not fit weigh 0. */
  private static int[] weights(Climate climate, WeatherKind now) {
    int[] weights = new int[KINDS];
    for (WeatherKind next : fitting(climate)) {
      weights[next.ordinal()] = NEXT[now.ordinal()][next.ordinal()];
    }
    return weights;
  }

  static WeatherKind draw(Climate climate, WeatherKind now, UniformRandomProvider random) {
    int[] weights = weights(climate, now);
    int drawn = random.nextInt(Arrays.stream(weights).sum());
    int kind = 0;
    while (drawn >= weights[kind]) {
      drawn -= weights[kind];
      kind++;
    }
    return WeatherKind.values()[kind];
  }

  /**
   * How likely each kind is after so many draws, in the enumeration's order; adds up to 1. For
   * people: no rule goes by it.
   *
   * @param steps 0 or more
   */
  public static double[] distribution(Climate climate, WeatherKind now, int steps) {
    double[] likely = new double[KINDS];
    likely[now.ordinal()] = 1;
    for (int step = 0; step < steps; step++) {
      double[] next = new double[KINDS];
      for (WeatherKind from : fitting(climate)) {
        int[] weights = weights(climate, from);
        double total = Arrays.stream(weights).sum();
        for (int to = 0; to < KINDS; to++) {
          next[to] += likely[from.ordinal()] * weights[to] / total;
        }
      }
      likely = next;
    }
    return likely;
  }

  /** As it stands in paths, rows and actions. */
  public static String region(Climate climate) {
    return climate.name().toLowerCase(Locale.ROOT);
  }

  /** The maps under a climate's sky, sorted by name. */
  static List<String> maps(Climate climate) {
    return MapCatalogue.KNOWN.all().stream()
        .filter(map -> map.climate() == climate)
        .map(GameMap::name)
        .toList();
  }

  /** The first instant after another at which the sky is drawn anew; ms UTC. */
  public static long nextChange(long after, int intervalHours) {
    long interval = Duration.ofHours(intervalHours).toMillis();
    return (Math.floorDiv(after, interval) + 1) * interval;
  }

  /** The evening to which an hour of the night belongs, in days since 1970; empty by day. */
  public static OptionalInt evening(long time, ZoneId zone) {
    ZonedDateTime here = Instant.ofEpochMilli(time).atZone(zone);
    int day = (int) here.toLocalDate().toEpochDay();
    if (here.getHour() >= NIGHT) {
      return OptionalInt.of(day);
    }
    return here.getHour() < DAWN ? OptionalInt.of(day - 1) : OptionalInt.empty();
  }

  static boolean drawFullMoon(UniformRandomProvider random) {
    return random.nextInt(ONE_NIGHT_IN) == 0;
  }

  /**
   * @param fullMoon whether the night is one; by day it makes no difference
   */
  public static TimeOfDay timeOfDay(long time, ZoneId zone, boolean fullMoon) {
    int hour = hour(time, zone);
    if (hour < DAWN || hour >= NIGHT) {
      return fullMoon ? TimeOfDay.full_moon : TimeOfDay.night;
    }
    if (hour < DAY) {
      return TimeOfDay.dawn;
    }
    return hour < DUSK ? TimeOfDay.day : TimeOfDay.dusk;
  }

  public static int hour(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone).getHour();
  }
}
