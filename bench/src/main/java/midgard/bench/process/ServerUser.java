package midgard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom an installed server runs: as its own user when this process is root, since PostgreSQL
 * refuses to run as root; else as this process does.
 */
record ServerUser(String name) {
  private static final String ROOT = "root";

  private static boolean isRoot() {
    return ROOT.equals(System.getProperty("user.name"));
  }

  /** The command as this user runs it; the process that it becomes is the program itself. */
  List<String> run(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    List<String> unprivileged =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--clear-groups", "--"));
    unprivileged.addAll(command);
    return unprivileged;
  }

  /** Whether this user can get to a folder, which it may not own. */
  boolean reaches(Path folder) throws InterruptedException {
    try {
      Process probe =
          new ProcessBuilder(run(List.of("test", "-x", folder.toString())))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Creates a folder that belongs to this user. */
  void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (isRoot()) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    }
  }
}
