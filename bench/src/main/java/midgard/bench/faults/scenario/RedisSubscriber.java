package midgard.bench.faults.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** A program that hears of changes by Redis, and comes back by itself when Redis was away. */
final class RedisSubscriber implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AGAIN = Duration.ofMillis(20);
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(30);

  private final int port;
  private final String channel;
  private final List<String> heard = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "redis-subscriber");
  private volatile CountDownLatch connected = new CountDownLatch(1);
  private volatile JedisPubSub subscription;
  private volatile boolean closed;

  private RedisSubscriber(int port, String channel) {
    this.port = port;
    this.channel = channel;
    thread.setDaemon(true);
  }

  static RedisSubscriber of(int port, String channel) throws InterruptedException {
    RedisSubscriber subscriber = new RedisSubscriber(port, channel);
    subscriber.thread.start();
    subscriber.awaitConnected();
    return subscriber;
  }

  void awaitConnected() throws InterruptedException {
    if (!connected.await(CONNECTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("Redis does not take the subscriber on port " + port);
    }
  }

  private void run() {
    while (!closed) {
      subscription =
          new JedisPubSub() {
            @Override
            public void onSubscribe(String name, int count) {
              connected.countDown();
            }

            @Override
            public void onMessage(String name, String message) {
              hear(message);
            }
          };
      try (Jedis jedis = new Jedis("127.0.0.1", port)) {
        jedis.subscribe(subscription, channel);
      } catch (JedisException away) {
        connected = new CountDownLatch(1);
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private void hear(String message) {
    try {
      String id = JSON.readTree(message).path("id").asText();
      synchronized (heard) {
        heard.add(id);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Redis carried what is no JSON: " + message, e);
    }
  }

  /** Ids of the changes that it heard of, in the order in which it did. */
  List<String> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    JedisPubSub open = subscription;
    if (open != null && open.isSubscribed()) {
      open.unsubscribe();
    }
    thread.join(CONNECTED_WITHIN.toMillis());
  }
}
