package midgard.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that outlived the process that started them: after {@code kill -9} PostgreSQL and Redis
 * go on, hold their ports and write to their files. They are known by their executable or their
 * arguments lying in our folder, never by a port or a process number alone, so nobody else's server
 * is ever touched.
 */
final class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(10);

  private Orphans() {}

  /**
   * Ends the servers that run from a folder and waits until they are gone. Call only while holding
   * the right to that folder ({@link DataDirLock}).
   *
   * @param signal the signal on which this kind of server writes everything and ends
   */
  static void stopThoseOf(Path folder, String title, Signal signal) {
    for (ProcessHandle server : serversOf(folder)) {
      LOG.info("Stopping the {} that an earlier run left behind (process {})", title, server.pid());
      signal.sendTo(server);
      if (!endsInTime(server, home(folder))) {
        throw new StackException(
            "%s of an earlier run (process %d) does not stop. Stop it by hand and start again."
                .formatted(title, server.pid()));
      }
    }
  }

  /**
   * Waits until the servers of a folder, which were told to end, are gone: PostgreSQL takes its pid
   * file away a moment before it ends, and so says that it has stopped while it still runs.
   *
   * @return whether they went in time
   */
  static boolean awaitEndOf(Path folder) {
    String home = home(folder);
    return serversOf(folder).stream().allMatch(server -> endsInTime(server, home));
  }

  /** The live servers of a folder, without the workers that they started themselves. */
  static List<ProcessHandle> serversOf(Path folder) {
    String home = home(folder);
    List<ProcessHandle> ours =
        ProcessHandle.allProcesses()
            .filter(process -> process.pid() != ProcessHandle.current().pid())
            .filter(process -> runsFrom(process.info(), home))
            .toList();
    Set<Long> pids = ours.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    return ours.stream()
        .filter(process -> process.parent().map(p -> !pids.contains(p.pid())).orElse(true))
        .toList();
  }

  private static boolean runsFrom(ProcessHandle.Info info, String home) {
    return info.command().filter(command -> command.startsWith(home)).isPresent();
  }

  /**
   * Asks again and again whether the process still has its program. {@link ProcessHandle#isAlive}
   * says yes until its new parent has taken note of its end, and that may take seconds.
   */
  private static boolean endsInTime(ProcessHandle server, String home) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (runsFrom(server.info(), home) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
    }
    return !runsFrom(server.info(), home);
  }

  /** The folder as it stands in the names of programs, whether it is still there or not. */
  private static String home(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    String separator = folder.getFileSystem().getSeparator();
    try {
      return (Files.exists(absolute) ? absolute.toRealPath() : withRealParent(absolute))
          + separator;
    } catch (IOException e) {
      throw new StackException("Cannot read the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path withRealParent(Path gone) throws IOException {
    Path parent = gone.getParent();
    return parent == null || !Files.exists(parent)
        ? gone
        : parent.toRealPath().resolve(gone.getFileName());
  }

  /** How a kind of server is asked to end. */
  enum Signal {
    /** Redis: saves what it has to and ends. */
    TERMINATE {
      @Override
      void sendTo(ProcessHandle server) {
        server.destroy();
      }
    },
    /**
     * PostgreSQL's fast shutdown. SIGTERM would wait for clients to leave, and Java has no call for
     * other signals, so the shell's built-in command sends it.
     */
    INTERRUPT {
      @Override
      void sendTo(ProcessHandle server) {
        try {
          new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start().waitFor();
        } catch (IOException e) {
          server.destroy();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };

    abstract void sendTo(ProcessHandle server);
  }
}
