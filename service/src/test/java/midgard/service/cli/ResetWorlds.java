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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import midgard.agent.AgentName;
import midgard.service.Service;
import midgard.service.WorldAtRest;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import midgard.service.feed.FeedListener;
import midgard.service.feed.FeedOptions;
import midgard.service.feed.Feeder;
import midgard.service.feed.HttpTarget;
import midgard.service.feed.Recording;
import midgard.stack.EmbeddedStack;
import midgard.stack.StackConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Two worlds in one cluster, whose names begin alike; the first keeps its rows with the servers.
 */
final class ResetWorlds implements AutoCloseable {
  static final String WORLD = "a";
  static final String OTHER = "a-b";
  static final int EVENTS = 800;

  /** The end of the transactional ids that {@link #leaveBehind} makes. */
  static final String UUID = "-00000000-0000-4000-8000-000000000000-1";

  private static final Path SESSION = Path.of("..", "samples", "rathena-session.ndjson.gz");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final Path folder;
  final EmbeddedStack servers;
  final Admin admin;

  ResetWorlds(Path folder) {
    this.folder = folder;
    servers = EmbeddedStack.start(StackConfig.builder().dataDir(folder.resolve("servers")).build());
    admin = Admin.create(Map.of("bootstrap.servers", servers.addresses().bootstrapServers()));
  }

  Seen look() throws Exception {
    return Seen.of(this);
  }

  /** Every setting of a world; only the first shares the database of the servers. */
  private Map<String, String> settings(String world) {
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
    if (!world.equals(OTHER)) {
      settings.put("DATABASE_URL", servers.addresses().databaseUrl());
    }
    return settings;
  }

  Service start(String world) {
    Service service =
        new Service(ServiceConfig.read(Sources.of(settings(world), folder)), Clock.systemUTC());
    service.start();
    assertThat(service.awaitReady(PATIENCE)).as(service.state()).isTrue();
    return service;
  }

  void feed(Service service) throws Exception {
    new Feeder(
            HttpTarget.restProxy(service.url(), service.eventTopic()),
            new FeedOptions(0, false, true, 150, PATIENCE),
            Clock.systemUTC(),
            FeedListener.SILENT)
        .feed(new Recording(shortSession()));
    WorldAtRest.await(service, EVENTS);
  }

  /** What a killed world, an older version and other programs may leave behind. */
  void leaveBehind() throws Exception {
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
  private void openTransaction(String id, String topic) throws Exception {
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
  Said stateOfPlayers() {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--domain", "player", "--hash", "--quiet"));
    for (AgentName agent :
        EnumSet.complementOf(EnumSet.of(AgentName.WORLD, AgentName.ECONOMY, AgentName.MODELS))) {
      arguments.addAll(List.of("--set", agent.flag() + "=false"));
    }
    return run(WORLD, arguments.toArray(String[]::new));
  }

  Said reset(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of("reset"));
    all.addAll(Arrays.asList(arguments));
    return run(world, all.toArray(String[]::new));
  }

  private Said run(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments[0]));
    settings(world).forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    all.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    return Said.execute(all);
  }

  private Path shortSession() throws Exception {
    Path file = folder.resolve("session.ndjson");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SESSION)), StandardCharsets.UTF_8))) {
      return Files.write(file, lines.lines().limit(EVENTS).toList());
    }
  }

  @Override
  public void close() {
    admin.close();
    servers.close();
  }
}
