package midgard.service.reset;

import java.util.List;
import java.util.SortedMap;
import midgard.service.ClusterTopics;

/**
 * What a world has left in Kafka.
 *
 * @param topics those to delete that are there, by name
 * @param changelogs the topics of Kafka Streams to delete that are there, by name
 * @param kept topics of the catalogue that stay, by name
 * @param unknown topics with the world's prefix that neither catalogue nor topology names: they
 *     stay
 * @param hasGroup whether the consumer group exists, with its offsets
 * @param members of the group; more than 0 while the world runs
 * @param openTransactions transactional ids of the world whose transaction is open
 */
public record ClusterRemains(
    SortedMap<String, ClusterTopics.Found> topics,
    SortedMap<String, ClusterTopics.Found> changelogs,
    SortedMap<String, ClusterTopics.Found> kept,
    List<String> unknown,
    boolean hasGroup,
    int members,
    List<String> openTransactions) {

  boolean isEmpty() {
    return topics.isEmpty() && changelogs.isEmpty() && !hasGroup && openTransactions.isEmpty();
  }
}
