package midgard.stack;

/**
 * A Kafka broker on this machine that is a controller too.
 *
 * @param id from 1, different in its cluster
 * @param port for clients and other brokers
 * @param controllerPort for controllers
 */
public record BrokerNode(int id, int port, int controllerPort) {
  String voter() {
    return id + "@" + Ports.HOST + ":" + controllerPort;
  }
}
