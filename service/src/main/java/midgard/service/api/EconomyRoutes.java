package midgard.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.economy.EconomyViews;
import midgard.agents.economy.EconomyWorld;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomySnapshot;
import midgard.schemas.economy.EconomyState;
import midgard.service.http.Routes;
import midgard.service.http.Row;

/** The economy as it is at this moment, and the price windows of items. */
final class EconomyRoutes implements Routes {
  private static final String PATH = "/api/v1/economy_social/economy";
  private static final double MILLI = 1000;

  /** Of figures that are of this moment and stand in no row. */
  private static final String UNWRITTEN = "now";

  private final WorldReads world;
  private final ItemWindows windows;

  EconomyRoutes(WorldReads world, ItemWindows windows) {
    this.world = world;
    this.windows = windows;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/snapshot", context -> context.json(snapshot()));
    for (String path :
        List.of(
            PATH + "/items/{item_id}/windows", "/api/v1/economy_social/items/{item_id}/windows")) {
      config.routes.get(path, context -> context.json(windows.asked(context)));
    }
  }

  /** The figures of this moment; those with {@code _milli} also as plain numbers. */
  ObjectNode snapshot() {
    EconomyState state =
        world
            .state(EconomyWorld.STATE, Domain.WORLD_KEY)
            .orElseGet(() -> EconomyState.newBuilder().build());
    EconomySnapshot figures = EconomyViews.snapshot(state, UNWRITTEN, world.worldTime());
    ObjectNode answer = Row.of(figures);
    answer.put("price_index", figures.getPriceIndexMilli() / MILLI);
    answer.put("inflation_rate", figures.getInflationRateMilli() / MILLI);
    answer.put("health_score", figures.getHealthScoreMilli() / MILLI);
    return answer;
  }
}
