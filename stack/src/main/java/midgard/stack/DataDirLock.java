package midgard.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to run a stack in a folder. The operating system takes the lock back when the process
 * dies, however it dies; the lock file itself stays.
 */
final class DataDirLock implements AutoCloseable {
  private static final String FILE = "stack.lock";

  private final FileChannel channel;

  private DataDirLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Creates the folder if need be and takes the lock.
   *
   * @throws DataDirTaken if a live process holds it
   */
  static DataDirLock take(Path dataDir) {
    FileChannel channel = open(dataDir);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataDirLock(channel);
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // answered below, like a lock held by any other process
    } catch (IOException e) {
      close(channel);
      throw new StackException("Cannot lock the folder " + dataDir + ": " + e.getMessage(), e);
    }
    close(channel);
    throw new DataDirTaken(dataDir);
  }

  private static FileChannel open(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
      return FileChannel.open(
          dataDir.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StackException(
          "Cannot write to the folder "
              + dataDir
              + " ("
              + e
              + "). Give it to this user or set DATA_DIR.",
          e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException ignored) {
      // the lock ends with the process at the latest
    }
  }
}
