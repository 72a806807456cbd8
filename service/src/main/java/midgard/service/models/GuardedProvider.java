package midgard.service.models;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/**
 * A provider that can hold nobody up: each attempt has a time limit, what may pass is tried again
 * twice, and after five failures in a row the provider is left alone for a minute.
 */
final class GuardedProvider {
  private static final int ATTEMPTS = 3;
  private static final int FAILURES = 5;
  private static final Duration LEFT_ALONE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

  private final ChatProvider provider;
  private final ExecutorService calls;
  private final CircuitBreaker breaker;
  private final Retry retry;

  /**
   * @param calls where attempts wait for their answers
   */
  GuardedProvider(ChatProvider provider, ExecutorService calls) {
    this.provider = provider;
    this.calls = calls;
    String name = provider.endpoint().provider().id();
    breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    retry =
        Retry.of(
            name,
            RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .intervalFunction(IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2))
                .retryOnException(ProviderFailure::isPassing)
                .build());
  }

  ModelsConfig.Endpoint endpoint() {
    return provider.endpoint();
  }

  /** Whether it is asked at present. */
  boolean isAsked() {
    return breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /**
   * @param limit of the whole, pauses between attempts included, to a second or so
   */
  Reply ask(Prompt prompt, Duration limit) throws ProviderFailure {
    long end = System.nanoTime() + limit.toNanos();
    Callable<Reply> attempt =
        () -> {
          Duration left = Duration.ofNanos(end - System.nanoTime());
          if (left.isNegative() || left.isZero()) {
            throw new TimeoutException();
          }
          return TimeLimiter.of(left)
              .executeFutureSupplier(() -> calls.submit(() -> provider.ask(prompt)));
        };
    try {
      return retry.executeCallable(breaker.decorateCallable(attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProviderFailure.of(endpoint().provider().id(), e);
    } catch (Exception e) {
      throw ProviderFailure.of(endpoint().provider().id(), e);
    }
  }
}
