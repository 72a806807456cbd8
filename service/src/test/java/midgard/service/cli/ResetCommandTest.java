package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import midgard.agent.AgentName;
import midgard.service.ClusterTopics;
import midgard.service.Service;
import midgard.service.WorldAtRest;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import midgard.service.feed.FeedListener;
import midgard.service.feed.FeedOptions;
import midgard.service.feed.Feeder;
import midgard.service.feed.HttpTarget;
import midgard.service.feed.Recording;
import midgard.sql.Database;
import midgard.stack.EmbeddedStack;
import midgard.stack.StackConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * The life of two worlds in one cluster, of which the first is reset, started again and reset with
 * its events. It is lived once; each test looks at one thing that was seen on the way.
 */
class ResetCommandTest {
  private static final Path SESSION = Path.of("..", "samples", "rathena-session.ndjson.gz");
  private static final int EVENTS = 800;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String WORLD = "a";
  private static final String OTHER = "a-b";
  private static final String UUID = "-00000000-0000-4000-8000-000000000000-1";

  @TempDir static Path folder;

  private static EmbeddedStack servers;
  private static Admin admin;
  private static Service other;

  private static Said beforeStop;
  private static Said dryBeforeStop;
  private static Said elsewhereBeforeStop;
  private static Said dry;
  private static Said executed;
  private static Said replayedBefore;
  private static Said replayedAfter;
  private static Said withEvents;
  private static Said again;
  private static Seen running;
  private static Seen stopped;
  private static Seen afterDry;
  private static Seen afterReset;
  private static Seen afterEvents;

