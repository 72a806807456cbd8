package midgard.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.stack.registry.LogCodec.Encoded;
import midgard.stack.registry.LogEntry.LevelErased;
import midgard.stack.registry.LogEntry.LevelSet;
import midgard.stack.registry.LogEntry.ModeErased;
import midgard.stack.registry.LogEntry.ModeSet;
import midgard.stack.registry.LogEntry.SchemaErased;
import midgard.stack.registry.LogEntry.SchemaStored;
import midgard.stack.registry.LogEntry.SubjectDeleted;
import midgard.stack.registry.SchemaStore.Deleted;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Kafka may forget, at any time, every record whose key comes again later. */
class SchemaStoreCompactionTest {
  private static final List<String> SUBJECTS = List.of("a", "b");

  @Property
  void shouldAddUpToTheSameWhenTheLogIsCompacted(
      @ForAll("logs") List<LogEntry> changes, @ForAll int cleaned) {
    List<LogEntry> log = asWritten(changes);
    int upTo = log.isEmpty() ? 0 : Math.floorMod(cleaned, log.size() + 1);

    assertThat(stateOf(compacted(log, upTo))).isEqualTo(stateOf(log));
  }

  @Property
  void shouldReadBackWhatWasWrittenWhenEncoded(@ForAll("entries") LogEntry entry) {
    assertThat(decode(LogCodec.encode(entry))).contains(entry);
  }

  /** The registry deletes a subject up to its highest version at that moment. */
  private static List<LogEntry> asWritten(List<LogEntry> changes) {
    SchemaStore store = new SchemaStore();
    List<LogEntry> log = new ArrayList<>();
    for (LogEntry change : changes) {
      LogEntry entry = change;
      if (change instanceof SubjectDeleted deleted) {
        int highest =
            store
                .versions(deleted.subject(), Deleted.INCLUDED)
                .mapToInt(RegisteredSchema::version)
                .max()
                .orElse(0);
        entry = new SubjectDeleted(deleted.subject(), highest);
      }
      store.apply(entry);
      log.add(entry);
    }
    return log;
  }

  /** The first part of a log as the cleaner leaves it, and the rest as it is. */
  private static List<LogEntry> compacted(List<LogEntry> log, int upTo) {
    Map<String, LogEntry> last = new LinkedHashMap<>();
    for (LogEntry entry : log.subList(0, upTo)) {
      String key = new String(LogCodec.encode(entry).key(), StandardCharsets.UTF_8);
      last.remove(key);
      last.put(key, entry);
    }
    List<LogEntry> result = new ArrayList<>();
    last.values().stream()
        .filter(entry -> LogCodec.encode(entry).value() != null)
        .forEach(result::add);
    result.addAll(log.subList(upTo, log.size()));
    return result;
  }

  private static List<Object> stateOf(List<LogEntry> log) {
    SchemaStore store = new SchemaStore();
    log.stream().map(LogCodec::encode).forEach(e -> decode(e).ifPresent(store::apply));
    List<Object> state = new ArrayList<>(store.all(Deleted.INCLUDED).toList());
    for (String subject : SUBJECTS) {
      state.add(store.level(subject));
      state.add(store.mode(subject));
    }
    return state;
  }

  private static Optional<LogEntry> decode(Encoded record) {
    try {
      return LogCodec.decode(record.key(), record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<List<LogEntry>> logs() {
    return entries().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<LogEntry> entries() {
    Arbitrary<String> subjects = Arbitraries.of(SUBJECTS);
    Arbitrary<Integer> versions = Arbitraries.integers().between(1, 3);
    Arbitrary<List<SchemaReference>> references =
        Combinators.combine(subjects, versions)
            .as((subject, version) -> new SchemaReference("t.T", subject, version))
            .list()
            .ofMaxSize(1);
    Arbitrary<LogEntry> stored =
        Combinators.combine(
                subjects,
                versions,
                Arbitraries.integers().between(1, 5),
                references,
                Arbitraries.of(true, false))
            .as(
                (subject, version, id, refs, deleted) ->
                    new SchemaStored(
                        new RegisteredSchema(
                            subject, version, id, refs, "\"type " + id + "\"", deleted)));
    Arbitrary<LogEntry> erased =
        Combinators.combine(subjects, versions)
            .as((subject, version) -> new SchemaErased(new SubjectVersion(subject, version)));
    Arbitrary<LogEntry> deleted = Combinators.combine(subjects, versions).as(SubjectDeleted::new);
    return Arbitraries.oneOf(
        stored,
        stored,
        erased,
        deleted,
        Combinators.combine(subjects, Arbitraries.of(CompatibilityLevel.class)).as(LevelSet::new),
        subjects.map(LevelErased::new),
        Combinators.combine(subjects, Arbitraries.of(RegistryMode.class)).as(ModeSet::new),
        subjects.map(ModeErased::new));
  }
}
