package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedRedisTest {
  @Test
  void shouldKeepValuesWhenRestarted(@TempDir Path dir) {
    try (EmbeddedRedis redis = EmbeddedRedis.start(dir);
        Jedis client = new Jedis(URI.create(redis.url()))) {
      client.set("kept", "42");
    }

    try (EmbeddedRedis redis = EmbeddedRedis.start(dir);
        Jedis client = new Jedis(URI.create(redis.url()))) {
      assertThat(client.get("kept")).isEqualTo("42");
    }
  }

  @Test
  void shouldListenOnLoopbackAndAppendToItsFileWhenStarted(@TempDir Path dir) {
    try (EmbeddedRedis redis = EmbeddedRedis.start(dir);
        Jedis client = new Jedis(URI.create(redis.url()))) {
      assertThat(client.configGet("bind")).isEqualTo(List.of("bind", "127.0.0.1"));
      assertThat(client.configGet("appendonly")).isEqualTo(List.of("appendonly", "yes"));
      assertThat(client.configGet("appendfsync")).isEqualTo(List.of("appendfsync", "everysec"));
    }
  }

  /** Process group and session are the fifth and sixth field, counted behind the name. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNotHearTheTerminalsCtrlCWhenStarted(@TempDir Path dir) throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(dir)) {
      long pid = Orphans.serversOf(dir).get(0).pid();
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");

      assertThat(fields[2]).as("process group").isEqualTo(Long.toString(pid));
      assertThat(fields[3]).as("session").isEqualTo(Long.toString(pid));
      assertThat(redis.isAlive()).isTrue();
    }
  }

  @Test
  void shouldStopTheServerOfADeletedFolderWhenStartedThereAnew(@TempDir Path temp)
      throws Exception {
    Path dir = temp.resolve("redis");
    EmbeddedRedis forgotten = EmbeddedRedis.start(dir);
    int port = URI.create(forgotten.url()).getPort();
    Folders.delete(dir);
    EmbeddedRedis.stopOrphan(dir);

    try (EmbeddedRedis redis = EmbeddedRedis.start(dir, port, temp.resolve("log"))) {
      assertThat(redis.isAlive()).isTrue();
      assertThat(forgotten.isAlive()).isFalse();
    }
  }

  @Test
  void shouldEndItsProcessWhenClosed(@TempDir Path dir) {
    EmbeddedRedis redis = EmbeddedRedis.start(dir);

    redis.close();

    assertThat(redis.isAlive()).isFalse();
    assertThat(Orphans.serversOf(dir)).isEmpty();
  }
}
