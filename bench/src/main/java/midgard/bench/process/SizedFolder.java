package midgard.bench.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder that is a file system of its own, of a fixed size, and can be made full. Linux lets only
 * root make one.
 */
public final class SizedFolder implements AutoCloseable {
  private static final String BALLAST = "ballast";
  private static final int STEP = 64 * 1024;

  private final Path folder;

  private SizedFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether this process may mount. */
  public static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"))
        && Files.isExecutable(Path.of("/usr/bin/mount"));
  }

  /**
   * Mounts one.
   *
   * @throws IOException when the system refuses
   */
  public static SizedFolder mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    return new SizedFolder(folder);
  }

  public Path folder() {
    return folder;
  }

  /** Bytes that can still be written. */
  public long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Writes until nothing more can be written. */
  public void fill() throws IOException {
    byte[] zeros = new byte[STEP];
    try (OutputStream out = Files.newOutputStream(folder.resolve(BALLAST))) {
      while (free() > 0) {
        out.write(zeros, 0, (int) Math.min(zeros.length, free()));
      }
    } catch (IOException e) {
      if (free() > 0) {
        throw e;
      }
    }
  }

  /** Takes away what {@link #fill} wrote. */
  public void empty() throws IOException {
    Files.deleteIfExists(folder.resolve(BALLAST));
  }

  /** Unmounts it; what was in it is gone. */
  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", folder.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      String said = new String(process.getInputStream().readAllBytes()).strip();
      throw new IOException(String.join(" ", List.of(command)) + " failed: " + said);
    }
  }
}
