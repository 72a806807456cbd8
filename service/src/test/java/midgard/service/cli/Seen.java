package midgard.service.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import midgard.service.ClusterTopics;
import midgard.sql.Database;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** All that the servers and the disk held at one moment. */
record Seen(
    SortedMap<String, Long> topics,
    Set<String> groups,
    Set<String> openTransactions,
    long rows,
    boolean redisKey,
    boolean stateFolder) {

  static Seen of(ResetWorlds worlds) throws Exception {
    List<String> names =
        worlds.admin.listTopics().names().get().stream().filter(n -> !n.startsWith("__")).toList();
    SortedMap<String, Long> topics = new TreeMap<>();
    ClusterTopics.describe(worlds.admin, names)
        .forEach((name, found) -> topics.put(name, found.records()));
    return new Seen(
        topics,
        worlds.admin.listGroups().all().get().stream()
            .map(GroupListing::groupId)
            .collect(Collectors.toCollection(TreeSet::new)),
        worlds.admin.listTransactions().all().get().stream()
            .filter(found -> found.state() == TransactionState.ONGOING)
            .map(TransactionListing::transactionalId)
            .filter(id -> id.endsWith(ResetWorlds.UUID))
            .collect(Collectors.toCollection(TreeSet::new)),
        rowsInDatabase(worlds),
        isInRedis(worlds, ResetWorlds.WORLD + ".world.changes:published"),
        Files.exists(
            worlds
                .folder
                .resolve(ResetWorlds.WORLD)
                .resolve("streams")
                .resolve("midgard-" + ResetWorlds.WORLD)));
  }

  Set<String> names() {
    return topics.keySet();
  }

  /** What belongs to the second world, with its records. */
  Map<String, Long> ofOther() {
    return topics.entrySet().stream()
        .filter(topic -> topic.getKey().matches("(midgard-)?" + ResetWorlds.OTHER + "[.-].*"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static long rowsInDatabase(ResetWorlds worlds) {
    try (Database database = Database.open(worlds.servers.addresses().databaseUrl(), 2)) {
      return database
          .dsl()
          .fetchSingle(
              "select (select count(*) from zeny_ledger) + (select count(*) from map_activity) + (select count(*) from projection_offsets)")
          .get(0, Long.class);
    }
  }

  private static boolean isInRedis(ResetWorlds worlds, String key) {
    Config config = new Config();
    config.useSingleServer().setAddress(worlds.servers.addresses().redisUrl());
    RedissonClient redis = Redisson.create(config);
    try {
      return redis.getKeys().countExists(key) == 1;
    } finally {
      redis.shutdown();
    }
  }
}
