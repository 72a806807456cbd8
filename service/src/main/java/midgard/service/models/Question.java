package midgard.service.models;

import midgard.schemas.model.ModelRequest;

/**
 * A request with what its answer needs.
 *
 * @param place where it lies in the log
 */
record Question(ModelRequest request, Place place, Deadline deadline) {
  /**
   * @param loggedAt when the log took it in, ms UTC
   */
  record Place(String topic, int partition, long offset, long loggedAt) {}
}
