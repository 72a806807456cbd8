package midgard.service.http;

import io.javalin.http.HttpStatus;

/** Ends a request with a problem; the message is shown to the caller as its detail. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NEVER = -1;

  private final HttpStatus status;
  private final int retryAfterSeconds;

  private ProblemException(HttpStatus status, String detail, int retryAfterSeconds) {
    super(detail, null, false, false);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public ProblemException(HttpStatus status, String detail) {
    this(status, detail, NEVER);
  }

  /** 400: the request cannot be understood. */
  public static ProblemException badRequest(String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, detail);
  }

  /** 404. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, detail);
  }

  /** 503: the same request may go well later. */
  public static ProblemException unavailable(String detail, int retryAfterSeconds) {
    return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail, retryAfterSeconds);
  }

  public HttpStatus status() {
    return status;
  }

  /** Whether {@link #retryAfterSeconds} says when to try again. */
  public boolean worthRetrying() {
    return retryAfterSeconds != NEVER;
  }

  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
