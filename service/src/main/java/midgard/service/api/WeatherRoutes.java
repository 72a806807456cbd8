package midgard.service.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import midgard.agents.weather.ForecastView;
import midgard.agents.weather.TimeView;
import midgard.agents.weather.Weather;
import midgard.agents.weather.WeatherRules;
import midgard.agents.weather.WeatherView;
import midgard.maps.Climate;
import midgard.schemas.Domain;
import midgard.schemas.weather.WeatherState;
import midgard.service.http.Routes;

/** The sky over each climate, what it may become, and the hour. */
final class WeatherRoutes implements Routes {
  private static final String PATH = "/api/v1/environmental";
  private static final int HOURS_BY_DEFAULT = 24;
  private static final int FEWEST_HOURS = 6;
  private static final int MOST_HOURS = 72;

  private final WorldReads world;
  private final ZoneId zone;

  WeatherRoutes(WorldReads world, ZoneId zone) {
    this.world = world;
    this.zone = zone;
  }

  /**
   * The region that was asked for, and all of them.
   *
   * @param current unwrapped into the answer
   */
  record Current(
      @JsonUnwrapped WeatherView current, List<WeatherView> regions, Instant timestamp) {}

  record Forecast(
      String region, List<ForecastView> forecast, int forecastHours, Instant timestamp) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/weather/current", context -> context.json(current(context)));
    config.routes.get(PATH + "/weather/forecast", context -> context.json(forecast(context)));
    config.routes.get(
        PATH + "/time/current",
        context -> context.json(TimeView.of(state(), world.worldTime(), zone)));
  }

  private Current current(Context context) {
    Climate region = region(context);
    List<WeatherView> all = WeatherView.all(state(), world.worldTime(), zone);
    return new Current(all.get(WeatherRules.REGIONS.indexOf(region)), all, world.now());
  }

  private Forecast forecast(Context context) {
    Climate region = region(context);
    int hours = Parameters.number(context, "hours", HOURS_BY_DEFAULT, FEWEST_HOURS, MOST_HOURS);
    return new Forecast(
        WeatherRules.region(region),
        ForecastView.of(region, state(), world.worldTime(), hours),
        hours,
        world.now());
  }

  /** Most of the world's maps are temperate. */
  private static Climate region(Context context) {
    String asked =
        Parameters.text(context, "region").orElse(WeatherRules.region(Climate.TEMPERATE));
    return WeatherRules.REGIONS.stream()
        .filter(climate -> WeatherRules.region(climate).equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                Parameters.bad(
                    "region",
                    asked,
                    "one of "
                        + WeatherRules.REGIONS.stream()
                            .map(WeatherRules::region)
                            .collect(Collectors.joining(", "))));
  }

  private WeatherState state() {
    return world.state(Weather.STATE, Domain.WORLD_KEY).orElseGet(Weather.STATE::initial);
  }
}
