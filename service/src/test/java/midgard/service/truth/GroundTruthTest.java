package midgard.service.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import midgard.agents.economy.Purse;
import midgard.agents.world.PlayerTally;
import midgard.schemas.economy.PurseState;
import midgard.schemas.world.TallyState;
import midgard.service.Http;
import midgard.service.Service;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import midgard.service.feed.FeedListener;
import midgard.service.feed.FeedOptions;
import midgard.service.feed.FeedReport;
import midgard.service.feed.Feeder;
import midgard.service.feed.HttpTarget;
import midgard.service.feed.Recording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The recorded session over the REST proxy into a whole world, twice, held against the game's own
 * database: what it had of every character before the first log-in and after the last stop.
 */
class GroundTruthTest {
  private static final Path SESSION = Path.of("..", "samples", "rathena-session.ndjson.gz");
  private static final long EVENTS = 5274;
  private static final long LAST_EVENT = 1_795_347_766_868L;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;

  private static Service service;
  private static FeedReport first;
  private static FeedReport second;
  private static long rowsAfterFirst;

  @BeforeAll
  static void feedTwice() throws Exception {
    Map<String, String> settings = new TreeMap<>();
    for (String port :
        new String[] {
          "AI_SERVICE_PORT",
          "DASHBOARD_PORT",
          "KAFKA_PORT",
          "KAFKA_CONTROLLER_PORT",
          "SCHEMA_REGISTRY_PORT",
          "POSTGRES_PORT",
          "REDIS_PORT"
        }) {
      settings.put(port, "0");
    }
    settings.put("DATA_DIR", folder.resolve("data").toString());
    settings.put("CLOCK_SOURCE", "feed");
    service = new Service(ServiceConfig.read(Sources.of(settings, folder)), Clock.systemUTC());
    service.start();
    assertThat(service.awaitReady(PATIENCE)).as(service.state()).isTrue();

    first = feed(true);
    await().atMost(PATIENCE).until(() -> counted("router.accepted") == EVENTS);
    await().atMost(PATIENCE).until(() -> rows("zeny_ledger WHERE kind <> 'opening'") == 68);
    rowsAfterFirst = rows("zeny_ledger");
    second = feed(false);
    await().atMost(PATIENCE).until(() -> counted("router.duplicates") == EVENTS);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static FeedReport feed(boolean ticks) throws InterruptedException {
    FeedOptions options = new FeedOptions(0, false, ticks, 150, Duration.ofSeconds(60));
    return new Feeder(
            HttpTarget.restProxy(service.url(), service.eventTopic()),
            options,
            Clock.systemUTC(),
            FeedListener.SILENT)
        .feed(new Recording(SESSION));
  }

  private static long counted(String counter) {
    return service.parts().metrics().counter(counter).getCount();
  }

  private static long rows(String table) throws SQLException {
    return number("SELECT count(*) FROM " + table);
  }

  private static long number(String query) throws SQLException {
    try (Connection database = DriverManager.getConnection(service.addresses().databaseUrl());
        Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).as(query).isTrue();
      return result.getLong(1);
    }
  }

  @Test
  void shouldAcceptEveryEventOnceWhenTheSessionIsFedTwice() {
    assertThat(first.rejected()).isZero();
    assertThat(second.rejected()).isZero();
    assertThat(first.read()).isEqualTo(EVENTS);
    assertThat(counted("router.accepted")).isEqualTo(EVENTS);
    assertThat(counted("router.rejected")).isZero();
  }

  @Test
  void shouldChangeNothingWhenTheSessionIsFedAgain() throws SQLException {
    assertThat(rows("zeny_ledger")).isEqualTo(rowsAfterFirst);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "150101, 80000, 79750",
    "150102, 12500, 12217",
    "150103,  9800, 11813",
    "150104, 45000, 46145",
    "150105, 15250, 15393",
    "150106,  8000,  7423",
    "150107, 20000, 14200",
    "150108, 17750, 14780",
    "150109,  5000,  1375",
    "150110, 30000, 29300"
  })
  void shouldHoldTheGamesZenyInTheLedger(long player, long start, long end) throws SQLException {
    PurseState purse =
        service
            .parts()
            .world()
            .get()
            .queries()
            .state(Purse.STATE, Long.toString(player))
            .orElseThrow();

    assertThat(
            number(
                "SELECT sum(amount) FROM zeny_ledger WHERE kind <> 'opening' AND player_id = "
                    + player))
        .as("sum of the ledger's entries")
        .isEqualTo(end - start);
    assertThat(purse.getOpening()).as("opening").isEqualTo(start);
    assertThat(purse.getLedgerBalance()).as("balance").isEqualTo(end);
    assertThat(purse.getDrift()).as("drift").isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "150101,  37,  1, 2",
    "150102, 124,  4, 2",
    "150103, 120,  5, 2",
    "150104,  81,  0, 2",
    "150105, 120,  0, 2",
    "150106, 101,  0, 3",
    "150107, 203,  0, 2",
    "150108, 141,  1, 3",
    "150109,   1, 12, 2",
    "150110, 146,  0, 3"
  })
  void shouldCountWhatThePlayerDid(long player, long kills, long deaths, long logins) {
    TallyState tally =
        service
            .parts()
            .world()
            .get()
            .queries()
            .state(PlayerTally.STATE, Long.toString(player))
            .orElseThrow();

    assertThat(tally.getKills()).as("kills").isEqualTo(kills);
    assertThat(tally.getDeaths()).as("deaths").isEqualTo(deaths);
    assertThat(tally.getLogins()).as("log-ins").isEqualTo(logins);
    assertThat(tally.getLogouts()).as("log-outs").isEqualTo(logins);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "command,   faucet,   5000",
    "script,    faucet,   1318",
    "script,    sink,   -13200",
    "npc_shop,  faucet,    153",
    "npc_shop,  sink,    -4175",
    "trade,     transfer,    0",
    "vending,   transfer,    0"
  })
  void shouldSumUpEveryReasonAsTheGamesLogDoes(String reason, String kind, long sum)
      throws SQLException {
    assertThat(
            number(
                "SELECT sum(amount) FROM zeny_ledger WHERE reason = '%s' AND kind = '%s'"
                    .formatted(reason, kind)))
        .isEqualTo(sum);
  }

  /** What one domain tells another at full speed arrives behind the feed's last tick. */
  private static void tick(long time) throws Exception {
    String body =
        "{\"events\":[{\"event_type\":\"clock_tick\",\"server_id\":\"midgard-1\",\"timestamp\":%d}]}";
    Http.post(service.url() + "/api/v1/events/dispatch", "application/json", body.formatted(time));
  }

  @Test
  void shouldHaveTheGamesMoneyInCirculationWhenTheSessionIsOver() throws Exception {
    tick(LAST_EVENT + 3_600_000);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        number(
                            "SELECT zeny_circulation FROM economy_snapshots ORDER BY timestamp DESC LIMIT 1"))
                    .isEqualTo(232_396));
  }

  @Test
  void shouldRefuseNoChangeInTheDatabase() throws SQLException {
    assertThat(rows("projection_failures")).isZero();
  }
}
