package midgard.topology.replay;

import java.io.Closeable;
import java.io.IOException;

/** A file that a part of a log is written to. */
public interface LogWriter extends Closeable {
  void write(LogRecord record) throws IOException;
}
