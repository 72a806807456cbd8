package midgard.agents.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.weather.RegionSky;
import midgard.schemas.weather.WeatherHistory;
import midgard.schemas.weather.WeatherState;

class WeatherContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T04:55:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return WeatherAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    for (int minutes = 0; minutes < 6 * 1440; minutes += 30) {
      log.add(tick(START + minutes * 60_000L));
    }
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    WeatherState state = world.state(new Weather(new WeatherRules(3)), Domain.WORLD_KEY);
    // A world whose one tick was its first has run no job yet.
    assertThat(state.getRegions().stream().map(RegionSky::getRegion).toList())
        .isIn(List.of(), List.of("temperate", "desert", "snow", "forest"));
    for (int i = 0; i < state.getRegions().size(); i++) {
      assertThat(WeatherRules.fitting(WeatherRules.REGIONS.get(i)))
          .contains(state.getRegions().get(i).getWeather());
    }
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.changes(WeatherHistory.class))
        .extracting(row -> row.getRegion() + row.getStartedAt())
        .doesNotHaveDuplicates();
  }
}
