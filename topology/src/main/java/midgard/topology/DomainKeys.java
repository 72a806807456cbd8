package midgard.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import midgard.agent.engine.Timer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Where things lie in the one store of a domain: its timers first, in the order in which they fire,
 * then its clock, then the states of its agents, {@code <agent>/<key>}.
 */
public final class DomainKeys {
  private static final byte TIMERS = 0;
  private static final byte CLOCK = 1;
  private static final String SEPARATOR = "/";

  /** All timers lie before this, which is no key itself. */
  public static final Bytes END_OF_TIMERS = Bytes.wrap(new byte[] {CLOCK});

  /** Of the time of the last tick, see {@link #time}. */
  public static final Bytes TICK = Bytes.wrap(new byte[] {CLOCK, 't'});

  private DomainKeys() {}

  public static Bytes state(String agent, String key) {
    return Bytes.wrap((agent + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
  }

  /** What the keys of all states of an agent begin with. */
  public static Bytes statesOf(String agent) {
    return state(agent, "");
  }

  /** The agent and the key of a state, in this order. */
  public static String[] ofState(byte[] key) {
    return new String(key, StandardCharsets.UTF_8).split(SEPARATOR, 2);
  }

  public static Bytes timer(Timer timer) {
    byte[] bytes = timer.toBytes();
    byte[] key = new byte[bytes.length + 1];
    key[0] = TIMERS;
    System.arraycopy(bytes, 0, key, 1, bytes.length);
    return Bytes.wrap(key);
  }

  /**
   * The reverse of {@link #timer}.
   *
   * @param event what the store keeps under the key
   */
  public static Timer timer(byte[] key, byte[] event) {
    return Timer.fromBytes(Arrays.copyOfRange(key, 1, key.length), event);
  }

  public static boolean isTimer(byte[] key) {
    return key[0] == TIMERS;
  }

  public static boolean isTick(byte[] key) {
    return Arrays.equals(key, TICK.get());
  }

  /**
   * @param time ms UTC
   */
  public static byte[] time(long time) {
    return ByteBuffer.allocate(Long.BYTES).putLong(time).array();
  }

  /** The reverse of {@link #time(long)}; 0 for null: there was no tick yet. */
  public static long time(byte[] stored) {
    return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
  }
}
