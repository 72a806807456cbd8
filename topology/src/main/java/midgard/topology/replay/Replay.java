package midgard.topology.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import midgard.agent.Agent;
import midgard.agent.engine.EngineConfig;
import midgard.schemas.Domain;
import midgard.schemas.serde.AvroCodec;

/**
 * The agents of a world over recorded inboxes, offline: states in memory, no effect carried out.
 * Signals that agents send go nowhere but into the {@link Turn}, for the live run's own lie in the
 * inboxes already. For one thread.
 */
public final class Replay {
  private record Place(Domain domain, int partition) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::domain).thenComparingInt(Place::partition);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final List<Agent<?>> agents;
  private final EngineConfig config;
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<Place, ReplayedPartition> partitions = new TreeMap<>();

  /**
   * @param config what the live world was given; its seed, zone and switched off agents decide
   */
  public Replay(List<Agent<?>> agents, EngineConfig config, Collection<Domain> domains) {
    this.agents = agents;
    this.config = config;
    for (Domain domain : Domain.values()) {
      if (domains.contains(domain)) {
        this.domains.put(config.topics().inbox(domain).name(), domain);
      }
    }
  }

  /** The inboxes that are to be read. */
  public List<String> inboxes() {
    return List.copyOf(domains.keySet());
  }

  /**
   * Works one record of one of the {@link #inboxes} off.
   *
   * @return empty when it cannot be read; live, it went to the dead letters
   */
  public Optional<Turn> process(LogRecord record) {
    Place place = new Place(domains.get(record.topic()), record.partition());
    return partitions
        .computeIfAbsent(place, p -> new ReplayedPartition(p.domain(), agents, config))
        .process(record);
  }

  /** How far each partition is, in their order. */
  public List<Progress> progress() {
    return partitions.values().stream().flatMap(p -> p.progress().stream()).toList();
  }

  /** The states of a key as they stand, by agent. */
  public Map<String, byte[]> states(Domain domain, String key) {
    Map<String, byte[]> found = new TreeMap<>();
    for (Map.Entry<Place, ReplayedPartition> entry : partitions.entrySet()) {
      if (entry.getKey().domain() == domain) {
        for (Agent<?> agent : agents) {
          entry
              .getValue()
              .stores()
              .state(agent.id(), key)
              .ifPresent(state -> found.put(agent.id(), state));
        }
      }
    }
    return found;
  }

  /**
   * One SHA-256 over all states, windows, timers and clocks, in hexadecimal. Schema ids are left
   * out, so it is the same wherever the same log is replayed.
   */
  public String hash() {
    MessageDigest digest = sha256();
    dump(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * All states, windows, timers and clocks, each as a line: domain and partition, what it is, its
   * bytes in hexadecimal without the schema id.
   */
  public void dump(Consumer<String> lines) {
    partitions.forEach(
        (place, partition) -> {
          String prefix = place.domain().id() + "-" + place.partition() + " ";
          partition.stores().dump(AvroCodec.HEADER).forEach(line -> lines.accept(prefix + line));
        });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", e);
    }
  }
}
