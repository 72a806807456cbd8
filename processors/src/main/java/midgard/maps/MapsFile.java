package midgard.maps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads a catalogue from comma-separated lines under one heading line. No field holds a comma or a
 * quotation mark, so that lines are split and nothing is unquoted.
 */
final class MapsFile {
  static final String HEADING = "name,width,height,kind,climate,theme,ground,neighbours";
  private static final String KNOWN = "/midgard/maps.csv";
  private static final int FIELDS = 8;

  private MapsFile() {}

  /** The catalogue that the program brings with it. */
  static MapCatalogue known() {
    try (InputStream in = MapsFile.class.getResourceAsStream(KNOWN)) {
      if (in == null) {
        throw new IllegalStateException(
            "The map catalogue " + KNOWN + " is not on the class path; the program's jar is torn.");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The map catalogue " + KNOWN + " cannot be read.", e);
    }
  }

  /**
   * @throws IllegalArgumentException naming the line that is not of the form of {@link #HEADING}
   */
  static MapCatalogue parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
      throw new IllegalArgumentException("Maps, line 1: expected \"" + HEADING + "\".");
    }
    List<GameMap> maps = new ArrayList<>();
    TreeMap<Integer, String> grounds = new TreeMap<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        String[] field = lines.get(i).split(",", -1);
        GameMap map = map(field);
        maps.add(map);
        if (!field[6].isEmpty() && grounds.put(Integer.valueOf(field[6]), map.name()) != null) {
          throw new IllegalArgumentException("hunting ground " + field[6] + " is there twice");
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Maps, line " + (i + 1) + ": " + e.getMessage() + " in \"" + lines.get(i) + "\".", e);
      }
    }
    return new MapCatalogue(maps, List.copyOf(grounds.values()));
  }

  private static GameMap map(String[] field) {
    if (field.length != FIELDS) {
      throw new IllegalArgumentException(field.length + " fields instead of " + FIELDS);
    }
    return new GameMap(
        field[0],
        Integer.parseInt(field[1]),
        Integer.parseInt(field[2]),
        MapKind.valueOf(field[3]),
        Climate.valueOf(field[4]),
        Theme.valueOf(field[5]),
        field[7].isEmpty() ? List.of() : List.of(field[7].split(" ")));
  }
}
