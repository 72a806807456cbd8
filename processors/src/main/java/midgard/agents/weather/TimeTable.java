package midgard.agents.weather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.weather.Factor;
import midgard.schemas.weather.TimeOfDay;

/**
 * What the hour does on every map (domain reference 1.15). Rates in thousandths.
 *
 * @param specialSpawns kinds of monsters that are about beside the usual ones
 */
public record TimeTable(
    int expMilli,
    int dropMilli,
    int spawnMilli,
    List<Factor> stats,
    List<String> specialSpawns,
    String description) {
  private static final int UNCHANGED = 1000;

  public static TimeTable of(TimeOfDay time) {
    return switch (time) {
      case dawn ->
          table(1100, UNCHANGED, UNCHANGED, Map.of("hp_regen", 1100), List.of(), "The day breaks.");
      case day -> table(UNCHANGED, UNCHANGED, UNCHANGED, Map.of(), List.of(), "It is day.");
      case dusk ->
          table(
              UNCHANGED,
              1150,
              1050,
              Map.of("rare_drop", 1150),
              List.of(),
              "The light fades, and treasures glint.");
      case night ->
          table(
              1050,
              UNCHANGED,
              1100,
              Map.of("flee", 950, "thief_drop", 1200),
              List.of("ghost", "undead", "werewolf"),
              "Creatures of the dark are about.");
      case full_moon ->
          table(
              1150,
              1200,
              1300,
              Map.of("flee", 900, "rare_drop", 1250, "undead_damage", 1300),
              List.of("werewolf", "ghost", "vampire", "nightmare"),
              "The moon is full, and the night is full of monsters.");
    };
  }

  private static TimeTable table(
      int exp,
      int drops,
      int spawns,
      Map<String, Integer> stats,
      List<String> special,
      String description) {
    return new TimeTable(exp, drops, spawns, WeatherTable.factors(stats), special, description);
  }

  /** All figures under the flags of the game's scripts; others than those of weather or events. */
  private TreeMap<String, Integer> flags() {
    TreeMap<String, Integer> flags = new TreeMap<>();
    flags.put("time_exp_rate", expMilli);
    flags.put("time_drop_rate", dropMilli);
    flags.put("time_spawn_rate", spawnMilli);
    stats.forEach(stat -> flags.put("time_" + stat.getName() + "_rate", stat.getValueMilli()));
    return flags;
  }

  /** The flags that differ from another hour's, and what they are set to; by name. */
  List<Factor> changesFrom(TimeTable before) {
    TreeMap<String, Integer> was = before.flags();
    TreeMap<String, Integer> is = flags();
    was.keySet().forEach(flag -> is.putIfAbsent(flag, UNCHANGED));
    List<Factor> changes = new ArrayList<>();
    is.forEach(
        (flag, value) -> {
          if (was.getOrDefault(flag, UNCHANGED) != (int) value) {
            changes.add(new Factor(flag, value));
          }
        });
    return changes;
  }
}
