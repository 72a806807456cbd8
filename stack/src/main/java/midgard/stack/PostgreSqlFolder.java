package midgard.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL keeps in its folder: the unpacked programs ({@code bin}), the cluster ({@code
 * data}) and a mark that the cluster was set up to the end.
 */
record PostgreSqlFolder(Path root) {

  Path programs() {
    return root.resolve("bin");
  }

  Path data() {
    return root.resolve("data");
  }

  private Path completeMark() {
    return root.resolve("complete");
  }

  /** Whether database and user exist; before that the cluster holds nothing of value. */
  boolean isComplete() {
    return Files.exists(completeMark());
  }

  void markComplete() throws IOException {
    Files.writeString(completeMark(), "");
  }

  /**
   * Removes what a process that was killed left half done: a cluster whose set-up did not come to
   * its end, programs that were not unpacked in full (the library would go on with them), and the
   * process number of a server that is gone when it belongs to some other program by now.
   */
  void tidy() throws IOException {
    Files.createDirectories(root);
    if (!isComplete()) {
      Folders.delete(data());
    }
    removeHalfUnpackedPrograms();
    removeReusedPid();
  }

  private void removeHalfUnpackedPrograms() throws IOException {
    if (!Files.isDirectory(programs())) {
      return;
    }
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs(), "PG-*")) {
      for (Path version : versions) {
        if (!Files.exists(version.resolve(".exists"))) {
          Folders.delete(version);
        }
      }
    }
  }

  /**
   * PostgreSQL does not start while the process in its pid file lives, whatever that process is.
   * Servers of ours are stopped by now ({@link Orphans}), so a live one is a stranger; a dead one
   * is left to PostgreSQL's own, finer check.
   */
  private void removeReusedPid() throws IOException {
    Path pidFile = data().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> holder =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
    if (holder.isPresent() && holder.get().isAlive()) {
      Files.delete(pidFile);
    }
  }
}
