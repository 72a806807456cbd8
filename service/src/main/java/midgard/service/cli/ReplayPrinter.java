package midgard.service.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import midgard.agent.engine.InboxRecord;
import midgard.schemas.event.GameEvent;
import midgard.topology.replay.Difference;
import midgard.topology.replay.LogRecord;
import midgard.topology.replay.Progress;
import midgard.topology.replay.StateReader;
import midgard.topology.replay.Turn;
import org.apache.avro.specific.SpecificRecord;

/** Tells a person what a replay finds. */
final class ReplayPrinter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;
  private final PrintWriter err;
  private final StateReader states;

  ReplayPrinter(PrintWriter out, PrintWriter err, StateReader states) {
    this.out = out;
    this.err = err;
    this.states = states;
  }

  /** What a message did to a key. */
  void turn(Turn turn, TraceKey traced) {
    InboxRecord record = turn.record();
    out.printf(
        "%s-%d@%d  %s  %s  %s%n",
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.message().getTime()),
        type(record),
        traced);
    boolean changed = false;
    for (Turn.Written written : turn.written()) {
      if (written.key().equals(traced.key())) {
        changed = true;
        String window = written.isWindow() ? " " + Instant.ofEpochMilli(written.window()) : "";
        String what =
            written.isRemoval() ? "forgotten" : indented(written.store(), written.bytes());
        out.println("  " + written.store() + window + " " + what);
      }
    }
    if (!changed) {
      out.println("  no state changed");
    }
    out.flush();
  }

  private static String type(InboxRecord record) {
    Object body = record.message().getBody();
    return (body instanceof GameEvent event ? event.getPayload() : body).getClass().getSimpleName();
  }

  private String indented(String store, byte[] bytes) {
    return json(states.read(store, bytes)).replace("\n", "\n  ");
  }

  private static String json(SpecificRecord record) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(JSON.readTree(record.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro wrote no JSON: " + e.getOriginalMessage(), e);
    }
  }

  void states(TraceKey traced, Map<String, byte[]> found) {
    out.println(traced + (found.isEmpty() ? " has no state" : " as it stands"));
    found.forEach((store, bytes) -> out.println("  " + store + " " + indented(store, bytes)));
  }

  void progress(Progress progress) {
    out.printf(
        "%s-%d: %d messages, from offset %d to %d, event time %s%n",
        progress.topic(),
        progress.partition(),
        progress.messages(),
        progress.firstOffset(),
        progress.lastOffset(),
        Instant.ofEpochMilli(progress.time()));
  }

  void difference(Difference difference) {
    out.printf(
        "The first difference, at %s-%d@%d (event %s), agent %s:%n",
        difference.topic(),
        difference.partition(),
        difference.offset(),
        difference.eventId(),
        difference.agent());
    Optional<String> recorded = difference.recorded().map(ReplayPrinter::json);
    Optional<String> replayed = difference.replayed().map(ReplayPrinter::json);
    out.println("recorded: " + recorded.orElse("no such change"));
    out.println("replayed: " + replayed.orElse("no such change"));
    if (recorded.isPresent() && recorded.equals(replayed)) {
      out.println("Both read alike; their bytes differ in the schema that wrote them.");
    }
  }

  void failed(Turn turn, Turn.Failed failed) {
    InboxRecord record = turn.record();
    err.printf(
        "%s-%d@%d: agent %s failed on key %s: %s%n",
        record.topic(),
        record.partition(),
        record.offset(),
        failed.agent(),
        failed.key(),
        failed.reason());
    err.flush();
  }

  void unreadable(LogRecord record) {
    err.println(record.place() + ": no message that can be read; left out");
    err.flush();
  }

  void agreed(long changes) {
    out.printf(
        "%d %s, byte for byte.%n", changes, changes == 1 ? "change agrees" : "changes agree");
  }

  void total(long messages, long failures, double seconds) {
    out.printf(
        Locale.ROOT,
        "%d messages in %.2f s, %.0f per second, %d failures%n",
        messages,
        seconds,
        messages / Math.max(seconds, 1e-9),
        failures);
    out.flush();
  }
}
