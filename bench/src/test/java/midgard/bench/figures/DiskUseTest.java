package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUseTest {
  @TempDir private Path data;

  private void write(String file, int bytes) throws IOException {
    Path path = data.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, new byte[bytes]);
  }

  @Test
  void shouldCountAllFilesOfTheLocalStateWhenTheyLieDeep() throws IOException {
    write("streams/midgard/0_1/rocksdb/states/000001.sst", 100);
    write("streams/midgard/0_1/.checkpoint", 7);
    assertThat(DiskUse.of(data)).isEqualTo(new DiskUse(107, 0, 0));
  }

  @Test
  void shouldCountOnlyChangelogsWhenKafkaHoldsOtherTopicsToo() throws IOException {
    write("kafka/midgard-player-states-changelog-0/0.log", 50);
    write("kafka/midgard-player-states-changelog-11/0.log", 3);
    write("kafka/game.events-0/0.log", 1000);
    write("kafka/changelog-of-versions-0/0.log", 1000);
    assertThat(DiskUse.of(data)).isEqualTo(new DiskUse(0, 53, 0));
  }

  @Test
  void shouldLeaveTheWriteAheadLogOutWhenPostgreSqlIsCounted() throws IOException {
    write("postgresql/data/base/5/1", 8192);
    write("postgresql/data/pg_wal/1", 16_000);
    write("postgresql/bin/postgres", 9000);
    assertThat(DiskUse.of(data)).isEqualTo(new DiskUse(0, 0, 8192));
  }

  @Test
  void shouldBeNothingWhenThereIsNoWorldYet() throws IOException {
    assertThat(DiskUse.of(data.resolve("none"))).isEqualTo(new DiskUse(0, 0, 0));
  }

  @Test
  void shouldBeTheDifferenceWhenTakenSinceAnother() {
    DiskUse grown = new DiskUse(10, 25, 30).since(new DiskUse(1, 5, 40));
    assertThat(grown).isEqualTo(new DiskUse(9, 20, -10));
  }
}
