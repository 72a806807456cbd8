package midgard.service.feed;

/** Hears how a feeding goes. */
public interface FeedListener {
  /** Hears nothing. */
  FeedListener SILENT = new FeedListener() {};

  /** How many events there are in all. */
  default void starts(long events) {}

  /** So many more are through. */
  default void advanced(long events) {}

  /** A line was not taken. */
  default void rejected(long line, String reason) {}

  /** The server is away; the same is tried again. */
  default void waiting(String why) {}
}
