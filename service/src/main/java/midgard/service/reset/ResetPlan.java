package midgard.service.reset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that a reset deletes.
 *
 * @param applicationId the world's consumer group
 * @param rows tables of PostgreSQL and their rows
 * @param redisKey the key in Redis, if it is there
 * @param stateFolder the local state of this installation
 * @param stateBytes its size; empty when it is not there
 */
public record ResetPlan(
    String applicationId,
    ClusterRemains cluster,
    SortedMap<String, Long> rows,
    Optional<String> redisKey,
    Path stateFolder,
    Optional<Long> stateBytes) {

  /** Whether there is nothing to delete. */
  public boolean isEmpty() {
    return cluster.isEmpty() && rows.isEmpty() && redisKey.isEmpty() && stateBytes.isEmpty();
  }

  /** Whether an instance of the world works at this moment. */
  public boolean worldRuns() {
    return cluster.members() > 0;
  }
}
