package midgard.schemas.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.schemas.DeadLetter;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.serde.AvroSerde;
import midgard.schemas.serde.SchemaIds;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of a world, each once. */
public final class Topics {
  private static final Duration MONTH = Duration.ofDays(30);

  private final TopicSettings settings;
  private final Topic<GameEvent> gameEvents;
  private final Map<Domain, Topic<InboxMessage>> inboxes = new EnumMap<>(Domain.class);
  private final Topic<Change> worldChanges;
  private final Topic<GameAction> gameActions;
  private final Topic<ModelRequest> llmRequests;
  private final Topic<DeadLetter> deadLetters;

  public Topics(TopicSettings settings, SchemaIds ids) {
    this.settings = settings;
    Duration inboxRetention = settings.inboxRetention();
    gameEvents =
        topic(
            "game.events",
            "What happened in the game, keyed by the server that saw it.",
            new AvroSerde<>(GameEvent.class, ids),
            settings.partitions(),
            inboxRetention,
            true);
    AvroSerde<InboxMessage> message = new AvroSerde<>(InboxMessage.class, ids);
    for (Domain domain : Domain.values()) {
      inboxes.put(
          domain,
          topic(
              "inbox." + domain.id(),
              "All that the " + domain.id() + " agents react to, in one order per partition.",
              message,
              domain == Domain.WORLD ? 1 : settings.partitions(),
              inboxRetention,
              false));
    }
    worldChanges =
        topic(
            "world.changes",
            "What the agents concluded, keyed by domain and key.",
            new AvroSerde<>(Change.class, ids),
            settings.partitions(),
            MONTH,
            false);
    gameActions =
        topic(
            "game.actions",
            "What the game server is asked to do.",
            new AvroSerde<>(GameAction.class, ids),
            1,
            MONTH,
            false);
    llmRequests =
        topic(
            "llm.requests",
            "What language models are asked, keyed by the agent that asks.",
            new AvroSerde<>(ModelRequest.class, ids),
            1,
            MONTH,
            false);
    deadLetters =
        topic(
            "dead.letters",
            "What could not be taken in, with the reason.",
            new AvroSerde<>(DeadLetter.class, ids),
            1,
            MONTH,
            false);
  }

  private <V extends SpecificRecord> Topic<V> topic(
      String name,
      String purpose,
      AvroSerde<V> value,
      int partitions,
      Duration retention,
      boolean forProducers) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("cleanup.policy", "delete");
    config.put("retention.ms", Long.toString(retention.toMillis()));
    // Append time: retention then counts from arrival, so old events can be fed and replayed.
    config.put("message.timestamp.type", "LogAppendTime");
    config.put("compression.type", "producer");
    // Above the broker's 1 MB for the rest, so that a dead letter can hold any record whole.
    config.put("max.message.bytes", name.equals("dead.letters") ? "2097152" : "1048588");
    config.put("min.insync.replicas", settings.replication() > 2 ? "2" : "1");
    return new Topic<>(
        prefix() + name,
        purpose,
        value,
        partitions,
        settings.replication(),
        Map.copyOf(config),
        forProducers);
  }

  private String prefix() {
    return settings.world().isEmpty() ? "" : settings.world() + ".";
  }

  public TopicSettings settings() {
    return settings;
  }

  public Topic<GameEvent> gameEvents() {
    return gameEvents;
  }

  public Topic<InboxMessage> inbox(Domain domain) {
    return inboxes.get(domain);
  }

  public Topic<Change> worldChanges() {
    return worldChanges;
  }

  public Topic<GameAction> gameActions() {
    return gameActions;
  }

  public Topic<ModelRequest> llmRequests() {
    return llmRequests;
  }

  public Topic<DeadLetter> deadLetters() {
    return deadLetters;
  }

  public List<Topic<?>> all() {
    List<Topic<?>> all = new ArrayList<>();
    all.add(gameEvents);
    all.addAll(inboxes.values());
    all.add(worldChanges);
    all.add(gameActions);
    all.add(llmRequests);
    all.add(deadLetters);
    return List.copyOf(all);
  }

  public Optional<Topic<?>> named(String name) {
    return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
