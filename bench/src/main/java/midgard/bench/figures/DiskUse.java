package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a world keeps on disk, lengths of files in bytes. A world that was stopped in an orderly way
 * has written everything, and its Kafka has cut its indexes to what is in them.
 *
 * @param state the local stores
 * @param changelogs the embedded Kafka's logs that the stores are rebuilt from
 * @param postgreSql the embedded PostgreSQL's data without its write-ahead log, whose files are
 *     used over and over
 */
record DiskUse(long state, long changelogs, long postgreSql) {
  private static final Pattern CHANGELOG = Pattern.compile(".+-changelog-\\d+");

  /**
   * Reads it.
   *
   * @param data the world's DATA_DIR
   */
  static DiskUse of(Path data) throws IOException {
    Path cluster = data.resolve("postgresql").resolve("data");
    return new DiskUse(
        Folders.bytes(data.resolve("streams")),
        changelogs(data.resolve("kafka")),
        Folders.bytes(cluster) - Folders.bytes(cluster.resolve("pg_wal")));
  }

  private static long changelogs(Path kafka) throws IOException {
    if (!Files.exists(kafka)) {
      return 0;
    }
    long bytes = 0;
    try (DirectoryStream<Path> logs =
        Files.newDirectoryStream(
            kafka, log -> CHANGELOG.matcher(log.getFileName().toString()).matches())) {
      for (Path log : logs) {
        bytes += Folders.bytes(log);
      }
    }
    return bytes;
  }

  /** By how much it has grown. */
  DiskUse since(DiskUse before) {
    return new DiskUse(
        state - before.state, changelogs - before.changelogs, postgreSql - before.postgreSql);
  }
}
