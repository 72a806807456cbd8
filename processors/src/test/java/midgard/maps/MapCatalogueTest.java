package midgard.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCatalogueTest {
  private static final MapCatalogue MAPS = MapCatalogue.KNOWN;

  @ParameterizedTest
  @CsvSource({
    "UNDEAD, glast_01 gl_cas01 gl_cas02 gl_church gl_chyard gl_dun01 gl_dun02 gef_dun01 gef_dun02"
        + " xmas_dun01 ra_san05",
    "DESERT, moc_fild01 moc_fild02 moc_fild03 moc_pryd01 moc_pryd02 cmd_fild01",
    "ICE, ra_fild01 ra_fild02 ice_dun01 ice_dun02 ice_dun03",
    "FOREST, pay_fild01 pay_fild02 pay_fild03 pay_fild04 um_fild01 um_fild02",
    "CAVE, orcsdun01 orcsdun02 in_sphinx1 anthell01 anthell02"
  })
  void shouldHaveTheMapsOfAThemeAndNoOthersWhenTheDomainReferenceNamesThem(
      Theme theme, String names) {
    List<String> expected = Stream.of(names.split(" ")).sorted().toList();

    assertThat(MAPS.all().stream().filter(map -> map.theme() == theme).map(GameMap::name))
        .containsExactlyElementsOf(expected);
    assertThat(expected).allMatch(name -> MAPS.theme(name) == theme);
  }

  @ParameterizedTest
  @CsvSource({
    "prontera, TOWN",
    "geffen, TOWN",
    "payon, TOWN",
    "morocc, TOWN",
    "alberta, TOWN",
    "aldebaran, TOWN",
    "comodo, TOWN",
    "yuno, TOWN",
    "prt_gld, GUILD",
    "pay_gld, GUILD",
    "gef_fild13, GUILD",
    "prt_fild01, FIELD",
    "prt_fild02, FIELD",
    "prt_fild03, FIELD",
    "prt_fild08, FIELD",
    "pay_fild08, FIELD",
    "yuno_fild03, FIELD",
    "gef_fild07, FIELD",
    "mjo_dun01, DUNGEON",
    "anthell01, DUNGEON",
    "cmd_fild01, FIELD"
  })
  void shouldKnowTheKindWhenTheRulesNameTheMap(String name, MapKind kind) {
    assertThat(MAPS.find(name)).map(GameMap::kind).contains(kind);
    assertThat(MAPS.isTown(name)).isEqualTo(kind == MapKind.TOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "prontera, 312, 392",
    "morocc, 320, 320",
    "geffen, 240, 240",
    "payon, 300, 360",
    "alberta, 280, 280",
    "prt_fild08, 400, 400"
  })
  void shouldHaveTheSizeOfTheGamesMapCacheWhenTheMapIsKnown(String name, int width, int height) {
    assertThat(MAPS.find(name)).map(GameMap::width).contains(width);
    assertThat(MAPS.find(name)).map(GameMap::height).contains(height);
  }

  @Test
  void shouldBeSortedByNameWhenAllAreAskedFor() {
    assertThat(MAPS.all()).isSortedAccordingTo(Comparator.comparing(GameMap::name));
    assertThat(MAPS.all()).hasSizeBetween(250, 400);
  }

  @Test
  void shouldBeANeighbourOfEachNeighbourAndNotItsOwnWhenWarpsJoinMaps() {
    for (GameMap map : MAPS.all()) {
      assertThat(map.neighbours()).doesNotContain(map.name()).doesNotHaveDuplicates();
      for (String neighbour : map.neighbours()) {
        assertThat(MAPS.find(neighbour).orElseThrow().neighbours())
            .as("neighbours of %s", neighbour)
            .contains(map.name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "prontera, prontera, 0",
    "prontera, prt_fild08, 1",
    "izlude, prontera, 2",
    "prontera, geffen, 5",
    "geffen, gef_dun01, 3"
  })
  void shouldCountTheFewestWarpsFromEitherEndWhenAWayIsKnown(String a, String b, int warps) {
    assertThat(MAPS.distance(a, b)).isEqualTo(warps);
    assertThat(MAPS.distance(b, a)).isEqualTo(warps);
  }

  @ParameterizedTest
  @CsvSource({"prontera, amatsu", "prontera, my_own_map", "my_own_map, prontera"})
  void shouldBeEndlesslyFarWhenNoWayOnFootIsKnown(String a, String b) {
    assertThat(MAPS.distance(a, b)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void shouldBeAtNoDistanceFromItselfWhenAMapIsUnknown() {
    assertThat(MAPS.distance("my_own_map", "my_own_map")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "prontera, TEMPERATE",
    "prt_fild08, TEMPERATE",
    "moc_fild01, DESERT",
    "morocc, DESERT",
    "xmas, SNOW",
    "ra_fild01, SNOW",
    "pay_fild01, FOREST",
    "mjo_dun01, CAVE",
    "in_sphinx1, CAVE",
    "glast_01, TEMPERATE",
    "moc_fild99, DESERT",
    "xmas_fild99, SNOW",
    "um_fild99, FOREST",
    "moc_dun99, CAVE",
    "in_house, CAVE",
    "my_in01, CAVE",
    "my_inn_yard, TEMPERATE"
  })
  void shouldHaveAClimateWhenTheMapIsKnownOrItsNameTellsIt(String name, Climate climate) {
    assertThat(MAPS.climate(name)).isEqualTo(climate);
  }

  @Test
  void shouldAnswerWhenAMapIsNotInTheCatalogue() {
    assertThat(MAPS.find("my_own_map")).isEmpty();
    assertThat(MAPS.isTown("my_own_map")).isFalse();
    assertThat(MAPS.theme("my_own_map")).isEqualTo(Theme.GENERIC);
  }

  @Property(tries = 500)
  void shouldLieInsideTheMarginsWhenTheMapHasRoomForThem(
      @ForAll("maps") GameMap map, @ForAll @IntRange(max = 49) int margin, @ForAll long seed) {
    Cell cell = MAPS.cell(map.name(), margin, RandomSource.XO_SHI_RO_256_PP.create(seed));

    assertThat(cell.x()).isBetween(margin, map.width() - 1 - margin);
    assertThat(cell.y()).isBetween(margin, map.height() - 1 - margin);
  }

  @Provide
  Arbitrary<GameMap> maps() {
    return Arbitraries.of(
        MAPS.all().stream().filter(map -> Math.min(map.width(), map.height()) > 98).toList());
  }

  @Property(tries = 300)
  void shouldLieInTheMiddleThirdWhenTheMapIsTooSmallForTheMargin(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 20, max = Integer.MAX_VALUE) int margin,
      @ForAll long seed) {
    MapCatalogue small = new MapCatalogue(List.of(map("hut", width, height)), List.of());

    Cell cell = small.cell("hut", margin, RandomSource.XO_SHI_RO_256_PP.create(seed));

    assertThat(cell.x()).isBetween(width / 3, width - 1 - width / 3);
    assertThat(cell.y()).isBetween(height / 3, height - 1 - height / 3);
  }

  @Property(tries = 200)
  void shouldLieOn200By200CellsWhenTheMapIsUnknown(
      @ForAll @IntRange(max = 99) int margin, @ForAll long seed) {
    Cell cell = MAPS.cell("my_own_map", margin, RandomSource.XO_SHI_RO_256_PP.create(seed));

    assertThat(cell.x()).isBetween(margin, 199 - margin);
    assertThat(cell.y()).isBetween(margin, 199 - margin);
  }

  @Test
  void shouldRefuseWhenTheMarginIsNegative() {
    assertThatThrownBy(() -> MAPS.cell("prontera", -1, RandomSource.XO_SHI_RO_256_PP.create(1L)))
        .hasMessage("The margin is -1; it must be 0 or more.");
  }

  @Test
  void shouldNameThirtyFieldsAndDungeonsOrMoreWhenAskedForHuntingGrounds() {
    assertThat(MAPS.huntingGrounds()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
    assertThat(MAPS.huntingGrounds())
        .allMatch(
            name ->
                Arrays.asList(MapKind.FIELD, MapKind.DUNGEON)
                    .contains(MAPS.find(name).orElseThrow().kind()));
  }

  @Test
  void shouldLieThreeWarpsApartWhenTheFirstTenHuntingGroundsAreTaken() {
    List<String> first = MAPS.huntingGrounds().subList(0, 10);

    for (String a : first) {
      assertThat(first).allMatch(b -> a.equals(b) || MAPS.distance(a, b) >= 3, "far from " + a);
    }
  }

  @Test
  void shouldRefuseWhenANeighbourIsNotInTheCatalogue() {
    GameMap map =
        new GameMap("hut", 9, 9, MapKind.OTHER, Climate.CAVE, Theme.GENERIC, List.of("atlantis"));

    assertThatThrownBy(() -> new MapCatalogue(List.of(map), List.of()))
        .hasMessage("Map atlantis, named by hut, is not in the catalogue.");
  }

  @Test
  void shouldRefuseWhenAMapIsThereTwice() {
    assertThatThrownBy(
            () -> new MapCatalogue(List.of(map("hut", 9, 9), map("hut", 8, 8)), List.of()))
        .hasMessage("Map hut is in the catalogue twice.");
  }

  private static GameMap map(String name, int width, int height) {
    return new GameMap(name, width, height, MapKind.OTHER, Climate.CAVE, Theme.GENERIC, List.of());
  }
}
