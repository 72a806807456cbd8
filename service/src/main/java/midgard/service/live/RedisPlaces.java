package midgard.service.live;

import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;

/**
 * What a world keeps in Redis for good: how far a channel's log is published. For a reset. The
 * models' answers go by themselves.
 */
public final class RedisPlaces implements AutoCloseable {
  private static final long STOP_SECONDS = 2;

  private final String url;
  private final String key;
  private final RedissonClient redis;

  /**
   * Does not connect yet.
   *
   * @param url as {@link RedisChannel#start} takes it
   * @param channel the name of the pub/sub channel
   */
  public RedisPlaces(String url, String channel) {
    this.url = url;
    this.key = key(channel);
    this.redis = Redisson.create(RedisChannel.config(url));
  }

  static String key(String channel) {
    return channel + ":published";
  }

  /** The key's name. */
  public String key() {
    return key;
  }

  /**
   * Whether the key is there.
   *
   * @throws IllegalStateException when Redis does not answer
   */
  public boolean exist() {
    try {
      return redis.getKeys().countExists(key) > 0;
    } catch (RedisException e) {
      throw unreachable(e);
    }
  }

  /**
   * @throws IllegalStateException as {@link #exist}
   */
  public void delete() {
    try {
      redis.getKeys().delete(key);
    } catch (RedisException e) {
      throw unreachable(e);
    }
  }

  private IllegalStateException unreachable(RedisException e) {
    return new IllegalStateException(
        "Redis at %s does not answer (%s). Start it or set REDIS_URL."
            .formatted(url, e.getMessage()),
        e);
  }

  @Override
  public void close() {
    redis.shutdown(0, STOP_SECONDS, TimeUnit.SECONDS);
  }
}
