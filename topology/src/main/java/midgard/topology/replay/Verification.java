package midgard.topology.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import midgard.schemas.Cause;
import midgard.schemas.change.Change;
import midgard.schemas.topic.Topic;
import midgard.topology.replay.Turn.Concluded;

/**
 * Holds what a replay concludes against what {@code world.changes} recorded, byte for byte. Changes
 * of one cause and one key are compared in their order; those of several keys lie in several
 * partitions of the topic, which have no common order. Holds all recorded changes in memory.
 */
public final class Verification {
  private record Place(String topic, int partition, long offset) {}

  private final Topic<Change> topic;
  private final Set<String> inboxes;
  private final Map<Place, Map<String, List<byte[]>>> recorded = new LinkedHashMap<>();
  private long agreed;

  /**
   * @param inboxes whose causes are compared; changes with others are left out
   */
  public Verification(Topic<Change> topic, List<String> inboxes) {
    this.topic = topic;
    this.inboxes = Set.copyOf(inboxes);
  }

  /** Takes in a recorded change. */
  public void expect(LogRecord record) {
    byte[] bytes =
        record
            .value()
            .orElseThrow(() -> new IllegalStateException(record.place() + " has no value."));
    Cause cause = read(bytes).getCause();
    if (inboxes.contains(cause.getTopic())) {
      recorded
          .computeIfAbsent(
              new Place(cause.getTopic(), cause.getPartition(), cause.getOffset()),
              place -> new HashMap<>(2))
          .computeIfAbsent(record.keyText().orElse(""), key -> new ArrayList<>(2))
          .add(bytes);
    }
  }

  private Change read(byte[] bytes) {
    return topic.value().deserializer().deserialize(topic.name(), bytes);
  }

  /** How many changes have agreed so far. */
  public long agreed() {
    return agreed;
  }

  /** The first difference between what a message brought about now and then. */
  public Optional<Difference> compare(Turn turn) {
    Place place =
        new Place(turn.record().topic(), turn.record().partition(), turn.record().offset());
    Map<String, List<byte[]>> then = recorded.remove(place);
    if (turn.changes().isEmpty() && then == null) {
      return Optional.empty();
    }
    Map<String, List<Concluded>> now = new LinkedHashMap<>();
    for (Concluded change : turn.changes()) {
      String key = change.change().getDomain() + "/" + change.change().getKey();
      now.computeIfAbsent(key, k -> new ArrayList<>(2)).add(change);
    }
    Map<String, List<byte[]>> expected = then == null ? Map.of() : then;
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(expected.keySet());
    for (String key : keys) {
      Optional<Difference> difference =
          compare(place, expected.getOrDefault(key, List.of()), now.getOrDefault(key, List.of()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> compare(Place place, List<byte[]> expected, List<Concluded> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Optional<byte[]> then = i < expected.size() ? Optional.of(expected.get(i)) : Optional.empty();
      Optional<Concluded> now = i < actual.size() ? Optional.of(actual.get(i)) : Optional.empty();
      if (then.isEmpty() || now.isEmpty() || !Arrays.equals(then.get(), now.get().bytes())) {
        return Optional.of(difference(place, then, now.map(Concluded::change)));
      }
      agreed++;
    }
    return Optional.empty();
  }

  private Difference difference(Place place, Optional<byte[]> then, Optional<Change> now) {
    return new Difference(
        place.topic(), place.partition(), place.offset(), then.map(this::read), now);
  }

  /**
   * A recorded change whose cause the replay passed without working it off.
   *
   * @param replayed how far each partition came
   */
  public Optional<Difference> leftOver(List<Progress> replayed) {
    for (Map.Entry<Place, Map<String, List<byte[]>>> entry : recorded.entrySet()) {
      Place place = entry.getKey();
      boolean passed =
          replayed.stream()
              .anyMatch(
                  p ->
                      p.topic().equals(place.topic())
                          && p.partition() == place.partition()
                          && p.firstOffset() <= place.offset()
                          && place.offset() <= p.lastOffset());
      if (passed) {
        byte[] first = entry.getValue().values().iterator().next().get(0);
        return Optional.of(difference(place, Optional.of(first), Optional.empty()));
      }
    }
    return Optional.empty();
  }
}
