package midgard.schemas.topic;

import java.time.Duration;

/**
 * What an installation chooses for its topics.
 *
 * @param world prefix of every name, followed by a dot; empty for a cluster of one world
 * @param partitions of each inbox but the world's, and of {@code game.events}; 1 or more
 * @param replication 1 on a single broker, 3 in production
 * @param inboxRetention how far back a replay can start
 */
public record TopicSettings(
    String world, int partitions, short replication, Duration inboxRetention) {

  public static final TopicSettings LOCAL = new TopicSettings("", 2, (short) 1, Duration.ofDays(7));

  public TopicSettings {
    if (partitions < 1) {
      throw new IllegalArgumentException("A topic needs at least 1 partition, not " + partitions);
    }
    if (replication < 1) {
      throw new IllegalArgumentException("A topic needs at least 1 replica, not " + replication);
    }
  }
}
