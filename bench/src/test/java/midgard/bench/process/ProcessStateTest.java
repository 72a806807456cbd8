package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessStateTest {
  @TempDir Path folder;

  @Test
  void shouldBeStoppedWhenFreezeReturns() throws IOException, InterruptedException {
    try (ChildProcess busy = shell("while :; do :; done")) {
      busy.freeze();

      assertThat(ProcessState.of(busy.pid())).isEqualTo(ProcessState.STOPPED);
    }
  }

  @Test
  void shouldBeAtWorkWhenItWasThawed() throws IOException, InterruptedException {
    try (ChildProcess busy = shell("while :; do :; done")) {
      busy.freeze();
      busy.thaw();

      Awaitility.await().until(() -> ProcessState.of(busy.pid()) == ProcessState.AT_WORK);
    }
  }

  @Test
  void shouldBeGoneWhenItsParentTakesNoNoteOfItsEnd() throws IOException, InterruptedException {
    try (ChildProcess parent = shell("sleep 0 & exec sleep 60")) {
      ProcessHandle child =
          Awaitility.await()
              .until(
                  () ->
                      ProcessHandle.of(parent.pid()).stream()
                          .flatMap(ProcessHandle::children)
                          .findFirst(),
                  Optional::isPresent)
              .orElseThrow();

      Waiting.until(ProcessState.GONE, child.pid());

      assertThat(child.isAlive()).isTrue();
    }
  }

  @Test
  void shouldBeGoneWhenThereIsNone() throws IOException, InterruptedException {
    try (ChildProcess ended = shell("exit")) {
      ended.awaitEnd();

      assertThat(ProcessState.of(ended.pid())).isEqualTo(ProcessState.GONE);
    }
  }

  private ChildProcess shell(String script) throws IOException {
    return ChildProcess.start(
        "A shell", List.of("sh", "-c", script), folder, folder.resolve("output.txt"));
  }
}
