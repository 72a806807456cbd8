package midgard.service.models;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import midgard.service.live.RedisChannel;
import org.redisson.Redisson;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in Redis, each for its time. While Redis is away nothing is found, and after a few
 * failures nobody waits for it for half a minute.
 */
final class RedisAnswers implements AnswerCache {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAnswers.class);
  private static final int FAILURES = 3;
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final RedissonClient redis;
  private final String prefix;
  private final Duration ttl;
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "redis",
          CircuitBreakerConfig.custom()
              .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
              .slidingWindowSize(FAILURES)
              .minimumNumberOfCalls(FAILURES)
              .failureRateThreshold(100)
              .waitDurationInOpenState(LEFT_ALONE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .build());

  /**
   * Does not connect yet.
   *
   * @param url as {@link RedisChannel#start} takes it
   * @param prefix of the keys
   */
  RedisAnswers(String url, String prefix, Duration ttl) {
    this.redis = Redisson.create(RedisChannel.config(url));
    this.prefix = prefix;
    this.ttl = ttl;
  }

  @Override
  public Optional<String> find(String key) {
    try {
      return Optional.ofNullable(breaker.executeSupplier(() -> bucket(key).get()));
    } catch (RedisException | CallNotPermittedException e) {
      LOG.debug("No answer from the cache: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void put(String key, String text) {
    try {
      breaker.executeRunnable(() -> bucket(key).set(text, ttl));
    } catch (RedisException | CallNotPermittedException e) {
      LOG.debug("The answer is not cached: {}", e.getMessage());
    }
  }

  private RBucket<String> bucket(String key) {
    return redis.getBucket(prefix + key, StringCodec.INSTANCE);
  }

  @Override
  public void close() {
    redis.shutdown();
  }
}
