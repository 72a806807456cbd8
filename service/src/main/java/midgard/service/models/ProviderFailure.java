package midgard.service.models;

import dev.langchain4j.exception.HttpException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * A provider gave no answer. Its message says why in our own words: what providers and libraries
 * say may hold parts of keys or of questions.
 */
final class ProviderFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int SERVER_ERROR = 500;

  private final boolean mayBeCharged;

  private ProviderFailure(String message, boolean mayBeCharged) {
    super(message);
    this.mayBeCharged = mayBeCharged;
  }

  static ProviderFailure of(String provider, Exception failure) {
    boolean timedOut = isTimeout(failure);
    return new ProviderFailure(provider + " " + reason(failure, timedOut), timedOut);
  }

  /** Whether the provider may have worked on the question, and count it. */
  boolean mayBeCharged() {
    return mayBeCharged;
  }

  /** Whether it may go better a moment later: too busy, its own fault, or not reached. */
  static boolean isPassing(Throwable failure) {
    int status = status(failure);
    if (status != 0) {
      return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }
    return !isTimeout(failure) && has(failure, IOException.class);
  }

  private static String reason(Throwable failure, boolean timedOut) {
    int status = status(failure);
    if (failure instanceof CallNotPermittedException) {
      return "is left alone for a while after several failures";
    }
    if (status != 0) {
      return "answered with status " + status;
    }
    if (timedOut) {
      return "did not answer in time";
    }
    return has(failure, IOException.class)
        ? "could not be reached"
        : "gave an answer that cannot be read";
  }

  private static boolean isTimeout(Throwable failure) {
    return status(failure) == REQUEST_TIMEOUT
        || has(failure, TimeoutException.class)
        || has(failure, java.net.http.HttpTimeoutException.class)
            && !has(failure, java.net.http.HttpConnectTimeoutException.class)
        || has(failure, InterruptedException.class);
  }

  private static int status(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return http.statusCode();
      }
    }
    return 0;
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
