package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import midgard.stack.BrokerCluster;
import midgard.stack.BrokerNode;
import org.apache.kafka.common.utils.AppInfoParser;

/** A Kafka broker, controller included: a whole Kafka, or a node of one. */
public final class BrokerProcess implements ServerProcess {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final Path folder;
  private final BrokerNode node;
  private final BrokerCluster cluster;
  private final Map<String, String> settings;
  private Jvm jvm;

  BrokerProcess(Path folder, BrokerNode node, BrokerCluster cluster, Map<String, String> settings) {
    this.folder = folder.toAbsolutePath();
    this.node = node;
    this.cluster = cluster;
    this.settings = Map.copyOf(settings);
  }

  /** A broker alone, not started yet. */
  public static BrokerProcess alone(Path folder) {
    return alone(folder, Map.of());
  }

  /**
   * A broker alone, not started yet.
   *
   * @param settings Kafka's own, beyond or instead of the usual ones
   */
  public static BrokerProcess alone(Path folder, Map<String, String> settings) {
    List<Integer> ports = FreePorts.pick(2);
    BrokerNode node = new BrokerNode(1, ports.get(0), ports.get(1));
    return new BrokerProcess(folder, node, BrokerCluster.of(List.of(node)), settings);
  }

  /**
   * A broker alone, not started yet, that sends its clients to a proxy. The broker itself and who
   * knows {@link #bootstrapServers} reach it directly.
   *
   * @param listener where the proxy must forward to
   * @param proxy the port of the proxy
   */
  public static BrokerProcess behind(Path folder, int listener, int proxy) {
    List<Integer> ports = FreePorts.pick(2);
    BrokerNode node = new BrokerNode(1, ports.get(0), ports.get(1));
    String direct = "PLAINTEXT://127.0.0.1:" + node.port();
    return new BrokerProcess(
        folder,
        node,
        BrokerCluster.of(List.of(node)),
        Map.of(
            "listeners",
            "%s,PROXIED://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(direct, listener, node.controllerPort()),
            "advertised.listeners",
            direct + ",PROXIED://127.0.0.1:" + proxy,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT"));
  }

  @Override
  public String program() {
    return "Kafka " + AppInfoParser.getVersion();
  }

  @Override
  public int port() {
    return node.port();
  }

  /** Its number in the cluster. */
  public int id() {
    return node.id();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port();
  }

  @Override
  public void start() throws IOException, InterruptedException {
    launch();
    awaitReady();
  }

  /** Starts it; {@link #awaitReady} tells when it takes requests. */
  void launch() throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(ready());
    List<String> arguments = new ArrayList<>();
    arguments.add(folder.resolve("log").toString());
    arguments.add(ready().toString());
    arguments.add(cluster.id());
    arguments.add(Integer.toString(node.id()));
    arguments.add(cluster.nodes().stream().map(BrokerMain::text).collect(Collectors.joining(",")));
    settings.forEach((name, value) -> arguments.add(name + "=" + value));
    jvm =
        Jvm.start(
            "Broker " + node.id(),
            Jvm.small("512m"),
            Jvm.mainClass(BrokerMain.class, arguments),
            Map.of(),
            folder,
            folder.resolve("output.txt"));
  }

  void awaitReady() throws InterruptedException {
    Waiting.untilReady("Broker " + node.id(), jvm, READY_WITHIN, () -> Files.exists(ready()));
  }

  private Path ready() {
    return folder.resolve("ready");
  }

  /** The process as it runs now. */
  public Jvm jvm() {
    return jvm;
  }

  @Override
  public void kill() throws InterruptedException {
    jvm.kill();
  }

  @Override
  public void stop() throws InterruptedException {
    jvm.stop();
  }

  @Override
  public void close() throws InterruptedException {
    if (jvm != null) {
      jvm.close();
    }
  }
}
