package midgard.topology.replay;

import java.util.List;
import java.util.Optional;
import midgard.agent.engine.InboxRecord;
import midgard.schemas.Domain;
import midgard.schemas.change.Change;

/**
 * What one message of an inbox brought about.
 *
 * @param appended when the log took the message in, ms UTC
 */
public record Turn(
    Domain domain,
    InboxRecord record,
    long appended,
    List<Concluded> changes,
    List<Sent> sent,
    List<Written> written,
    List<Failed> failures) {

  /** A change and its bytes as {@code world.changes} would hold them. */
  public record Concluded(Change change, byte[] bytes) {}

  /**
   * An action or a signal as its topic would hold it.
   *
   * @param key empty for what goes to every partition
   */
  public record Sent(String topic, Optional<String> key, byte[] bytes) {}

  /**
   * A state that changed.
   *
   * @param store the agent's id, or the name of a series of windows
   * @param window the start of the window; {@link Long#MIN_VALUE} for what is none
   */
  public record Written(String store, String key, long window, byte[] bytes) {
    /** The key's state was taken out of the store. */
    public boolean isRemoval() {
      return bytes.length == 0;
    }

    public boolean isWindow() {
      return window != Long.MIN_VALUE;
    }
  }

  /** An agent failed; its state is as it was. */
  public record Failed(String agent, String key, Throwable reason) {}
}
