package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import midgard.agents.reputation.Reputation;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedStateTest {
  private static final String KEPT = "1";

  @TempDir static Path folder;

  private static LiveWorld world;

  @BeforeAll
  static void live() throws InterruptedException {
    world = new LiveWorld(folder, ClockSource.FEED);
    GameEvent event = TestEvents.event("boot", 1, new PlayerLogin(null));
    event.setPlayerId(Long.parseLong(KEPT));
    world.send(event);
    world.settle();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("state"))) {
      return all.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    }
  }

  @Test
  void shouldRebuildItsStateWhenStoresCannotBeOpened() throws IOException {
    // Given
    world.runtime.close();
    List<Path> manifests = files("MANIFEST");
    assertThat(manifests).hasSizeGreaterThan(20);
    for (Path manifest : manifests) {
      Files.write(manifest, new byte[] {1, 2, 3});
    }

    // When
    world.start();

    // Then
    assertThat(world.runtime.queries().state(Reputation.STATE, KEPT)).isPresent();
    assertThat(world.runtime.health().replacedThreads()).isZero();
  }
}
