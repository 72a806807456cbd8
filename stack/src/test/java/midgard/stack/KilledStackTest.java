package midgard.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import midgard.stack.StackProbe.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStackTest {
  @Test
  void shouldRecoverOnTheSamePortsWhenItsProcessWasKilled(@TempDir Path dir, @TempDir Path aside)
      throws Exception {
    List<Integer> ports = Ports.pick(5);
    StackProcess.launch(dir, "first", aside.resolve("ready"), ports).killOnceReady();
    List<Long> orphans = Orphans.serversOf(dir).stream().map(ProcessHandle::pid).toList();
    assertThat(orphans).as("PostgreSQL and Redis outlive a killed process").hasSize(2);

    StackConfig config =
        StackConfig.builder()
            .dataDir(dir)
            .kafkaPort(ports.get(0))
            .controllerPort(ports.get(1))
            .registryPort(ports.get(2))
            .postgresPort(ports.get(3))
            .redisPort(ports.get(4))
            .build();
    try (EmbeddedStack stack = EmbeddedStack.start(config)) {
      assertThat(new StackProbe(stack.addresses()).read())
          .isEqualTo(new Marks(List.of("first"), "\"string\"", List.of("first"), "first"));
      new StackProbe(stack.addresses()).leave("second");
      assertThat(new StackProbe(stack.addresses()).read().kafka())
          .containsExactly("first", "second");
      assertThat(
              Orphans.serversOf(dir).stream().map(ProcessHandle::pid).collect(Collectors.toSet()))
          .hasSize(2)
          .doesNotContainAnyElementsOf(orphans);
    }
    assertThat(Orphans.serversOf(dir)).isEmpty();
  }

  @Test
  void shouldStopOrphansWhenPortsAreChosenAnew(@TempDir Path dir, @TempDir Path aside)
      throws Exception {
    List<Integer> anyPorts = List.of(0, 0, 0, 0, 0);
    StackProcess.launch(dir, "first", aside.resolve("ready"), anyPorts).killOnceReady();
    List<ProcessHandle> orphans = Orphans.serversOf(dir);

    try (EmbeddedStack stack = EmbeddedStack.start(StackConfig.builder().dataDir(dir).build())) {
      assertThat(orphans).hasSize(2).doesNotContainAnyElementsOf(Orphans.serversOf(dir));
      assertThat(new StackProbe(stack.addresses()).read().postgreSql()).containsExactly("first");
    }
  }
}
