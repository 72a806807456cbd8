package midgard.service.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import midgard.service.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for commands in a request. */
public final class Carried {
  private static final Logger LOG = LoggerFactory.getLogger(Carried.class);
  private static final int RETRY_SECONDS = 2;

  private Carried() {}

  /**
   * @throws ProblemException 503 when a command was not applied in time; it may still be applied
   */
  public static void out(CompletableFuture<?> command) {
    try {
      command.join();
    } catch (CompletionException e) {
      LOG.debug("A command was not applied.", e);
      throw ProblemException.unavailable(
          "The world did not carry it out in time; ask again, it is carried out once at most.",
          RETRY_SECONDS);
    }
  }
}
