package midgard.agents.weather;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.TimeOfDay;
import midgard.schemas.weather.WeatherKind;

/** What players read of the weather. */
public final class WeatherTexts {
  private WeatherTexts() {}

  public static String name(WeatherKind kind) {
    return switch (kind) {
      case clear -> "Clear Sky";
      case rain -> "Rain";
      case storm -> "Thunderstorm";
      case snow -> "Snowfall";
      case heat_wave -> "Heat Wave";
      case sandstorm -> "Sandstorm";
      case aurora -> "Aurora";
    };
  }

  private static String place(String region) {
    return switch (region) {
      case "desert" -> "the deserts";
      case "snow" -> "the snow country";
      case "forest" -> "the forests";
      default -> "the plains";
    };
  }

  private static String phrase(RegionSky sky) {
    return name(sky.getWeather()) + " over " + place(sky.getRegion());
  }

  static String sentence(RegionSky sky) {
    return phrase(sky) + ".";
  }

  static String news(List<RegionSky> changed) {
    return "The weather changes: "
        + changed.stream().map(WeatherTexts::phrase).collect(Collectors.joining(", "))
        + ".";
  }

  /** What weather and hour do together; for people. */
  public static List<String> synergies(WeatherKind kind, TimeOfDay time) {
    boolean dark = time == TimeOfDay.night || time == TimeOfDay.full_moon;
    List<String> texts = new ArrayList<>();
    if (kind == WeatherKind.rain && dark) {
      texts.add("Rain at night: the dark hides even more.");
    }
    if (kind == WeatherKind.clear && time == TimeOfDay.full_moon) {
      texts.add("A clear sky under a full moon: magic is in the air.");
    }
    if (kind == WeatherKind.heat_wave && time == TimeOfDay.day) {
      texts.add("Heat in broad daylight: fire burns hottest now.");
    }
    if (kind == WeatherKind.snow && dark) {
      texts.add("Snow at night: the cold is bitter.");
    }
    return texts;
  }
}
