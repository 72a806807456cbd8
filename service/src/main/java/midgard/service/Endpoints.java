package midgard.service;

import java.util.List;
import midgard.service.http.Routes;

/** What the servers answer beside taking events in: reading, live changes, metrics, pages. */
final class Endpoints implements AutoCloseable {
  private final Parts parts;

  Endpoints(Parts parts) {
    this.parts = parts;
  }

  /** For the internal server. */
  List<Routes> internal() {
    return List.of();
  }

  /** For the public server; it lets only reading through. */
  List<Routes> dashboard() {
    return List.of();
  }

  /** Starts what needs Kafka or Redis; all of the parts are there. */
  void start() {}

  @Override
  public void close() {}
}
