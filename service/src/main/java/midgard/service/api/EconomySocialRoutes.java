package midgard.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.economysocial.MerchantView;
import midgard.agents.economysocial.Merchants;
import midgard.schemas.Domain;
import midgard.schemas.economysocial.DropRateRecommendation;
import midgard.schemas.economysocial.MerchantState;
import midgard.service.http.Routes;
import midgard.service.http.Row;

/** What shops charge now, the zeny sinks that run, and the advice on drops. */
final class EconomySocialRoutes implements Routes {
  private static final String PATH = "/api/v1/economy_social/economy";

  private final WorldReads world;

  EconomySocialRoutes(WorldReads world) {
    this.world = world;
  }

  record Sinks(List<MerchantView.Sink> events, int total, int activeCount) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/prices", context -> context.json(MerchantView.prices(state())));
    config.routes.get(PATH + "/zeny-sinks/active", context -> context.json(sinks()));
    config.routes.get(PATH + "/drop-rate-recommendations", context -> context.json(advice()));
  }

  private MerchantState state() {
    return world
        .state(Merchants.STATE, Domain.WORLD_KEY)
        .orElseGet(() -> MerchantState.newBuilder().build());
  }

  private Sinks sinks() {
    List<MerchantView.Sink> active = MerchantView.active(state(), world.worldTime());
    return new Sinks(active, active.size(), active.size());
  }

  /** The advice that holds; none in a world that was never analysed or is in balance. */
  private ObjectNode advice() {
    return Row.of(
        MerchantView.advice(state())
            .orElseGet(() -> new DropRateRecommendation("", List.of(), true, world.now())));
  }
}
