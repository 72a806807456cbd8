package midgard.service.cli;

import java.io.PrintWriter;
import java.time.Duration;
import midgard.service.Service;
import midgard.service.config.Secrets;
import midgard.service.config.ServiceConfig;
import midgard.stack.StackAddresses;

/** What a person who started a world needs to know, once, when it is ready. */
final class ReadyBlock {
  private ReadyBlock() {}

  static void print(
      PrintWriter out, ServiceConfig config, Service service, boolean demo, Duration took) {
    StackAddresses stack = service.addresses();
    out.printf("%nMidgard Streams is ready (%.1f s).%n%n", took.toMillis() / 1000.0);
    line(out, "Live view", service.dashboardUrl());
    line(out, "API", service.url() + "/api/v1/health");
    line(out, "Metrics", service.url() + "/metrics");
    line(out, "Events in", service.url() + "/topics/" + service.eventTopic());
    line(out, "", service.url() + "/api/v1/events/dispatch");
    line(out, "Kafka", stack.bootstrapServers());
    line(out, "Schema registry", stack.schemaRegistryUrl());
    line(out, "PostgreSQL", Secrets.maskUrls(stack.databaseUrl()));
    line(out, "Redis", Secrets.maskUrls(stack.redisUrl()));
    line(out, "Data", config.storage().dataDir().toAbsolutePath().normalize().toString());
    out.println();
    if (demo) {
      out.printf(
          "Ten recorded players are at play, %s times as fast as they were.%n",
          trimmed(config.demo().speed()));
      out.println("For an empty world: stop, then DATA_DIR=my-world make run-empty");
    }
    out.println("Stop with Ctrl-C.");
    out.flush();
  }

  private static void line(PrintWriter out, String what, String where) {
    out.printf("  %-16s %s%n", what, where);
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
