package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import midgard.stack.StackProbe.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackTest {
  @Test
  void shouldKeepEverythingWhenRestartedOnOtherPorts(@TempDir Path temp) throws Exception {
    Path dir = temp.resolve("a folder's name");
    StackConfig config = StackConfig.builder().dataDir(dir).build();
    StackAddresses before;
    try (EmbeddedStack stack = EmbeddedStack.start(config)) {
      before = stack.addresses();
      new StackProbe(before).leave("first");
      assertThat(Part.values()).allMatch(stack::isAlive);
    }

    try (EmbeddedStack stack = EmbeddedStack.start(config)) {
      assertThat(stack.addresses()).isNotEqualTo(before);
      assertThat(new StackProbe(stack.addresses()).read())
          .isEqualTo(new Marks(List.of("first"), "\"string\"", List.of("first"), "first"));
    }
    assertThat(dir.resolve("logs/postgresql.log")).isNotEmptyFile();
    assertThat(dir.resolve("logs/redis.log")).isNotEmptyFile();
  }

  @Test
  void shouldStartNothingWhenAPortIsTaken(@TempDir Path dir) throws Exception {
    try (ServerSocket occupant = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = occupant.getLocalPort();
      StackConfig config = StackConfig.builder().dataDir(dir).redisPort(port).build();

      assertThatExceptionOfType(PortTaken.class)
          .isThrownBy(() -> EmbeddedStack.start(config))
          .withMessage(
              "Port %d (Redis) is taken by another program. Stop it or set REDIS_PORT."
                  .formatted(port));
      try (var files = Files.list(dir)) {
        assertThat(files).containsExactly(dir.resolve("stack.lock"));
      }
    }
  }

  @Test
  void shouldRefuseWhenTheFolderIsInUse(@TempDir Path dir) {
    StackConfig config = StackConfig.builder().dataDir(dir).parts(Set.of(Part.REDIS)).build();
    try (EmbeddedStack stack = EmbeddedStack.start(config)) {
      assertThatExceptionOfType(DataDirTaken.class)
          .isThrownBy(() -> EmbeddedStack.start(config))
          .withMessageContaining(dir.toString());
      assertThat(stack.isAlive(Part.REDIS)).isTrue();
    }
  }

  @Test
  void shouldPassAddressesOnWhenPartsAreOutside(@TempDir Path dir) {
    StackConfig config =
        StackConfig.builder()
            .dataDir(dir)
            .externalKafka("kafka:9092")
            .externalRegistry("http://registry:8081")
            .externalDatabase("jdbc:postgresql://db/world")
            .externalRedis("")
            .build();

    try (EmbeddedStack stack = EmbeddedStack.start(config)) {
      assertThat(stack.addresses().bootstrapServers()).isEqualTo("kafka:9092");
      assertThat(stack.addresses().schemaRegistryUrl()).isEqualTo("http://registry:8081");
      assertThat(stack.addresses().databaseUrl()).isEqualTo("jdbc:postgresql://db/world");
      assertThat(stack.addresses().redisUrl()).startsWith("redis://127.0.0.1:");
      assertThat(stack.isAlive(Part.KAFKA)).isFalse();
    }
  }

  @Test
  void shouldStopTheOthersWhenAPartDoesNotComeUp(@TempDir Path dir) throws Exception {
    Files.createDirectories(dir.resolve("redis"));
    Files.writeString(dir.resolve("redis/data"), "a file where a folder is wanted");
    StackConfig config =
        StackConfig.builder().dataDir(dir).parts(Set.of(Part.REDIS, Part.POSTGRESQL)).build();

    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedStack.start(config))
        .withMessageStartingWith("Redis does not start");

    assertThat(Orphans.serversOf(dir)).isEmpty();
  }

  @Test
  void shouldRefuseARegistryWhenThereIsNoKafka() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StackConfig.builder().parts(Set.of(Part.REGISTRY)).build());
  }
}
