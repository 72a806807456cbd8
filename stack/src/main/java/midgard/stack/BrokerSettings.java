package midgard.stack;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Settings of a broker that is a controller too, on one machine and for one user.
 *
 * <p>Kafka does not sync each write to disk: what was acknowledged survives the death of the
 * process, but the last seconds may be lost when the machine loses power. That is Kafka's default,
 * made for several brokers; it stays, since syncing each batch costs most of the throughput.
 */
final class BrokerSettings {
  private BrokerSettings() {}

  static Properties of(Path logDir, BrokerNode node, BrokerCluster cluster) {
    Properties p = new Properties();
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("node.id", Integer.toString(node.id()));
    p.setProperty("log.dirs", logDir.toString());
    listeners(p, node, cluster);
    replication(p, cluster);
    topics(p);
    session(p, cluster);
    sizes(p);
    groups(p);
    return p;
  }

  private static void listeners(Properties p, BrokerNode node, BrokerCluster cluster) {
    String broker = "PLAINTEXT://" + Ports.HOST + ":" + node.port();
    p.setProperty(
        "listeners", broker + ",CONTROLLER://" + Ports.HOST + ":" + node.controllerPort());
    p.setProperty("advertised.listeners", broker);
    p.setProperty("inter.broker.listener.name", "PLAINTEXT");
    p.setProperty("controller.listener.names", "CONTROLLER");
    p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.setProperty("controller.quorum.voters", cluster.voters());
  }

  private static void replication(Properties p, BrokerCluster cluster) {
    String replicas = Integer.toString(cluster.replicas());
    String inSync = Integer.toString(cluster.inSyncReplicas());
    p.setProperty("default.replication.factor", replicas);
    p.setProperty("min.insync.replicas", inSync);
    p.setProperty("offsets.topic.replication.factor", replicas);
    p.setProperty("transaction.state.log.replication.factor", replicas);
    p.setProperty("transaction.state.log.min.isr", inSync);
    p.setProperty("share.coordinator.state.topic.replication.factor", replicas);
    p.setProperty("share.coordinator.state.topic.min.isr", inSync);
  }

  private static void topics(Properties p) {
    p.setProperty("offsets.topic.num.partitions", "4");
    p.setProperty("transaction.state.log.num.partitions", "4");
    p.setProperty("share.coordinator.state.topic.num.partitions", "1");
    // Both are read from their beginning at a start, and compacted only once a segment is closed:
    // with the default of 100 MB a start takes the longer the longer the world has run.
    p.setProperty("offsets.topic.segment.bytes", Integer.toString(1 << 20));
    p.setProperty("transaction.state.log.segment.bytes", Integer.toString(1 << 20));
    // A misspelt topic is an error to be seen, not a topic to be made.
    p.setProperty("auto.create.topics.enable", "false");
  }

  private static void session(Properties p, BrokerCluster cluster) {
    // A controller that does not hear of a broker takes its partitions away. Where there are others
    // it should soon; a broker by itself only loses them: a pause of the machine would stop its
    // clients, and a transaction being completed just then stays open for ever (KAFKA-20734).
    p.setProperty("broker.session.timeout.ms", cluster.isOneNode() ? "600000" : "1500");
    p.setProperty("broker.heartbeat.interval.ms", "250");
  }

  private static void sizes(Properties p) {
    p.setProperty("num.network.threads", "2");
    p.setProperty("num.io.threads", "4");
    p.setProperty("background.threads", "4");
    // 128 MB by default, taken from the heap at start.
    p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    // Retention and compaction work on closed segments only: 1 GB would keep a small world's past
    // for ever. The index is sized to match, for each active segment allocates it in full.
    p.setProperty("log.segment.bytes", Integer.toString(128 << 20));
    p.setProperty("log.index.size.max.bytes", Integer.toString(2 << 20));
    p.setProperty("log.retention.check.interval.ms", "60000");
    // An idle controller writes a record every 500 ms by default, which keeps a disk awake.
    p.setProperty("metadata.max.idle.interval.ms", "5000");
  }

  private static void groups(Properties p) {
    // One program, not a fleet that joins bit by bit: waiting for others only delays the start.
    p.setProperty("group.initial.rebalance.delay.ms", "0");
    // Lets tests notice a dead member within a second or two.
    p.setProperty("group.min.session.timeout.ms", "1000");
  }
}
