package midgard.bench.faults.evidence;

/**
 * A change, action or signal.
 *
 * @param topic that holds it
 * @param key of the record; empty for a broadcast
 * @param cause the inbox record that led to it: {@code inbox.player-0@17}
 * @param what for people: kind and agent
 * @param bytes in hexadecimal, without the schema id
 */
public record Effect(String topic, String key, String cause, String what, String bytes) {

  /** Where it belongs; effects of one place have an order. */
  public String place() {
    return topic + " " + cause + " " + key;
  }

  @Override
  public String toString() {
    return "%s for %s in %s, caused by %s"
        .formatted(what, key.isEmpty() ? "all" : key, topic, cause);
  }
}
