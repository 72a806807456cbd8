package midgard.bench.week;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import midgard.schemas.change.Change;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What happened per agent and day: for every table the rows that were new, and for rows with a
 * status how many reached each. A row is known by the key columns that its change names.
 */
final class WeekTable {
  private final ZoneId zone;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Map<LocalDate, Long>> counts = new TreeMap<>();
  private final Set<LocalDate> days = new TreeSet<>();

  WeekTable(ZoneId zone) {
    this.zone = zone;
  }

  void change(Change change) {
    SpecificRecord row = (SpecificRecord) change.getBody();
    Schema schema = row.getSchema();
    String table = schema.getProp("table");
    String key =
        ((List<?>) schema.getObjectProp("key"))
            .stream()
                .map(column -> String.valueOf(row.get(schema.getField(column.toString()).pos())))
                .collect(Collectors.joining("/"));
    LocalDate day = day(change.getTime());
    if (seen.add(table + "/" + key)) {
      count(change.getAgent(), table, "new", day);
    }
    Schema.Field status = schema.getField("status");
    if (status != null) {
      String value = String.valueOf(row.get(status.pos()));
      if (seen.add(table + "/" + key + "=" + value)) {
        count(change.getAgent(), table, value, day);
      }
    }
  }

  void action(String agent, String type, String what, long time) {
    count(agent.substring(0, agent.lastIndexOf('-')), "action " + type, what, day(time));
  }

  private LocalDate day(long time) {
    return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
  }

  private void count(String agent, String what, String how, LocalDate day) {
    days.add(day);
    counts
        .computeIfAbsent("%-18s %-28s %-12s".formatted(agent, what, how), line -> new TreeMap<>())
        .merge(day, 1L, Long::sum);
  }

  /** Agents of which at least one row or action was seen. */
  Set<String> agents() {
    return counts.keySet().stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void print(PrintStream out) {
    List<LocalDate> columns = new ArrayList<>(days);
    out.printf("%-18s %-28s %-12s", "agent", "table", "");
    columns.forEach(day -> out.printf(" %9s", day.toString().substring(5)));
    out.println();
    counts.forEach(
        (line, byDay) -> {
          out.print(line);
          columns.forEach(day -> out.printf(" %,9d", byDay.getOrDefault(day, 0L)));
          out.println();
        });
  }
}
