package midgard.agents.weather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.action.MapRate;
import midgard.schemas.weather.Factor;
import midgard.schemas.weather.WeatherEffects;
import midgard.schemas.weather.WeatherKind;

/** What each kind of weather does (domain reference 1.15). */
public final class WeatherTable {
  private static final int UNCHANGED = 1000;

  /** Of a resistance what is added is told, of everything else the factor. */
  private static final String RESISTANCE = "_resistance";

  private WeatherTable() {}

  public static WeatherEffects effects(WeatherKind kind) {
    return switch (kind) {
      case clear -> effects(Map.of(), Map.of(), UNCHANGED, "normal", List.of(), "A clear sky.");
      case rain ->
          effects(
              Map.of("water", 1200, "fire", 800),
              Map.of("flee", 950, "hit", 950),
              1050,
              "sluggish",
              List.of("rain"),
              "Rain strengthens water and dampens fire; the ground is slippery.");
      case storm ->
          effects(
              Map.of("wind", 1300, "water", 1200, "fire", 700),
              Map.of("flee", 900, "hit", 900, "aspd", 950),
              UNCHANGED,
              "aggressive",
              List.of("rain", "lightning"),
              "A thunderstorm rages: wind and water rule, and monsters are wild.");
      case snow ->
          effects(
              Map.of("water", 1300, "fire", 700),
              Map.of("move_speed", 900, "aspd", 920, "ice_resistance", -200),
              1050,
              "slow",
              List.of("snow"),
              "Snow falls; everyone moves slowly, and the cold bites.");
      case heat_wave ->
          effects(
              Map.of("fire", 1300, "water", 800),
              Map.of("sp_regen", 800, "hp_regen", 900, "fire_resistance", -200),
              950,
              "sluggish",
              List.of("heat_haze"),
              "The heat wears everyone down and feeds fire.");
      case sandstorm ->
          effects(
              Map.of("earth", 1250, "wind", 1150),
              Map.of("hit", 900, "flee", 850, "crit", 900),
              900,
              "erratic",
              List.of("sand"),
              "Sand blinds everyone; earth and wind are strong.");
      case aurora ->
          effects(
              Map.of("holy", 1200, "shadow", 1200),
              Map.of("matk", 1150, "mdef", 1100, "magic_damage", 1150),
              1100,
              "mystical",
              List.of("aurora"),
              "Lights dance in the sky, and magic is strong.");
    };
  }

  private static WeatherEffects effects(
      Map<String, Integer> elements,
      Map<String, Integer> stats,
      int drops,
      String behavior,
      List<String> visual,
      String description) {
    return new WeatherEffects(
        factors(elements), factors(stats), drops, behavior, visual, description);
  }

  /** Sorted by name, so that equal weather is equal bytes. */
  static List<Factor> factors(Map<String, Integer> values) {
    return new TreeMap<>(values)
        .entrySet().stream().map(entry -> new Factor(entry.getKey(), entry.getValue())).toList();
  }

  /** All that a kind changes, as the game's scripts name it. */
  static List<MapRate> rates(WeatherKind kind) {
    WeatherEffects effects = effects(kind);
    List<MapRate> rates = new ArrayList<>();
    for (Factor element : effects.getElementModifiers()) {
      rates.add(new MapRate(element.getName() + "_damage_rate", element.getValueMilli()));
    }
    for (Factor stat : effects.getStatModifiers()) {
      String flag = stat.getName().endsWith(RESISTANCE) ? stat.getName() : stat.getName() + "_rate";
      rates.add(new MapRate(flag, stat.getValueMilli()));
    }
    if (effects.getDropRateMilli() != UNCHANGED) {
      rates.add(new MapRate("drop_rate", effects.getDropRateMilli()));
    }
    return rates;
  }
}
