package midgard.agents.treasure;

import static midgard.agents.treasure.TreasureRules.Traffic.BUSY;
import static midgard.agents.treasure.TreasureRules.Traffic.QUIET;
import static midgard.agents.treasure.TreasureRules.Traffic.QUIETEST;
import static midgard.agents.treasure.TreasureRules.Traffic.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureStatus;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreasurePlacesTest {
  private static final WorldState YOUNG = TreasureWorld.visited();

  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  @Test
  void shouldShare4To3To2To1WhenTenAreHidden() {
    TreasureRules rules = new TreasureRules(10, 2, 12);

    assertThat(List.of(QUIETEST, QUIET, USUAL, BUSY).stream().map(rules::share))
        .containsExactly(4, 3, 2, 1);
  }

  @Property
  void shouldHideAsManyAsAreWantedWhenSharesAreRounded(
      @ForAll @IntRange(min = 5, max = 15) int count) {
    TreasureRules rules = new TreasureRules(count, 2, 12);
    int sum = 0;
    for (TreasureRules.Traffic traffic : TreasureRules.Traffic.values()) {
      assertThat(rules.share(traffic)).isNotNegative();
      sum += rules.share(traffic);
    }

    assertThat(sum).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "0,QUIETEST",
    "9,QUIETEST",
    "10,QUIET",
    "29,QUIET",
    "30,USUAL",
    "69,USUAL",
    "70,BUSY",
    "99,BUSY"
  })
  void shouldKnowHowMuchGoesOnWhenAHundredMapsAreRanked(int rank, TreasureRules.Traffic traffic) {
    assertThat(TreasureRules.Traffic.of(rank, 100)).isEqualTo(traffic);
  }

  @Test
  void shouldPutTheBusiestMapAmongTheBusyWhenVisitsAreKnown() {
    WorldState world = TreasureWorld.visited(new MapEntry("prontera", 10, 500L, 0L, false));
    List<String> busy = new ArrayList<>();
    TreasurePlaces places = new TreasurePlaces(world, random(3));
    // 41 maps, of which the busiest 12 are those from rank 29 on
    for (int i = 0; i < 12; i++) {
      TreasurePlaces.Place place = places.next(BUSY, List.of()).orElseThrow();
      assertThat(place.traffic()).isEqualTo(BUSY);
      busy.add(place.map());
    }

    assertThat(busy).contains("prontera").doesNotHaveDuplicates();
  }

  @Test
  void shouldGoToAnotherKindOfMapWhenOneIsUsedUp() {
    TreasurePlaces places = new TreasurePlaces(YOUNG, random(5));
    List<TreasureRules.Traffic> drawn = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      drawn.add(places.next(QUIETEST, List.of()).orElseThrow().traffic());
    }

    assertThat(drawn.subList(0, 4)).containsOnly(QUIETEST);
    assertThat(drawn.get(4)).isNotEqualTo(QUIETEST);
  }

  @Property(tries = 50)
  void shouldKeepTwentyCellsApartWhenMapsAreUsedAgain(@ForAll @IntRange(max = 10_000) int seed) {
    TreasurePlaces places = new TreasurePlaces(YOUNG, random(seed));
    List<Treasure> hidden = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Optional<TreasurePlaces.Place> place = places.next(QUIET, hidden);
      place.ifPresent(found -> hidden.add(treasure(found)));
    }

    for (Treasure one : hidden) {
      for (Treasure other : hidden) {
        if (one != other && one.getSpawnMap().equals(other.getSpawnMap())) {
          int x = Math.abs(one.getSpawnX() - other.getSpawnX());
          int y = Math.abs(one.getSpawnY() - other.getSpawnY());
          assertThat(Math.max(x, y)).isGreaterThanOrEqualTo(20);
        }
      }
    }
    assertThat(hidden).hasSizeGreaterThan(100);
  }

  private static Treasure treasure(TreasurePlaces.Place place) {
    return new Treasure(
        "t",
        TreasureForm.chest,
        TreasureRarity.bronze,
        place.map(),
        place.cell().x(),
        place.cell().y(),
        "",
        TreasureStatus.active,
        0L,
        1L,
        null,
        null);
  }
}
