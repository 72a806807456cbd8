package midgard.agents.maphazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import midgard.agent.World;
import midgard.maps.Theme;
import midgard.schemas.maphazard.HazardKind;
import midgard.schemas.maphazard.HazardType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HazardRulesTest {
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5);

  @Property(tries = 300)
  void shouldKeepTheBalanceWhenAnyMapsAreChosen(
      @ForAll @Size(max = 10) List<Theme> themes,
      @ForAll @IntRange(max = 9) int withProblem,
      @ForAll long seed) {
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int negative = 0;
    int positive = 0;
    for (int i = 0; i < themes.size(); i++) {
      HazardType type =
          HazardRules.draw(
              themes.get(i), HazardRules.nextKind(negative + positive), i == withProblem, draws);
      negative += HazardTable.kind(type) == HazardKind.negative ? 1 : 0;
      positive += HazardTable.kind(type) == HazardKind.positive ? 1 : 0;

      assertThat(negative).isEqualTo(Math.round((negative + positive) * .6));
    }
  }

  @Test
  void shouldBeSixOfTenWhenTenAreGoodOrBad() {
    List<HazardKind> kinds = new ArrayList<>();
    for (int decided = 0; decided < 10; decided++) {
      kinds.add(HazardRules.nextKind(decided));
    }

    assertThat(kinds).filteredOn(kind -> kind == HazardKind.negative).hasSize(6);
    assertThat(kinds.get(0)).isEqualTo(HazardKind.negative);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void shouldSuitTheMapWhenTheBalanceLetsIt(Theme theme) {
    Set<HazardType> drawn = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      drawn.add(HazardRules.draw(theme, HazardKind.negative, false, random));
      drawn.add(HazardRules.draw(theme, HazardKind.positive, false, random));
    }

    Set<HazardType> expected = new HashSet<>(HazardTable.preferred(theme));
    if (theme == Theme.CAVE) {
      // Nothing good suits a cave: the balance wins.
      expected.addAll(Set.of(HazardType.fairy_blessing, HazardType.holy_ground));
    }
    assertThat(drawn).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void shouldBeBadWhenTheMapHasAProblem(Theme theme) {
    for (int i = 0; i < 200; i++) {
      HazardType type = HazardRules.draw(theme, HazardKind.negative, true, random);

      assertThat(HazardTable.kind(type)).isEqualTo(HazardKind.negative);
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 12", "10, 3", "3, 3", "0, 0", "4, 1"})
  void shouldTakeTheQuietestThirtyPercentWhenThereAreSoManyMaps(int maps, int quiet) {
    assertThat(HazardRules.quiet(maps)).isEqualTo(quiet);
  }

  @Test
  void shouldMakeRoomForTheNextDaysWhenPlacedLate() {
    HazardRules rules = new HazardRules(4, 24, 3);
    long noon = World.at("2026-11-22T12:00:00Z");

    assertThat(rules.expiry(noon, ZoneOffset.UTC)).isEqualTo(World.at("2026-11-23T00:30:00Z"));
    assertThat(new HazardRules(4, 6, 3).expiry(noon, ZoneOffset.UTC))
        .isEqualTo(World.at("2026-11-22T18:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(HazardType.class)
  void shouldChangeSomethingAndTakeItBackWhenItLiesOnAMap(HazardType type) {
    assertThat(HazardTable.flags(type))
        .isNotEmpty()
        .allSatisfy(flag -> assertThat(flag.valueMilli()).isNotEqualTo(flag.neutralMilli()))
        .extracting(HazardTable.Flag::name)
        .doesNotHaveDuplicates();
  }
}
