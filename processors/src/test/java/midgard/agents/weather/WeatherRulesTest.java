package midgard.agents.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import midgard.agent.World;
import midgard.maps.Climate;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeatherRulesTest {
  private static final int DRAWS = 20_000;

  /** For up to four degrees of freedom, at one in ten thousand. */
  private static final double MOST_CHI_SQUARE = 23.5;

  @ParameterizedTest
  @EnumSource(value = Climate.class, mode = EnumSource.Mode.EXCLUDE, names = "CAVE")
  void shouldDrawAsOftenAsTheTableSaysWhenDrawnManyTimes(Climate climate) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7);
    for (WeatherKind now : WeatherRules.fitting(climate)) {
      long[] counts = new long[WeatherKind.values().length];
      for (int i = 0; i < DRAWS; i++) {
        counts[WeatherRules.draw(climate, now, random).ordinal()]++;
      }

      double[] expected = WeatherRules.distribution(climate, now, 1);
      double chiSquare = 0;
      for (int kind = 0; kind < counts.length; kind++) {
        if (expected[kind] == 0) {
          assertThat(counts[kind]).as(climate + " " + now).isZero();
        } else {
          double mean = expected[kind] * DRAWS;
          chiSquare += (counts[kind] - mean) * (counts[kind] - mean) / mean;
        }
      }
      assertThat(chiSquare).as(climate + " " + now).isLessThan(MOST_CHI_SQUARE);
    }
  }

  @Test
  void shouldRenormaliseTheTablesRowWhenKindsDoNotFit() {
    double[] desert = WeatherRules.distribution(Climate.DESERT, WeatherKind.clear, 1);

    assertThat(desert[WeatherKind.clear.ordinal()]).isEqualTo(.6 / .75, within(1e-12));
    assertThat(desert[WeatherKind.heat_wave.ordinal()]).isEqualTo(.1 / .75, within(1e-12));
    assertThat(desert[WeatherKind.sandstorm.ordinal()]).isEqualTo(.05 / .75, within(1e-12));
    assertThat(desert[WeatherKind.rain.ordinal()]).isZero();
  }

  @Test
  void shouldForecastByTheWholeDistributionWhenTwoStepsPass() {
    // Forest, from clear: 0.75 clear, 0.25 rain; then by their rows.
    double[] likely = WeatherRules.distribution(Climate.FOREST, WeatherKind.clear, 2);

    double rain = .2 / .8;
    assertThat(likely[WeatherKind.storm.ordinal()]).isEqualTo(rain * .3 / .95, within(1e-12));
  }

  @Property(tries = 200)
  void shouldAddUpToOneWhenAnyNumberOfStepsPass(
      @ForAll @IntRange(max = 200) int steps, @ForAll @IntRange(max = 3) int region) {
    Climate climate = WeatherRules.REGIONS.get(region);
    for (WeatherKind from : WeatherRules.fitting(climate)) {
      double[] likely = WeatherRules.distribution(climate, from, steps);

      assertThat(Arrays.stream(likely).sum()).isEqualTo(1, within(1e-9));
      assertThat(Arrays.stream(likely).boxed())
          .allMatch(probability -> probability >= 0 && probability <= 1);
    }
  }

  @Test
  void shouldKeepItsKindsApartWhenClimatesDiffer() {
    assertThat(WeatherRules.fitting(Climate.CAVE)).isEmpty();
    assertThat(WeatherRules.fitting(Climate.DESERT))
        .isEqualTo(Set.of(WeatherKind.clear, WeatherKind.heat_wave, WeatherKind.sandstorm));
    assertThat(WeatherRules.maps(Climate.DESERT)).contains("moc_fild01").doesNotContain("prontera");
  }

  @ParameterizedTest
  @CsvSource({
    "04:59, night",
    "05:00, dawn",
    "07:00, day",
    "17:59, day",
    "18:00, dusk",
    "19:59, dusk",
    "20:00, night",
    "00:00, night"
  })
  void shouldTellTheTimeOfDayWhenTheHourIs(String hour, TimeOfDay expected) {
    long time = World.at("2026-11-22T" + hour + ":00Z");

    assertThat(WeatherRules.timeOfDay(time, ZoneOffset.UTC, false)).isEqualTo(expected);
  }

  @Test
  void shouldGoByTheWorldsZoneWhenItIsNotUtc() {
    long time = World.at("2026-11-22T14:00:00Z");

    assertThat(WeatherRules.timeOfDay(time, ZoneId.of("Asia/Kuching"), true))
        .isEqualTo(TimeOfDay.full_moon);
    assertThat(WeatherRules.timeOfDay(time, ZoneOffset.UTC, true)).isEqualTo(TimeOfDay.day);
  }

  @Test
  void shouldBelongToTheEveningBeforeWhenItIsPastMidnight() {
    assertThat(WeatherRules.evening(World.at("2026-11-23T03:00:00Z"), ZoneOffset.UTC))
        .isEqualTo(WeatherRules.evening(World.at("2026-11-22T21:00:00Z"), ZoneOffset.UTC));
    assertThat(WeatherRules.evening(World.at("2026-11-23T12:00:00Z"), ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void shouldBeAFullMoonInATenthOfNightsWhenManyAreDrawn() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11);
    int moons = 0;
    for (int night = 0; night < DRAWS; night++) {
      moons += WeatherRules.drawFullMoon(random) ? 1 : 0;
    }

    assertThat(moons).isBetween(DRAWS / 10 - 200, DRAWS / 10 + 200);
  }
}
