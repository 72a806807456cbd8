package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import midgard.stack.BrokerCluster;
import midgard.stack.BrokerNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;

/** A Kafka of three brokers, each of which keeps everything. */
public final class KafkaProcesses implements AutoCloseable {
  private static final int NODES = 3;

  /**
   * Three brokers and a world share this machine: a broker that gets no processor for a second and
   * a half must not be taken for dead.
   */
  private static final Map<String, String> PATIENCE =
      Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500");

  private final List<BrokerProcess> brokers;

  private KafkaProcesses(List<BrokerProcess> brokers) {
    this.brokers = brokers;
  }

  /** Not started yet. */
  public static KafkaProcesses in(Path folder) {
    List<Integer> ports = FreePorts.pick(2 * NODES);
    List<BrokerNode> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(new BrokerNode(i + 1, ports.get(2 * i), ports.get(2 * i + 1)));
    }
    BrokerCluster cluster = BrokerCluster.of(nodes);
    return new KafkaProcesses(
        nodes.stream()
            .map(
                node ->
                    new BrokerProcess(
                        folder.resolve("broker-" + node.id()), node, cluster, PATIENCE))
            .toList());
  }

  /** Starts all and waits until they take requests. */
  public void start() throws IOException, InterruptedException {
    for (BrokerProcess broker : brokers) {
      broker.launch();
    }
    for (BrokerProcess broker : brokers) {
      broker.awaitReady();
    }
  }

  public String bootstrapServers() {
    return brokers.stream().map(BrokerProcess::bootstrapServers).collect(Collectors.joining(","));
  }

  public BrokerProcess broker(int id) {
    return brokers.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
  }

  /** The broker that leads the most partitions now, those of Kafka's own topics included. */
  public BrokerProcess busiestLeader() throws InterruptedException {
    Map<Integer, List<String>> led = ask(KafkaProcesses::led);
    return brokers.stream()
        .max(Comparator.comparingInt(each -> led.getOrDefault(each.id(), List.of()).size()))
        .orElseThrow();
  }

  /** What a broker leads now: how many partitions of each topic. */
  public Map<String, Long> ledBy(BrokerProcess broker) throws InterruptedException {
    return ask(admin -> led(admin).getOrDefault(broker.id(), List.of())).stream()
        .collect(Collectors.groupingBy(topic -> topic, TreeMap::new, Collectors.counting()));
  }

  private static Map<Integer, List<String>> led(Admin admin)
      throws ExecutionException, InterruptedException {
    Map<Integer, List<String>> led = new HashMap<>();
    var topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .values()
        .forEach(
            topic ->
                topic.partitions().stream()
                    .filter(partition -> partition.leader() != null)
                    .forEach(
                        partition ->
                            led.computeIfAbsent(partition.leader().id(), id -> new ArrayList<>())
                                .add(topic.name())));
    return led;
  }

  /** Which broker is the active controller now. */
  public BrokerProcess controller() throws InterruptedException {
    return ask(admin -> broker(admin.describeMetadataQuorum().quorumInfo().get().leaderId()));
  }

  /** Whether every replica of every partition of a topic has all that was acknowledged. */
  public boolean isInSync(String topic) throws InterruptedException {
    return ask(
        admin ->
            describe(admin, topic).partitions().stream()
                .allMatch(partition -> partition.isr().size() == partition.replicas().size()));
  }

  private static TopicDescription describe(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    return admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
  }

  private interface Question<T> {
    T of(Admin admin) throws ExecutionException, InterruptedException;
  }

  private <T> T ask(Question<T> question) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      return question.of(admin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not answer: " + e.getCause().getMessage(), e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (BrokerProcess broker : brokers) {
      broker.close();
    }
  }
}
