package midgard.stack;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * The brokers that make one Kafka. With three or more each record is kept by three of them, and two
 * must have it before it is acknowledged.
 *
 * @param id Kafka's own name of the cluster; its folders remember it
 */
public record BrokerCluster(String id, List<BrokerNode> nodes) {
  private static final int REPLICAS = 3;

  public BrokerCluster {
    nodes = List.copyOf(nodes);
  }

  /** A cluster with a random id. */
  public static BrokerCluster of(List<BrokerNode> nodes) {
    return new BrokerCluster(Uuid.randomUuid().toString(), nodes);
  }

  /** Whether there is nobody who could take over what a broker leads. */
  boolean isOneNode() {
    return nodes.size() == 1;
  }

  /** How many brokers keep each record. */
  public int replicas() {
    return nodes.size() < REPLICAS ? 1 : REPLICAS;
  }

  int inSyncReplicas() {
    return replicas() == 1 ? 1 : replicas() - 1;
  }

  String voters() {
    return nodes.stream().map(BrokerNode::voter).collect(Collectors.joining(","));
  }
}
