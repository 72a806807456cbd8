package midgard.sql;

import static midgard.sql.generated.Tables.PROJECTION_OFFSETS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** How far the rows of the database have come, per partition of one topic. */
final class ProjectionOffsets {

  /**
   * @param topicId Kafka's id of the topic whose offsets these are
   * @param next the first offset that is not in the rows yet
   */
  record Stand(String topicId, long next) {}

  private final String topic;
  private final Clock clock;

  ProjectionOffsets(String topic, Clock clock) {
    this.topic = topic;
    this.clock = clock;
  }

  /**
   * Reads the stands and locks them until the transaction ends, always in the same order, so that
   * two projections wait for each other instead of blocking each other. A partition never written
   * is absent.
   */
  SortedMap<Integer, Stand> lock(DSLContext tx, Collection<Integer> partitions) {
    SortedMap<Integer, Stand> stands = new TreeMap<>();
    tx.select(
            PROJECTION_OFFSETS.PARTITION,
            PROJECTION_OFFSETS.TOPIC_ID,
            PROJECTION_OFFSETS.NEXT_OFFSET)
        .from(PROJECTION_OFFSETS)
        .where(PROJECTION_OFFSETS.TOPIC.eq(topic))
        .and(PROJECTION_OFFSETS.PARTITION.in(partitions))
        .orderBy(PROJECTION_OFFSETS.PARTITION)
        .forUpdate()
        .forEach(row -> stands.put(row.value1(), new Stand(row.value2(), row.value3())));
    return stands;
  }

  void write(DSLContext tx, String topicId, Map<Integer, Long> next) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var insert =
        tx.insertInto(
            PROJECTION_OFFSETS,
            PROJECTION_OFFSETS.TOPIC,
            PROJECTION_OFFSETS.PARTITION,
            PROJECTION_OFFSETS.TOPIC_ID,
            PROJECTION_OFFSETS.NEXT_OFFSET,
            PROJECTION_OFFSETS.UPDATED_AT);
    for (Map.Entry<Integer, Long> entry : new TreeMap<>(next).entrySet()) {
      insert = insert.values(topic, entry.getKey(), topicId, entry.getValue(), now);
    }
    insert
        .onConflict(PROJECTION_OFFSETS.TOPIC, PROJECTION_OFFSETS.PARTITION)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }
}
