package midgard.agents.weather;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The weather agent: one part, the world's. */
public final class WeatherAgents {
  private static final int HOURS = 3;

  private WeatherAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    long hours =
        settings.number(
            "WEATHER_UPDATE_INTERVAL_HOURS", HOURS, 1, 24, "Hours between two draws of the sky.");
    return List.of(new Weather(new WeatherRules((int) hours)));
  }
}
