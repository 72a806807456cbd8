package midgard.bench.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import midgard.stack.BrokerCluster;
import midgard.stack.BrokerNode;
import midgard.stack.EmbeddedKafka;

/** One Kafka broker, until it is told to stop. */
final class BrokerMain {
  private static final int FIXED = 5;

  private BrokerMain() {}

  /**
   * @param args folder, file to write when it takes requests, cluster id, its own node id, all
   *     nodes ({@code id:port:controllerPort} with commas between), then settings ({@code
   *     name=value})
   */
  public static void main(String[] args) throws Exception {
    List<BrokerNode> nodes = Arrays.stream(args[4].split(",")).map(BrokerMain::node).toList();
    int own = Integer.parseInt(args[3]);
    BrokerNode node = nodes.stream().filter(each -> each.id() == own).findFirst().orElseThrow();
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            Path.of(args[0]), node, new BrokerCluster(args[2], nodes), settings(args));
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
    Files.writeString(Path.of(args[1]), "");
  }

  static String text(BrokerNode node) {
    return node.id() + ":" + node.port() + ":" + node.controllerPort();
  }

  private static BrokerNode node(String text) {
    String[] numbers = text.split(":");
    return new BrokerNode(
        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
  }

  private static Map<String, String> settings(String[] args) {
    Map<String, String> settings = new HashMap<>();
    for (String setting : Arrays.asList(args).subList(FIXED, args.length)) {
      String[] nameAndValue = setting.split("=", 2);
      settings.put(nameAndValue[0], nameAndValue[1]);
    }
    return settings;
  }
}
