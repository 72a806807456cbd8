package midgard.stack.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Avro's rules of schema resolution, applied to the versions that a level asks for. */
final class Compatibility {
  private Compatibility() {}

  /**
   * What speaks against a new schema; empty if nothing does.
   *
   * @param past earlier versions by number; of these the last counts, or all, by the level
   */
  static List<String> objections(
      CompatibilityLevel level, Schema candidate, SortedMap<Integer, Schema> past) {
    if (past.isEmpty() || level == CompatibilityLevel.NONE) {
      return List.of();
    }
    SortedMap<Integer, Schema> relevant = level.transitive() ? past : past.tailMap(past.lastKey());
    List<String> objections = new ArrayList<>();
    for (Entry<Integer, Schema> earlier : relevant.entrySet()) {
      String version = "version " + earlier.getKey();
      if (level.readsOld()) {
        objections.addAll(unreadable("the new schema", candidate, version, earlier.getValue()));
      }
      if (level.readByOld()) {
        objections.addAll(unreadable(version, earlier.getValue(), "the new schema", candidate));
      }
    }
    if (!objections.isEmpty()) {
      objections.add("{compatibility: '" + level + "'}");
    }
    return objections;
  }

  private static List<String> unreadable(
      String readerTitle, Schema reader, String writerTitle, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(found -> describe(found, readerTitle, writerTitle))
        .toList();
  }

  private static String describe(Incompatibility found, String reader, String writer) {
    return "{errorType:'%s', description:'%s cannot read data of %s, at %s: %s'}"
        .formatted(found.getType(), reader, writer, found.getLocation(), found.getMessage());
  }
}
