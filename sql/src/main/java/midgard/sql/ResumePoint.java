package midgard.sql;

import com.codahale.metrics.Counter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import midgard.sql.ChangeLog.Extent;
import midgard.sql.ProjectionOffsets.Stand;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where to go on: where the database says, as long as the topic still has it. What does not
 * fit is said aloud, put right in the database, and read again from the earliest record kept; rows
 * are whole, so reading a change twice leaves the same rows.
 */
final class ResumePoint {
  private static final Logger LOG = LoggerFactory.getLogger(ResumePoint.class);

  private final DSLContext dsl;
  private final ProjectionOffsets offsets;
  private final String topic;
  private final Counter lost;

  /**
   * @param lost counts offsets that retention deleted before they were read
   */
  ResumePoint(DSLContext dsl, ProjectionOffsets offsets, String topic, Counter lost) {
    this.dsl = dsl;
    this.offsets = offsets;
    this.topic = topic;
    this.lost = lost;
  }

  /** The stand of every partition of the topic, as it is in the database from now on. */
  Map<Integer, Stand> find(Extent extent) {
    return dsl.transactionResult(
        configuration -> {
          DSLContext tx = configuration.dsl();
          Map<Integer, Stand> stored = offsets.lock(tx, extent.earliest().keySet());
          Map<Integer, Stand> stands = new HashMap<>();
          Map<Integer, Long> corrected = new TreeMap<>();
          extent
              .earliest()
              .forEach(
                  (partition, earliest) -> {
                    long next = next(partition, stored.get(partition), extent);
                    Stand stand = new Stand(extent.id(), next);
                    stands.put(partition, stand);
                    if (!stand.equals(stored.get(partition))) {
                      corrected.put(partition, next);
                    }
                  });
          if (!corrected.isEmpty()) {
            offsets.write(tx, extent.id(), corrected);
          }
          return stands;
        });
  }

  private long next(int partition, Stand stored, Extent extent) {
    long earliest = extent.earliest().get(partition);
    long end = extent.end().get(partition);
    if (stored == null) {
      LOG.info("The database holds nothing of {}-{}: reading from {}", topic, partition, earliest);
      return earliest;
    }
    if (!stored.topicId().equals(extent.id())) {
      LOG.warn(
          "{}-{} was made anew since the database was written: reading from {}. Rows of the old topic stay until a change replaces them.",
          topic,
          partition,
          earliest);
      return earliest;
    }
    if (stored.next() < earliest) {
      lost.inc(earliest - stored.next());
      LOG.warn(
          "{}-{}: the database stopped at {}, but the topic keeps only what is from {} on. {} offsets are lost to the database; the world itself has them.",
          topic,
          partition,
          stored.next(),
          earliest,
          earliest - stored.next());
      return earliest;
    }
    if (stored.next() > end) {
      LOG.warn(
          "{}-{} ends at {}, but the database has read up to {}: the broker has lost records. Reading from {}.",
          topic,
          partition,
          end,
          stored.next(),
          earliest);
      return earliest;
    }
    return stored.next();
  }
}
