package midgard.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapsFileTest {
  @Test
  void shouldReadMapsAndGroundsWhenLinesAreOfTheRightForm() {
    MapCatalogue maps =
        MapsFile.parse(
            List.of(
                MapsFile.HEADING,
                "wood,400,300,FIELD,FOREST,FOREST,2,hill",
                "hill,200,100,FIELD,SNOW,ICE,1,wood",
                "isle,50,60,TOWN,TEMPERATE,GENERIC,,"));

    assertThat(maps.find("wood"))
        .contains(
            new GameMap(
                "wood", 400, 300, MapKind.FIELD, Climate.FOREST, Theme.FOREST, List.of("hill")));
    assertThat(maps.find("isle")).map(GameMap::neighbours).contains(List.of());
    assertThat(maps.huntingGrounds()).containsExactly("hill", "wood");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wood,400,300,FIELD,FOREST,FOREST,2 | 7 fields instead of 8",
        "wood,wide,300,FIELD,FOREST,FOREST,, | \"wide\"",
        "wood,400,0,FIELD,FOREST,FOREST,, | 400 by 0 cells; both must be 1 or more",
        "wood,400,300,MEADOW,FOREST,FOREST,, | MEADOW",
        ",400,300,FIELD,FOREST,FOREST,, | A map needs a name"
      })
  void shouldNameTheLineAndTheFaultWhenALineIsWrong(String line, String fault) {
    assertThatThrownBy(() -> MapsFile.parse(List.of(MapsFile.HEADING, line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Maps, line 2: ")
        .hasMessageContaining(fault)
        .hasMessageEndingWith(" in \"" + line + "\".");
  }

  @Test
  void shouldNameTheLineWhenTwoMapsAreTheSameHuntingGround() {
    List<String> lines =
        List.of(
            MapsFile.HEADING,
            "wood,400,300,FIELD,FOREST,FOREST,1,",
            "hill,200,100,FIELD,SNOW,ICE,1,");

    assertThatThrownBy(() -> MapsFile.parse(lines))
        .hasMessageStartingWith("Maps, line 3: hunting ground 1 is there twice");
  }

  @Test
  void shouldSayWhatIsExpectedWhenTheHeadingIsMissing() {
    assertThatThrownBy(() -> MapsFile.parse(List.of()))
        .hasMessage("Maps, line 1: expected \"" + MapsFile.HEADING + "\".");
  }
}
