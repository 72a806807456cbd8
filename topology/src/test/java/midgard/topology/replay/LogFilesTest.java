package midgard.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.schemas.inbox.Tick;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.serde.SchemaIds;
import midgard.topology.replay.LogPosition.AtOffset;
import midgard.topology.replay.LogPosition.AtTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  private static final String TOPIC = "inbox.player";
  private static final byte[] TICK = {0, 0, 0, 0, 1};
  private static final byte[] GARBAGE = {7};

  @TempDir private Path folder;

  @Test
  void shouldGiveBackEveryByteAndSchemaWhenALogWasWritten() throws Exception {
    // Given
    Path file = write("log.avro", record(0, TICK), record(1, GARBAGE), keyless(2));
    LogFiles log = new LogFiles(List.of(file));

    // When
    List<LogRecord> read = read(log, LogRange.ALL);

    // Then
    assertThat(read).extracting(LogRecord::offset).containsExactly(0L, 1L, 2L);
    assertThat(read.get(0).value().orElseThrow()).isEqualTo(TICK);
    assertThat(read.get(0).keyText()).contains("150101");
    assertThat(read.get(1).value().orElseThrow()).isEqualTo(GARBAGE);
    assertThat(read.get(2).key()).isEmpty();
    assertThat(read.get(2).value()).isEmpty();
    assertThat(log.ids().byId(1)).isEqualTo(Tick.getClassSchema());
  }

  @Test
  void shouldKeepToTheRangeWithBothItsEnds() throws Exception {
    LogFiles log =
        new LogFiles(List.of(write("log.avro", keyless(0), keyless(1), keyless(2), keyless(3))));

    assertThat(read(log, new LogRange(new AtOffset(1), new AtOffset(2))))
        .extracting(LogRecord::offset)
        .containsExactly(1L, 2L);
    assertThat(read(log, new LogRange(new AtTime(1001), new AtTime(1002))))
        .extracting(LogRecord::offset)
        .containsExactly(1L, 2L);
  }

  @Test
  void shouldRefuseFilesThatHoldARecordTwice() throws Exception {
    LogFiles log =
        new LogFiles(List.of(write("a.avro", keyless(0), keyless(1)), write("b.avro", keyless(1))));

    assertThatThrownBy(() -> read(log, LogRange.ALL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("b.avro holds inbox.player-0@1, which an earlier file holds too");
  }

  private static List<LogRecord> read(LogFiles log, LogRange range) {
    List<LogRecord> read = new ArrayList<>();
    log.read(List.of(TOPIC), range, read::add);
    return read;
  }

  private Path write(String name, LogRecord... records) throws IOException {
    SchemaIds ids = new LocalSchemaIds();
    ids.register("tick", Tick.getClassSchema());
    Path file = folder.resolve(name);
    try (LogWriter writer = new ContainerWriter(Files.newOutputStream(file), ids)) {
      for (LogRecord record : records) {
        writer.write(record);
      }
    }
    return file;
  }

  private static LogRecord record(long offset, byte[] value) {
    byte[] key = "150101".getBytes(StandardCharsets.UTF_8);
    return new LogRecord(TOPIC, 0, offset, 1000 + offset, Optional.of(key), Optional.of(value));
  }

  private static LogRecord keyless(long offset) {
    return new LogRecord(TOPIC, 0, offset, 1000 + offset, Optional.empty(), Optional.empty());
  }
}
