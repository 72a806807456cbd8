package midgard.topology.replay;

import java.util.Collection;

/** Where recorded topics are read from: a broker, or files that an export wrote. */
public interface LogSource extends AutoCloseable {

  /** Takes what is read, each partition in its order. */
  @FunctionalInterface
  interface Reader {
    /**
     * One record of the range.
     *
     * @return whether to go on; no more records come otherwise
     */
    boolean record(LogRecord record);

    /** Told before the first record, where it is known: no more records than this will come. */
    default void atMost(long records) {}

    /**
     * Told before the first record of a partition.
     *
     * @param whole whether the range begins with the first record the partition ever had
     */
    default void partition(String topic, int partition, boolean whole) {}
  }

  /**
   * Reads the range of these topics to its end. What arrives meanwhile is left out.
   *
   * @throws IllegalStateException whose message is for people, when a topic cannot be read
   */
  void read(Collection<String> topics, LogRange range, Reader reader);

  @Override
  void close();
}
