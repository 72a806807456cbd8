package midgard.service.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import midgard.agents.dynamicboss.BossView;
import midgard.agents.dynamicboss.DynamicBosses;
import midgard.schemas.Domain;
import midgard.service.http.Routes;
import midgard.sql.history.BossHistory;
import midgard.sql.history.PastBoss;

/** The bosses that are there, and those that were. */
final class BossRoutes implements Routes {
  private static final String PATH = "/api/v1/progression/boss";
  private static final int ENTRIES_BY_DEFAULT = 50;

  private final WorldReads world;
  private final Supplier<BossHistory> history;

  BossRoutes(WorldReads world, Supplier<BossHistory> history) {
    this.world = world;
    this.history = history;
  }

  record Bosses(List<BossView> bosses, int total, int activeCount) {}

  /**
   * @param avgTimeToDefeat in seconds, of those of this list that were defeated; null: none was
   */
  record Past(List<PastBoss> history, int total, Double avgTimeToDefeat) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/active", context -> context.json(active()));
    config.routes.get(PATH + "/history", context -> context.json(past(context)));
  }

  private Bosses active() {
    List<BossView> active =
        world
            .state(DynamicBosses.STATE, Domain.WORLD_KEY)
            .map(state -> BossView.active(state, world.worldTime()))
            .orElse(List.of());
    return new Bosses(active, active.size(), active.size());
  }

  private Past past(Context context) {
    int limit = Parameters.number(context, "limit", ENTRIES_BY_DEFAULT, 1, BossHistory.MAX_LIMIT);
    List<PastBoss> bosses = history.get().newest(Parameters.text(context, "map_name"), limit);
    OptionalDouble mean =
        bosses.stream()
            .map(PastBoss::timeToDefeat)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .average();
    return new Past(bosses, bosses.size(), mean.isPresent() ? mean.getAsDouble() : null);
  }
}
