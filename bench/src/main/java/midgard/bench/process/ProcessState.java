package midgard.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process is doing, by its letter in {@code /proc/PID/stat} (proc(5)). */
enum ProcessState {
  AT_WORK,
  STOPPED,
  /** It holds nothing any more: no memory, file or port. Its parent may not have taken note yet. */
  GONE;

  static ProcessState of(long pid) {
    Path folder = Path.of("/proc/" + pid);
    String stat;
    try {
      stat = Files.readString(folder.resolve("stat"));
    } catch (IOException noSuchProcess) {
      return GONE;
    }
    // The letter comes behind the program's name, which may hold blanks and brackets.
    return switch (stat.charAt(stat.lastIndexOf(')') + 2)) {
      case 'T' -> STOPPED;
      // The first thread may end before others, which still hold what they share.
      case 'Z', 'X' -> threads(folder) > 1 ? AT_WORK : GONE;
      default -> AT_WORK;
    };
  }

  private static int threads(Path folder) {
    File[] threads = folder.resolve("task").toFile().listFiles();
    return threads == null ? 0 : threads.length;
  }
}