  /** All that the servers and the disk held at one moment. */
  private record Seen(
      SortedMap<String, Long> topics,
      Set<String> groups,
      Set<String> openTransactions,
      long rows,
      boolean redisKey,
      boolean stateFolder) {

    static Seen now() throws Exception {
      List<String> names =
          admin.listTopics().names().get().stream().filter(n -> !n.startsWith("__")).toList();
      SortedMap<String, Long> topics = new TreeMap<>();
      ClusterTopics.describe(admin, names)
          .forEach((name, found) -> topics.put(name, found.records()));
      return new Seen(
          topics,
          admin.listGroups().all().get().stream()
              .map(GroupListing::groupId)
              .collect(Collectors.toCollection(TreeSet::new)),
          admin.listTransactions().all().get().stream()
              .filter(found -> found.state() == TransactionState.ONGOING)
              .map(TransactionListing::transactionalId)
              .filter(id -> id.endsWith(UUID))
              .collect(Collectors.toCollection(TreeSet::new)),
          rowsInDatabase(),
          isInRedis(WORLD + ".world.changes:published"),
          Files.exists(folder.resolve(WORLD).resolve("streams").resolve("midgard-" + WORLD)));
    }

    Set<String> names() {
      return topics.keySet();
    }

    /** What belongs to the second world, with its records. */
    Map<String, Long> ofOther() {
      return topics.entrySet().stream()
          .filter(topic -> topic.getKey().matches("(midgard-)?" + OTHER + "[.-].*"))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  @BeforeAll
  static void liveThroughResets() throws Exception {
    servers = EmbeddedStack.start(StackConfig.builder().dataDir(folder.resolve("servers")).build());
    admin = Admin.create(Map.of("bootstrap.servers", servers.addresses().bootstrapServers()));
    Path session = shortSession();
    other = started(OTHER, false);
    feed(other, session);
    other.close();

    Service world = started(WORLD, true);
    feed(world, session);
    running = Seen.now();
    replayedBefore = stateOfPlayers();
    beforeStop = reset(WORLD, "--execute");
    dryBeforeStop = reset("elsewhere", "--set", "WORLD_NAME=" + WORLD);
    elsewhereBeforeStop = reset("elsewhere", "--execute", "--set", "WORLD_NAME=" + WORLD);
    world.close();

    leaveBehind();
    stopped = Seen.now();
    dry = reset(WORLD);
    afterDry = Seen.now();
    executed = reset(WORLD, "--execute");
    afterReset = Seen.now();

    world = started(WORLD, true);
    WorldAtRest.await(world, EVENTS);
    replayedAfter = stateOfPlayers();
    world.close();
    withEvents = reset(WORLD, "--execute", "--events");
    afterEvents = Seen.now();
    again = reset(WORLD, "--execute", "--events");
  }

  @AfterAll
  static void stop() {
    if (admin != null) {
      admin.close();
    }
    servers.close();
  }

  private static Path shortSession() throws Exception {
    Path file = folder.resolve("session.ndjson");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SESSION)), StandardCharsets.UTF_8))) {
      return Files.write(file, lines.lines().limit(EVENTS).toList());
    }
  }

  /** Every setting of a world; only the first shares the database of the servers. */
  private static Map<String, String> settings(String world, boolean sharedDatabase) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("WORLD_NAME", world);
    settings.put("DATA_DIR", folder.resolve(world).toString());
    settings.put("CLOCK_SOURCE", "feed");
    settings.put("AI_SERVICE_PORT", "0");
    settings.put("DASHBOARD_PORT", "0");
    settings.put("POSTGRES_PORT", "0");
    settings.put("KAFKA_BOOTSTRAP_SERVERS", servers.addresses().bootstrapServers());
    settings.put("SCHEMA_REGISTRY_URL", servers.addresses().schemaRegistryUrl());
    settings.put("REDIS_URL", servers.addresses().redisUrl());
    if (sharedDatabase) {
      settings.put("DATABASE_URL", servers.addresses().databaseUrl());
    }
    return settings;
  }

  private static Service started(String world, boolean sharedDatabase) {
    Service service =
        new Service(
            ServiceConfig.read(Sources.of(settings(world, sharedDatabase), folder)),
            Clock.systemUTC());
    service.start();
    assertThat(service.awaitReady(PATIENCE)).as(service.state()).isTrue();
    return service;
  }

  private static void feed(Service service, Path session) throws Exception {
    new Feeder(
            HttpTarget.restProxy(service.url(), service.eventTopic()),
            new FeedOptions(0, false, true, 150, PATIENCE),
            Clock.systemUTC(),
            FeedListener.SILENT)
        .feed(new Recording(session));
    WorldAtRest.await(service, EVENTS);
  }

  /** What a killed world, an older version and other programs may leave behind. */
  private static void leaveBehind() throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic("midgard-a-retired-agent-changelog", 1, (short) 1),
                new NewTopic("a.inbox.pet", 1, (short) 1),
                new NewTopic("midgard-a-b-retired-agent-changelog", 1, (short) 1),
                new NewTopic("abc", 1, (short) 1)))
        .all()
        .get();
    openTransaction("midgard-" + WORLD + UUID, WORLD + ".game.events");
    openTransaction("midgard-" + OTHER + UUID, OTHER + ".game.events");
  }

  /** As a killed process leaves it. */
  private static void openTransaction(String id, String topic) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers.addresses().bootstrapServers(),
                "transactional.id",
                id,
                "transaction.timeout.ms",
                600_000),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, new byte[0], new byte[0])).get();
      producer.close(Duration.ZERO);
    }
  }

  /**
   * A hash of what the world and economy agents conclude for players. Chance hangs on offsets in
   * the inboxes, where commit markers lie as time has it, so those who draw or reward are left out.
   */
  private static Said stateOfPlayers() {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--domain", "player", "--hash", "--quiet"));
    for (AgentName agent :
        List.of(AgentName.PROBLEM, AgentName.WORLD_EVENT, AgentName.REPUTATION)) {
      arguments.addAll(List.of("--set", agent.flag() + "=false"));
    }
    return run(WORLD, arguments.toArray(String[]::new));
  }

  private static Said reset(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of("reset"));
    all.addAll(Arrays.asList(arguments));
    return run(world, all.toArray(String[]::new));
  }

  private static Said run(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments[0]));
    settings(world, true).forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    all.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    return Said.execute(all);
  }

  private static long rowsInDatabase() {
    try (Database database = Database.open(servers.addresses().databaseUrl(), 2)) {
      return database
          .dsl()
          .fetchSingle(
              "select (select count(*) from zeny_ledger) + (select count(*) from map_activity) + (select count(*) from projection_offsets)")
          .get(0, Long.class);
    }
  }

  private static boolean isInRedis(String key) {
    Config config = new Config();
    config.useSingleServer().setAddress(servers.addresses().redisUrl());
    RedissonClient redis = Redisson.create(config);
    try {
      return redis.getKeys().countExists(key) == 1;
    } finally {
      redis.shutdown();
    }
  }

  /** The names that a plan gives for a kind of thing. */
  private static Set<String> named(Said said, String kind) {
    return Pattern.compile("^" + kind + " +(\\S+)", Pattern.MULTILINE)
        .matcher(said.out())
        .results()
        .map((MatchResult line) -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> matching(Set<String> names, String pattern) {
    return names.stream()
        .filter(name -> name.matches(pattern))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldNameEveryInternalTopicOfTheRunningWorldAndNoOtherWhenItRunsDry() {
    assertThat(named(dry, "changelog"))
        .isNotEmpty()
        .isEqualTo(matching(running.names(), "midgard-a-(?!b-).*"));
  }

  @Test
  void shouldNameEveryTopicOfTheCatalogueWhenItRunsDry() {
    Set<String> catalogue = new TreeSet<>(named(dry, "topic"));
    catalogue.addAll(named(dry, "kept"));
    assertThat(catalogue).isEqualTo(matching(running.names(), "a\\..*"));
    assertThat(named(dry, "kept")).containsExactly("a.game.events");
  }

  @Test
  void shouldNameGroupRowsKeyFolderAndTransactionWhenItRunsDry() {
    assertThat(dry.code()).as(dry.all()).isZero();
    assertThat(named(dry, "group")).containsExactly("midgard-a");
    assertThat(named(dry, "transaction")).containsExactly("midgard-a" + UUID);
    assertThat(named(dry, "table")).contains("zeny_ledger", "projection_offsets");
    assertThat(named(dry, "Redis key")).containsExactly("a.world.changes:published");
    assertThat(named(dry, "folder"))
        .containsExactly(folder.resolve("a/streams/midgard-a").toAbsolutePath().toString());
    assertThat(dry.out()).contains("Nothing was deleted.");
  }

  @Test
  void shouldNameWhatItDoesNotKnowAndLeaveItAlone() {
    Set<String> unknown = Set.of("midgard-a-retired-agent-changelog", "a.inbox.pet");
    assertThat(named(dry, "left alone")).isEqualTo(unknown);
    assertThat(afterEvents.names())
        .containsAll(unknown)
        .contains("midgard-a-b-retired-agent-changelog", "abc");
  }

  @Test
  void shouldDeleteNothingWhenItRunsDry() {
    assertThat(afterDry).isEqualTo(stopped);
    assertThat(stopped.rows()).isPositive();
    assertThat(stopped.redisKey()).isTrue();
    assertThat(stopped.stateFolder()).isTrue();
  }

  @Test
  void shouldRefuseAndChangeNothingWhenTheWorldRunsInThisFolder() {
    assertThat(beforeStop.code()).isEqualTo(1);
    assertThat(beforeStop.err())
        .startsWith("The world runs: its folder ")
        .contains("Stop it first. Nothing was changed.");
  }

  @Test
  void shouldRefuseAndChangeNothingWhenTheWorldRunsOnAnotherMachine() {
    assertThat(elsewhereBeforeStop.code()).isEqualTo(1);
    assertThat(elsewhereBeforeStop.err())
        .startsWith("The world runs: the group midgard-a has 1 members. Stop it first;");
    assertThat(stopped.names()).containsAll(running.names());
  }

  @Test
  void shouldSayThatItWouldRefuseWhenItRunsDryBesideARunningWorld() {
    assertThat(dryBeforeStop.code()).as(dryBeforeStop.all()).isZero();
    assertThat(dryBeforeStop.out()).contains("--execute would refuse.");
  }

  @Test
  void shouldDeleteAllButTheEventsWhenItIsExecuted() {
    assertThat(executed.code()).as(executed.all()).isZero();
    assertThat(matching(afterReset.names(), "(midgard-)?a[.-](?!b[.-]).*"))
        .containsExactlyInAnyOrder(
            "a.game.events", "a.inbox.pet", "midgard-a-retired-agent-changelog");
    assertThat(afterReset.topics().get("a.game.events"))
        .as("records and the marker of the aborted transaction")
        .isEqualTo(stopped.topics().get("a.game.events") + 1);
    assertThat(afterReset.groups()).doesNotContain("midgard-a");
    assertThat(afterReset.rows()).isZero();
    assertThat(afterReset.redisKey()).isFalse();
    assertThat(afterReset.stateFolder()).isFalse();
  }

  @Test
  void shouldAbortWhatAKilledWorldLeftOpenAndNoOthersWhenItIsExecuted() {
    assertThat(stopped.openTransactions())
        .containsExactlyInAnyOrder("midgard-a" + UUID, "midgard-a-b" + UUID);
    assertThat(afterReset.openTransactions()).containsExactly("midgard-a-b" + UUID);
  }

  @Test
  void shouldTouchNothingOfAnotherWorldWhoseNameBeginsAlike() {
    assertThat(stopped.ofOther()).hasSizeGreaterThan(20);
    assertThat(afterEvents.ofOther()).isEqualTo(stopped.ofOther());
    assertThat(afterEvents.groups()).contains("midgard-a-b");
  }

  @Test
  void shouldConcludeTheSameFromTheKeptEventsWhenItStartsOver() {
    assertThat(replayedBefore.code()).as(replayedBefore.all()).isZero();
    assertThat(replayedAfter.hash()).isEqualTo(replayedBefore.hash());
  }

  @Test
  void shouldDeleteTheEventsTooWhenAskedTo() {
    assertThat(withEvents.code()).as(withEvents.all()).isZero();
    assertThat(named(withEvents, "topic")).contains("a.game.events");
    assertThat(afterEvents.names()).doesNotContain("a.game.events");
  }

  @Test
  void shouldFindNothingLeftWhenItIsDoneAgain() {
    assertThat(again.code()).as(again.all()).isZero();
    assertThat(again.out()).startsWith("There is nothing to delete.");
  }
}
