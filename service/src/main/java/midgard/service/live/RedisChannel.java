package midgard.service.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.SingleServerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other programs of every change by Redis pub/sub. Each instance of the service publishes
 * what it sees; a script in Redis lets each place of the log through once, so that a subscriber
 * hears each change once and in order, however many instances run and whichever of them is away.
 *
 * <p>Nobody in this process waits for Redis: while it is away changes queue up, and of a longer
 * outage the oldest are lost to its subscribers and counted.
 */
public final class RedisChannel implements ChangeListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisChannel.class);
  private static final int QUEUE = 20_000;
  private static final int BATCH = 500;
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long CLOSE_MILLIS = 3_000;

  /**
   * KEYS: where each partition stands, the channel. ARGV: partition, offset, message, and so on.
   */
  private static final String PUBLISH_ONCE =
      """
      for i = 1, #ARGV, 3 do
        local last = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '-1')
        if tonumber(ARGV[i + 1]) > last then
          redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
          redis.call('PUBLISH', KEYS[2], ARGV[i + 2])
        end
      end
      return #ARGV / 3
      """;

  private final String channel;
  private final String topicId;
  private final RedissonClient redis;
  private final BlockingQueue<LiveChange> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean up = new AtomicBoolean(true);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread = new Thread(this::run, "redis-channel");

  private RedisChannel(String url, String channel, String topicId) {
    this.channel = channel;
    this.topicId = topicId;
    this.redis = Redisson.create(config(url));
  }

  /**
   * Starts to publish. Redis need not be there yet.
   *
   * @param url {@code redis://[[user]:password@]host:port[/database]} or rediss
   * @param channel the name of the pub/sub channel
   * @param topicId Kafka's own id of the topic, since one made anew counts its offsets from 0 again
   */
  public static RedisChannel start(String url, String channel, String topicId) {
    RedisChannel started = new RedisChannel(url, channel, topicId);
    started.thread.setDaemon(true);
    started.thread.start();
    return started;
  }

  /** How Redis is reached: short time limits, no connection before the first command. */
  public static Config config(String url) {
    URI uri = URI.create(url);
    Config config = new Config().setLazyInitialization(true).setThreads(2).setNettyThreads(2);
    SingleServerConfig server =
        config
            .setCodec(StringCodec.INSTANCE)
            .useSingleServer()
            .setAddress(uri.getScheme() + "://" + uri.getHost() + ":" + port(uri))
            .setConnectionMinimumIdleSize(1)
            .setConnectionPoolSize(2)
            .setSubscriptionConnectionMinimumIdleSize(0)
            .setConnectTimeout(TIMEOUT_MILLIS)
            .setTimeout(TIMEOUT_MILLIS)
            .setRetryAttempts(0);
    String path = uri.getPath();
    if (path != null && path.length() > 1) {
      server.setDatabase(Integer.parseInt(path.substring(1)));
    }
    if (uri.getUserInfo() != null) {
      String[] user = uri.getUserInfo().split(":", 2);
      config.setUsername(user[0].isEmpty() ? null : user[0]);
      config.setPassword(user.length == 2 ? user[1] : null);
    }
    return config;
  }

  private static int port(URI uri) {
    return uri.getPort() == -1 ? 6379 : uri.getPort();
  }

  @Override
  public void changed(List<LiveChange> changes) {
    for (LiveChange change : changes) {
      while (!queue.offer(change)) {
        if (queue.poll() != null) {
          lost.incrementAndGet();
        }
      }
    }
  }

  private void run() {
    List<LiveChange> batch = new ArrayList<>(BATCH);
    while (!closed.get()) {
      try {
        if (batch.isEmpty()) {
          LiveChange first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
          if (first == null) {
            ping();
            continue;
          }
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
        }
        publish(batch);
        batch.clear();
        isUp();
      } catch (RedisException e) {
        isDown(e);
        sleep();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** The script leaves out what is already out, so a batch may be tried again. */
  private void publish(List<LiveChange> batch) {
    Object[] arguments = new Object[batch.size() * 3];
    int next = 0;
    for (LiveChange change : batch) {
      arguments[next++] = topicId + ":" + change.partition();
      arguments[next++] = Long.toString(change.offset());
      arguments[next++] = change.text();
    }
    redis
        .getScript(StringCodec.INSTANCE)
        .eval(
            RScript.Mode.READ_WRITE,
            PUBLISH_ONCE,
            RScript.ReturnType.LONG,
            List.of(RedisPlaces.key(channel), channel),
            arguments);
  }

  /** In a quiet world nothing else would show that Redis has gone. */
  private void ping() {
    redis.getKeys().countExists(RedisPlaces.key(channel));
    isUp();
  }

  private void isUp() {
    if (!up.getAndSet(true)) {
      LOG.info("Redis is back; its subscribers hear of changes again.");
    }
  }

  private void isDown(RedisException e) {
    if (up.getAndSet(false)) {
      LOG.warn("Redis cannot be reached, its subscribers must wait: {}", e.getMessage());
    }
  }

  private void sleep() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.set(true);
    }
  }

  /** Whether the last attempt to reach Redis went well. */
  public boolean isReachable() {
    return up.get();
  }

  /** Changes that Redis' subscribers never heard of. */
  public long lost() {
    return lost.get();
  }

  @Override
  public void close() {
    closed.set(true);
    thread.interrupt();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    redis.shutdown();
  }
}
