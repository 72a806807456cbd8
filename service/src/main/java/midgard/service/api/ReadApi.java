package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import midgard.service.command.CommandLog;
import midgard.service.config.ServiceConfig;
import midgard.service.http.Late;
import midgard.service.http.ProblemException;
import midgard.service.http.Problems;
import midgard.service.http.Routes;
import midgard.service.models.ModelWorker;
import midgard.sql.Database;
import midgard.sql.history.BossHistory;
import midgard.sql.history.EconomyHistory;
import midgard.sql.history.ItemWindowHistory;
import midgard.sql.history.KarmaCourse;
import midgard.sql.history.LedgerHistory;
import midgard.topology.query.WorldNotReady;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that can be asked of the world, and what game servers do with its actions. */
public final class ReadApi implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(ReadApi.class);
  private static final int PLACES_AT_A_GLANCE = 10;
  private static final String RETRY_SECONDS = "2";

  private final WorldReads world;
  private final AgentStatus agents;
  private final WorldRoutes worldRoutes;
  private final ReputationViews reputation;
  private final WorldFigures figures;
  private final EconomyRoutes economy;
  private final List<Routes> parts;

  /**
   * @param database throws while it has not been opened
   * @param models its worker; set only when a language model may be asked
   */
  public ReadApi(
      WorldReads world,
      AgentStatus agents,
      ServiceConfig config,
      Supplier<Database> database,
      Supplier<CommandLog> commands,
      Late<ModelWorker> models) {
    ZoneId zone = config.world().zone();
    this.world = world;
    this.agents = agents;
    this.worldRoutes =
        new WorldRoutes(
            world,
            agents,
            new SchedulerStatus(world, config.agents(), config.world().disabled(), zone));
    this.reputation = new ReputationViews(world);
    this.figures = new WorldFigures(world);
    this.economy =
        new EconomyRoutes(
            world, new ItemWindows(world, () -> new ItemWindowHistory(database.get()), zone));
    HistoryRoutes history =
        new HistoryRoutes(
            world,
            () -> new EconomyHistory(database.get()),
            () -> new LedgerHistory(database.get()));
    this.parts =
        List.of(
            worldRoutes,
            new ActionRoutes(world, commands),
            new PlayerRoutes(world),
            new ReputationRoutes(reputation),
            new KarmaRoutes(world, config.agents(), zone, () -> new KarmaCourse(database.get())),
            new FactionRoutes(world),
            economy,
            new EconomySocialRoutes(world),
            new SocialRoutes(world),
            new NpcRoutes(world),
            history,
            new ExplorationRoutes(world),
            new QuestRoutes(world),
            new WeatherRoutes(world, zone),
            new ChainRoutes(world),
            new HazardRoutes(world),
            new DungeonRoutes(world),
            new ArchaeologyRoutes(world),
            new StorylineRoutes(world),
            new StorylineCommands(world, commands),
            new ModelCostRoutes(world, config, models),
            new BossRoutes(world, () -> new BossHistory(database.get())));
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.exception(
        WorldNotReady.class,
        (notReady, context) -> {
          context.header("Retry-After", RETRY_SECONDS);
          Problems.write(context, 503, notReady.getMessage());
        });
    config.routes.exception(
        DataAccessException.class,
        (away, context) -> {
          LOG.debug("The database did not answer {}", context.path(), away);
          context.header("Retry-After", RETRY_SECONDS);
          Problems.write(context, 503, "The database does not answer; ask again later.");
        });
    parts.forEach(part -> part.register(config));
  }

  /** The world at a glance; while it starts, as much as is known. */
  public LiveSnapshot snapshot() {
    AgentStatus.All status = agents.all();
    try {
      return new LiveSnapshot(
          true,
          Instant.ofEpochMilli(world.worldTime()),
          status,
          figures.look(),
          economy.snapshot(),
          worldRoutes.lastProblem().orElse(null),
          worldRoutes.events().events(),
          reputation.leaderboard(PLACES_AT_A_GLANCE));
    } catch (WorldNotReady | ProblemException e) {
      return LiveSnapshot.starting(status);
    }
  }
}
