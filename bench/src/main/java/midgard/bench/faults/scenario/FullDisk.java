package midgard.bench.faults.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.faults.Run;
import midgard.bench.faults.evidence.WorldAnswers;

/** Whether a world on a full disk says what is wrong: in its health, or on its console. */
final class FullDisk {
  private static final String REASON = "No space left on device";
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Run run;
  private final long outputBefore;

  /** From now on. */
  FullDisk(Run run) throws IOException {
    this.run = run;
    this.outputBefore = Files.size(output());
  }

  private Path output() {
    return run.world().jvm().output();
  }

  /** Waits until it says so; empty when it did not in time. */
  Optional<String> awaitComplaint() throws IOException, InterruptedException {
    long end = System.nanoTime() + Patience.END.toNanos();
    WorldAnswers answers = new WorldAnswers(run.world());
    while (System.nanoTime() < end) {
      Optional<String> health = answers.health().flatMap(FullDisk::complaint);
      if (health.isPresent()) {
        return health;
      }
      String said = Files.readString(output()).substring((int) outputBefore);
      Optional<String> line = said.lines().filter(each -> each.contains(REASON)).findFirst();
      if (line.isPresent()) {
        return line.map(text -> "console: " + text);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return Optional.empty();
  }

  private static Optional<String> complaint(JsonNode health) {
    String text = health.path("components").toString();
    int at = text.indexOf(REASON);
    return at < 0 || health.path("status").asText().equals("healthy")
        ? Optional.empty()
        : Optional.of("health: " + text.substring(Math.max(0, at - 100), at + REASON.length()));
  }
}
