package midgard.agent.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A wish of an agent to be woken for a key. Ordered by its bytes: due time, then agent, key and
 * name; so timers fire in one order, whatever store they come from.
 *
 * @param due ms UTC, not negative
 */
public record Timer(long due, String agent, String key, String name) implements Comparable<Timer> {
  private static final byte END = 0;

  /** The bytes under which a store keeps it, in the order in which timers fire. */
  public byte[] toBytes() {
    byte[] agent = this.agent.getBytes(StandardCharsets.UTF_8);
    byte[] key = this.key.getBytes(StandardCharsets.UTF_8);
    byte[] name = this.name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + agent.length + key.length + name.length + 2)
        .putLong(due)
        .put(agent)
        .put(END)
        .put(key)
        .put(END)
        .put(name)
        .array();
  }

  /** The reverse of {@link #toBytes}. */
  public static Timer fromBytes(byte[] bytes) {
    long due = ByteBuffer.wrap(bytes).getLong();
    String rest = new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    int first = rest.indexOf(END);
    int second = rest.indexOf(END, first + 1);
    return new Timer(
        due,
        rest.substring(0, first),
        rest.substring(first + 1, second),
        rest.substring(second + 1));
  }

  @Override
  public int compareTo(Timer other) {
    return due != other.due
        ? Long.compare(due, other.due)
        : Arrays.compareUnsigned(toBytes(), other.toBytes());
  }
}
