package midgard.service.feed;

import java.util.List;

/** Where events are sent. */
interface Target {
  /**
   * Sends a batch.
   *
   * @return what became of each, in their order
   * @throws TryAgain when the server cannot take it now
   * @throws FeedException when it never will
   */
  List<Outcome> send(List<FedEvent> batch) throws TryAgain, InterruptedException;

  /** The server is away or busy; the message says how that showed. */
  final class TryAgain extends Exception {
    private static final long serialVersionUID = 1L;

    TryAgain(String message) {
      super(message, null, false, false);
    }
  }
}
