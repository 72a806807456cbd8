package midgard.service.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

@ExtendWith(RunningService.class)
class RedisChannelTest {
  @Test
  void shouldTellEachChangeOnceInOrderWhenTwoInstancesPublish(Service service) {
    String url = service.addresses().redisUrl();
    Config config = new Config();
    config.useSingleServer().setAddress(url);
    RedissonClient subscriber = Redisson.create(config);
    List<String> heard = new CopyOnWriteArrayList<>();
    subscriber
        .getTopic("twice.world.changes", StringCodec.INSTANCE)
        .addListener(String.class, (channel, text) -> heard.add(text));
    List<LiveChange> changes =
        LongStream.range(0, 500)
            .mapToObj(offset -> new LiveChange(0, offset, "map_activity", "change " + offset))
            .toList();

    try (RedisChannel one = RedisChannel.start(url, "twice.world.changes", "topic-id");
        RedisChannel other = RedisChannel.start(url, "twice.world.changes", "topic-id")) {
      changes.forEach(
          change -> {
            one.changed(List.of(change));
            other.changed(List.of(change));
          });

      await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains("change 499"));
    }

    assertThat(heard).isEqualTo(changes.stream().map(LiveChange::text).toList());
    subscriber.shutdown();
  }

  @Test
  void shouldSayThatRedisIsAwayAndHoldNobodyUpWhenItCannotBeReached() {
    try (RedisChannel channel = RedisChannel.start("redis://127.0.0.1:1", "away", "topic-id")) {
      channel.changed(List.of(new LiveChange(0, 0, "map_activity", "lost")));

      await().atMost(Duration.ofSeconds(30)).until(() -> !channel.isReachable());
    }
  }
}
