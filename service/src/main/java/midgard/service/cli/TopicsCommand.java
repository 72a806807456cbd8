package midgard.service.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "topics",
    description = "Lists the topics of a world, or brings those of a cluster in order.",
    mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--describe", description = "Also what the cluster holds of each.")
  private boolean describe;

  @Option(
      names = "--create",
      description = "Creates what is missing and sets what differs. Nothing is ever deleted.")
  private boolean create;

  @Override
  public Integer call() throws InterruptedException {
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    PrintWriter out = spec.commandLine().getOut();
    Topics topics = new Topics(ClusterTopics.settings(config), new LocalSchemaIds());
    if (create) {
      List<String> done = ClusterTopics.bringInOrder(Addresses.kafka(config), topics);
      done.forEach(out::println);
      out.println(done.isEmpty() ? "All topics are in order." : "The topics are in order now.");
    } else {
      list(out, config, topics);
    }
    out.flush();
    return 0;
  }

  private void list(PrintWriter out, ServiceConfig config, Topics topics)
      throws InterruptedException {
    var found =
        describe
            ? ClusterTopics.describe(Addresses.kafka(config), topics)
            : java.util.Map.<String, ClusterTopics.Found>of();
    for (Topic<?> topic : topics.all()) {
      out.printf(
          "%-24s %3d partitions, %s, kept %d days%s%n",
          topic.name(),
          topic.partitions(),
          topic.config().get("cleanup.policy"),
          Duration.ofMillis(Long.parseLong(topic.config().get("retention.ms"))).toDays(),
          topic.forProducers() ? ", game servers write here" : "");
      out.println("    " + topic.purpose());
      if (describe) {
        ClusterTopics.Found there = found.get(topic.name());
        out.println(
            there == null
                ? "    not in the cluster; topics --create makes it"
                : "    in the cluster: %d partitions, %d replicas, %d records"
                    .formatted(there.partitions(), there.replicas(), there.records()));
      }
    }
  }
}
