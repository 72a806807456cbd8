package midgard.stack;

import java.nio.file.Path;

/** Another process runs its stack in the same folder. */
public final class DataDirTaken extends StackException {
  private static final long serialVersionUID = 1L;

  public DataDirTaken(Path dataDir) {
    super(
        "The folder %s is in use by another running world. Stop it or set DATA_DIR."
            .formatted(dataDir));
  }
}
