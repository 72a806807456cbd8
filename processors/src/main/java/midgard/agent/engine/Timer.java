package midgard.agent.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A wish of an agent to be woken for a key. Ordered by its bytes: due time, then agent, key and
 * name; so timers fire in one order, whatever store they come from.
 *
 * @param due ms UTC, not negative
 * @param event the event at the start of the chain that set it first; empty: unknown. It tells
 *     timers not apart: one that is set again is the same, and stays as it was.
 */
public record Timer(long due, String agent, String key, String name, String event)
    implements Comparable<Timer> {
  private static final byte END = 0;
  private static final byte[] WITHOUT_EVENT = {1};

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

  /** The bytes that a store keeps under {@link #toBytes}: the event. */
  public byte[] eventBytes() {
    return event.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The reverse of {@link #toBytes} and {@link #eventBytes}.
   *
   * @param event one byte 1, as earlier versions wrote it: unknown
   */
  public static Timer fromBytes(byte[] bytes, byte[] event) {
    long due = ByteBuffer.wrap(bytes).getLong();
    String rest = new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    int first = rest.indexOf(END);
    int second = rest.indexOf(END, first + 1);
    return new Timer(
        due,
        rest.substring(0, first),
        rest.substring(first + 1, second),
        rest.substring(second + 1),
        Arrays.equals(event, WITHOUT_EVENT) ? "" : new String(event, StandardCharsets.UTF_8));
  }

  /** What tells it apart, without the event. */
  @Override
  public String toString() {
    return "Timer[due=%d, agent=%s, key=%s, name=%s]".formatted(due, agent, key, name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timer timer
        && due == timer.due
        && key.equals(timer.key)
        && name.equals(timer.name)
        && agent.equals(timer.agent);
  }

  @Override
  public int hashCode() {
    return (Long.hashCode(due) * 31 + key.hashCode()) * 31 + name.hashCode();
  }

  @Override
  public int compareTo(Timer other) {
    return due != other.due
        ? Long.compare(due, other.due)
        : Arrays.compareUnsigned(toBytes(), other.toBytes());
  }
}
