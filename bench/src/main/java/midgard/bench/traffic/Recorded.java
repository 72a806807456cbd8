package midgard.bench.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;

/**
 * What was measured on the recorded session: how often each character began what, and what followed
 * from it. {@link Calibration} tells where each number comes from; the table lies beside this class
 * as {@code recorded.json}.
 *
 * @param events of the recording
 * @param span from its first event to its last, ms
 * @param types events per type
 * @param onlineShare share of the time that a character was on line
 * @param townShare share of the time on line that a character was in a town
 * @param towns arrivals per town
 * @param dropped items that killed monsters dropped
 * @param picked items that players picked up
 * @param pickupDelay from a drop to its pickup, ms: the quantiles 0, 0.1 … 0.7 (what is later was
 *     mostly another piece of the same item)
 * @param moveCommands commands that move somebody to another place
 * @param movesByCommand changes of map that followed one of them at once
 * @param respawns changes of map within 15 s after a death
 * @param deaths of players, by monsters
 * @param killers deaths per kind of monster
 * @param consumed pieces used, per item
 * @param commands commands of game masters
 * @param chats messages per channel
 * @param texts what was said
 * @param skills casts per skill and kind of target
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Recorded(
    String source,
    int events,
    long span,
    SortedMap<String, Integer> types,
    double onlineShare,
    double townShare,
    SortedMap<String, Integer> towns,
    int dropped,
    int picked,
    List<Integer> pickupDelay,
    int moveCommands,
    int movesByCommand,
    int respawns,
    int deaths,
    SortedMap<Integer, Integer> killers,
    SortedMap<Integer, Integer> consumed,
    SortedMap<String, Integer> commands,
    SortedMap<String, Integer> chats,
    List<String> texts,
    SortedMap<String, Integer> skills,
    List<Character> characters,
    List<Monster> monsters) {

  /** One of the recorded characters, a model for made ones. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Character(
      String name,
      int jobClass,
      int baseLevel,
      int jobLevel,
      long zeny,
      int events,
      int kills,
      int baseLevels,
      int jobLevels,
      SortedMap<String, Integer> grounds,
      SortedMap<Scene, Integer> scenes) {}

  /**
   * A monster that was killed.
   *
   * @param damage dealt by its killers, middle value
   * @param mvp whether its killing is also an mvp_kill
   * @param maps kills per map
   * @param loot pieces dropped, per item
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Monster(
      int id,
      String name,
      int level,
      long baseExp,
      long jobExp,
      int kills,
      long damage,
      boolean mvp,
      SortedMap<String, Integer> maps,
      SortedMap<Integer, Integer> loot) {}

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** The committed table. */
  public static Recorded load() {
    return resource("recorded.json", Recorded.class);
  }

  static <T> T resource(String name, Class<T> type) {
    try (InputStream in = Recorded.class.getResourceAsStream(name)) {
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("The table " + name + " in this program is damaged", e);
    }
  }

  /** As it stands in the file. */
  public String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Events per player and second of event time, heartbeats apart. */
  public double ratePerPlayer() {
    return (events - types.get("heartbeat")) * 1000.0 / span / characters.size();
  }
}
