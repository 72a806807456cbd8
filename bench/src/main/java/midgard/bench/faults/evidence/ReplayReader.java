package midgard.bench.faults.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.change.Change;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.serde.AvroCodec;
import midgard.topology.replay.LogRecord;
import midgard.topology.replay.Replay;
import midgard.topology.replay.Turn;
import org.apache.kafka.common.TopicPartition;

/** Replays the inboxes of a frozen world, and shows what is recorded in the same form. */
final class ReplayReader {
  /** Who sends what comes over HTTP: it is nobody's effect. */
  private static final String COMMANDS = "api";

  private final FrozenWorld world;
  private final Logs logs;
  private final States states = States.empty();

  ReplayReader(FrozenWorld world, Logs logs) {
    this.world = world;
    this.logs = logs;
  }

  /** The states at the end of {@link #effects}. */
  States states() {
    return states;
  }

  Evidence.Effects effects(List<LogRecord> inboxes, StoreCatalogue catalogue) {
    Replay replay = new Replay(world.agents(), world.engine(), Arrays.asList(Domain.values()));
    List<Effect> replayed = new ArrayList<>();
    Set<ExpectedLetter> failures = new HashSet<>();
    for (LogRecord record : inboxes) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      if (record.offset() < logs.committed().getOrDefault(partition, 0L)) {
        replay.process(record).ifPresent(turn -> add(turn, record, replayed, failures));
      }
    }
    replay.dump(line -> catalogue.put(states, line));
    return new Evidence.Effects(recorded(), replayed, failures);
  }

  private void add(
      Turn turn, LogRecord record, List<Effect> replayed, Set<ExpectedLetter> failures) {
    for (Turn.Concluded concluded : turn.changes()) {
      replayed.add(change(concluded.change(), concluded.bytes()));
    }
    for (Turn.Sent sent : turn.sent()) {
      String what = sent.topic().equals(world.topics().gameActions().name()) ? "action" : "signal";
      for (String topic : holders(sent)) {
        replayed.add(
            new Effect(topic, sent.key().orElse(""), record.place(), what, body(sent.bytes())));
      }
    }
    for (Turn.Failed failed : turn.failures()) {
      failures.add(
          new ExpectedLetter(record.topic(), record.partition(), record.offset(), failed.agent()));
    }
  }

  /** A broadcast goes to every partition of its topic, anything else to the topic. */
  private List<String> holders(Turn.Sent sent) {
    if (sent.key().isPresent()) {
      return List.of(sent.topic());
    }
    int partitions = world.topics().named(sent.topic()).orElseThrow().partitions();
    return IntStream.range(0, partitions).mapToObj(p -> sent.topic() + "-" + p).toList();
  }

  private List<Effect> recorded() {
    List<Effect> recorded = new ArrayList<>();
    logs.changes().forEach(change -> recorded.add(change(change.value(), change.bytes())));
    logs.actions()
        .forEach(
            action ->
                recorded.add(
                    new Effect(
                        action.topic(),
                        action.key().orElse(""),
                        place(action.value().getCause()),
                        "action",
                        body(action.bytes()))));
    for (Logged<InboxMessage> message : logs.inboxes()) {
      String sender = message.value().getSender();
      if (sender != null && !sender.equals(COMMANDS)) {
        recorded.add(signal(message));
      }
    }
    return recorded;
  }

  private static Effect signal(Logged<InboxMessage> message) {
    return new Effect(
        message.key().isPresent() ? message.topic() : message.topic() + "-" + message.partition(),
        message.key().orElse(""),
        place(message.value().getCause()),
        "signal",
        body(message.bytes()));
  }

  private Effect change(Change change, byte[] bytes) {
    return new Effect(
        world.topics().worldChanges().name(),
        change.getDomain() + "/" + change.getKey(),
        place(change.getCause()),
        change.getBody().getClass().getSimpleName() + " by " + change.getAgent(),
        body(bytes));
  }

  private static String place(Cause cause) {
    return cause.getTopic() + "-" + cause.getPartition() + "@" + cause.getOffset();
  }

  private static String body(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, AvroCodec.HEADER, bytes.length);
  }
}
