package midgard.service.http;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A part that the servers hold before it has started, so that they answer from the first second. A
 * request that needs it too early is answered with 503.
 */
public final class Late<T> implements Supplier<T> {
  private static final int RETRY_SECONDS = 2;

  private final String name;
  private final AtomicReference<T> part = new AtomicReference<>();

  /**
   * @param name for the answer: "The NAME is still starting."
   */
  public Late(String name) {
    this.name = name;
  }

  public void set(T started) {
    part.set(started);
  }

  /** Takes the part away again: it stops. */
  public void clear() {
    part.set(null);
  }

  public boolean isSet() {
    return part.get() != null;
  }

  /**
   * @throws ProblemException 503 while it is not there
   */
  @Override
  public T get() {
    T started = part.get();
    if (started == null) {
      throw ProblemException.unavailable(
          "The %s is still starting; try again.".formatted(name), RETRY_SECONDS);
    }
    return started;
  }
}
