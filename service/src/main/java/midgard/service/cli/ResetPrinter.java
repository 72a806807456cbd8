package midgard.service.cli;

import java.io.PrintWriter;
import java.util.SortedMap;
import midgard.service.ClusterTopics;
import midgard.service.reset.ClusterRemains;
import midgard.service.reset.ResetPlan;

/** Tells people what a reset deletes. */
final class ResetPrinter {
  private static final long KIB = 1024;

  private final PrintWriter out;

  ResetPrinter(PrintWriter out) {
    this.out = out;
  }

  /** All that is deleted, then what is not. */
  void plan(ResetPlan plan) {
    ClusterRemains cluster = plan.cluster();
    topics("topic", cluster.topics());
    topics("changelog", cluster.changelogs());
    if (cluster.hasGroup()) {
      line("group", plan.applicationId(), "its offsets");
    }
    cluster.openTransactions().forEach(id -> line("transaction", id, "open, is aborted"));
    plan.rows().forEach((table, rows) -> line("table", table, rows + " rows"));
    plan.redisKey().ifPresent(key -> line("Redis key", key, ""));
    plan.stateBytes()
        .ifPresent(bytes -> line("folder", plan.stateFolder().toString(), bytes / KIB + " KiB"));
    if (plan.isEmpty()) {
      out.println("There is nothing to delete.");
    }
    cluster
        .kept()
        .forEach((topic, found) -> line("kept", topic, held(found) + "; --events deletes it too"));
    cluster
        .unknown()
        .forEach(topic -> line("left alone", topic, "nothing in this version makes it"));
    out.flush();
  }

  private void topics(String kind, SortedMap<String, ClusterTopics.Found> topics) {
    topics.forEach((topic, found) -> line(kind, topic, held(found)));
  }

  private static String held(ClusterTopics.Found found) {
    return "%d partitions, %d records".formatted(found.partitions(), found.records());
  }

  private void line(String kind, String name, String detail) {
    out.println("%-11s  %s  %s".formatted(kind, name, detail).stripTrailing());
  }

  /** After a plan that is not carried out. */
  void dryRun(ResetPlan plan) {
    if (plan.worldRuns()) {
      out.printf(
          "The world runs: the group %s is not empty (members: %d). --execute would refuse.%n",
          plan.applicationId(), plan.cluster().members());
    } else if (!plan.isEmpty()) {
      out.println("Nothing was deleted. --execute deletes all of it but what is kept or left.");
    }
    out.flush();
  }

  /**
   * @param several whether other machines may have run the world too
   */
  void done(ResetPlan plan, boolean several) {
    if (!plan.isEmpty()) {
      out.println("All of it is deleted. The world starts over when it is run.");
    }
    if (several) {
      out.printf(
          "Delete the folder %s on every other machine that ran this world, before it starts there.%n",
          plan.stateFolder().getFileName());
    }
    out.flush();
  }
}
