package midgard.service.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import midgard.agent.Agent;
import midgard.agents.karma.Conduct;
import midgard.agents.karma.KarmaRules;
import midgard.agents.karma.KarmaView;
import midgard.agents.karma.MoralBalance;
import midgard.schemas.Domain;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.PlayerKarmaState;
import midgard.service.http.Routes;
import midgard.sql.history.KarmaCourse;

/** The moral balance of the world, what it does, and that of a player. */
final class KarmaRoutes implements Routes {
  private static final String PATH = "/api/v1/economy_social/karma";
  private static final int DAYS_BY_DEFAULT = 7;
  private static final int MOST_DAYS = 3650;

  private final WorldReads world;
  private final KarmaRules rules;
  private final ZoneId zone;
  private final Supplier<KarmaCourse> course;

  /**
   * @param agents among them the one that judges players, by whose rules is shown
   * @param zone of day boundaries
   * @param course throws while the database has not been opened
   */
  KarmaRoutes(WorldReads world, List<Agent<?>> agents, ZoneId zone, Supplier<KarmaCourse> course) {
    this.world = world;
    this.course = course;
    this.rules =
        agents.stream()
            .filter(Conduct.class::isInstance)
            .map(Conduct.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No karma agent was made."))
            .rules();
    this.zone = zone;
  }

  /**
   * The course of the world's karma.
   *
   * @param totalShifts how often the world became another
   */
  record History(
      List<KarmaCourse.Point> history, Instant periodStart, Instant periodEnd, int totalShifts) {}

  @Override
  public void register(JavalinConfig config) {
    // Before {player_id}: the first path that fits answers.
    config.routes.get(PATH + "/global", context -> context.json(KarmaView.world(global())));
    config.routes.get(PATH + "/effects", context -> context.json(KarmaView.effects(global())));
    config.routes.get(PATH + "/history", context -> context.json(history(context)));
    config.routes.get(
        PATH + "/{player_id}",
        context -> context.json(player(Parameters.id(context, "player_id"))));
  }

  private GlobalKarmaState global() {
    return world
        .state(MoralBalance.STATE, Domain.WORLD_KEY)
        .orElseGet(() -> GlobalKarmaState.newBuilder().build());
  }

  private History history(Context context) {
    int days = Parameters.number(context, "days", DAYS_BY_DEFAULT, 1, MOST_DAYS);
    // The world's own time: a session that is fed may lie in the past.
    Instant to = Instant.ofEpochMilli(world.worldTime()).plusMillis(1);
    Instant from = to.minus(Duration.ofDays(days));
    KarmaCourse rows = course.get();
    return new History(rows.between(from, to), from, to, rows.shifts(from, to));
  }

  private KarmaView.Player player(long id) {
    PlayerKarmaState state =
        world
            .state(Conduct.STATE, Long.toString(id))
            .orElseGet(() -> PlayerKarmaState.newBuilder().build());
    long today = Instant.ofEpochMilli(world.worldTime()).atZone(zone).toLocalDate().toEpochDay();
    return KarmaView.player(id, state, (int) today, rules);
  }
}
