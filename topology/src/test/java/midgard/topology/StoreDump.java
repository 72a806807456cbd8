package midgard.topology;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import midgard.agent.Agent;
import midgard.agent.WindowSeries;
import midgard.schemas.topic.TopicSettings;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Every entry of every store of a running world, by the name of the store. */
final class StoreDump {
  private StoreDump() {}

  static SortedMap<String, SortedSet<String>> of(KafkaStreams streams, List<Agent<?>> agents) {
    Set<String> windowStores =
        agents.stream()
            .flatMap(agent -> agent.windowSeries().stream())
            .map(WindowSeries::store)
            .collect(Collectors.toSet());
    windowStores.add(StoreNames.ROUTER_IDS);
    SortedMap<String, SortedSet<String>> dump = new TreeMap<>();
    // With an empty id a changelog bears its store's name alone.
    for (String changelog : InternalTopics.of("", TopicSettings.LOCAL, agents)) {
      String store = changelog.substring(1, changelog.length() - "-changelog".length());
      dump.put(
          store, windowStores.contains(store) ? windows(streams, store) : keys(streams, store));
    }
    return dump;
  }

  private static SortedSet<String> keys(KafkaStreams streams, String store) {
    SortedSet<String> entries = new TreeSet<>();
    try (KeyValueIterator<Object, Object> all =
        streams
            .store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()))
            .all()) {
      all.forEachRemaining(entry -> entries.add(entry.key + " = " + text(entry.value)));
    }
    return entries;
  }

  private static SortedSet<String> windows(KafkaStreams streams, String store) {
    SortedSet<String> entries = new TreeSet<>();
    try (KeyValueIterator<Windowed<String>, byte[]> all =
        streams
            .store(
                StoreQueryParameters.fromNameAndType(
                    store, QueryableStoreTypes.<String, byte[]>windowStore()))
            .all()) {
      all.forEachRemaining(
          entry ->
              entries.add(
                  "%s@%d = %s"
                      .formatted(entry.key.key(), entry.key.window().start(), text(entry.value))));
    }
    return entries;
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
  }
}
