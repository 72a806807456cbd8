package midgard.bench.faults.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * The files in which a stopped world keeps its states, as Kafka Streams lays them out: {@code
 * <application>/<task>/rocksdb/<store>}, and windows in {@code <application>/<task>/<store>}, one
 * folder for each segment.
 */
final class LocalStores {
  static {
    RocksDB.loadLibrary();
  }

  private LocalStores() {}

  /**
   * @param folder of the application, under the state folder
   */
  static States read(Path folder, StoreCatalogue catalogue) throws IOException {
    States states = States.empty();
    for (Path task : foldersIn(folder)) {
      String[] id = task.getFileName().toString().split("_");
      if (id.length == 2) {
        int partition = Integer.parseInt(id[1]);
        for (Path store : foldersIn(task.resolve("rocksdb"))) {
          read(List.of(store), store.getFileName().toString(), partition, catalogue, states);
        }
        for (Path store : foldersIn(task)) {
          String name = store.getFileName().toString();
          if (catalogue.isWindowed(name)) {
            read(foldersIn(store), name, partition, catalogue, states);
          }
        }
      }
    }
    return states;
  }

  private static void read(
      List<Path> databases, String store, int partition, StoreCatalogue catalogue, States states) {
    try {
      for (Path database : databases) {
        read(database, store, partition, catalogue, states);
      }
    } catch (RocksDBException e) {
      catalogue.unreadable(states, store, partition, e.getMessage());
    }
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void read(
      Path database, String store, int partition, StoreCatalogue catalogue, States states)
      throws RocksDBException {
    List<ColumnFamilyDescriptor> families =
        List.of(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY));
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (DBOptions options = new DBOptions();
        RocksDB db = RocksDB.openReadOnly(options, database.toString(), families, handles);
        RocksIterator entries = db.newIterator(handles.get(0))) {
      for (entries.seekToFirst(); entries.isValid(); entries.next()) {
        catalogue.put(states, store, partition, entries.key(), entries.value());
      }
      entries.status();
    }
  }
}
