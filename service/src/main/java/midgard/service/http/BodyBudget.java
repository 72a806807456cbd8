package midgard.service.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many bytes of requests' bodies are worked on at once: a body costs a multiple of its size in
 * heap until its events are in Kafka, and sixty-four of the largest at once ended a world. Who
 * comes when the budget is spent waits for a moment, in order of arrival, and is told to come again
 * then.
 */
public final class BodyBudget {
  /** Three of the largest bodies, or some seventy of 500 events. */
  private static final int BYTES = 3 * (int) HttpServer.MAX_BODY_BYTES;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Who waits holds a thread, and reads need some too. */
  private static final int MOST_WAITING = 16;

  private static final int RETRY_SECONDS = 2;

  private final Semaphore bytes = new Semaphore(BYTES, true);

  /**
   * Reads and works on a request's body. What that costs goes by its declared length; without one,
   * it is what the largest costs.
   *
   * @param work until what it returns is done, the bytes are not given back
   * @throws ProblemException 503 when the budget is spent, and remains so
   */
  public <T> CompletableFuture<T> spend(Context ctx, Supplier<CompletableFuture<T>> work) {
    int size = size(ctx);
    if (!bytes.tryAcquire(size) && !awaited(size)) {
      passOver(ctx);
      throw ProblemException.unavailable(
          "The world is working on %d MB of other requests; send this one again."
              .formatted(BYTES >> 20),
          RETRY_SECONDS);
    }
    boolean begun = false;
    try {
      CompletableFuture<T> result = work.get();
      begun = true;
      return result.whenComplete((done, e) -> bytes.release(size));
    } finally {
      if (!begun) {
        bytes.release(size);
      }
    }
  }

  /** Who still sends when the connection is closed never sees the answer. */
  private static void passOver(Context ctx) {
    try {
      ctx.req().getInputStream().skipNBytes(HttpServer.MAX_BODY_BYTES);
    } catch (IOException e) {
      // That was all of it, or whoever sent it has gone.
    }
  }

  private static int size(Context ctx) {
    long declared = ctx.req().getContentLengthLong();
    long most = HttpServer.MAX_BODY_BYTES;
    return (int) (declared < 0 ? most : Math.min(declared, most));
  }

  private boolean awaited(int size) {
    try {
      return bytes.getQueueLength() < MOST_WAITING
          && bytes.tryAcquire(size, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
