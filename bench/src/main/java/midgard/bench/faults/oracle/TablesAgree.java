package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;

/** PostgreSQL's rows are what the changes say. */
public final class TablesAgree implements Oracle {
  @Override
  public String name() {
    return "tables";
  }

  @Override
  public String claims() {
    return "every row of PostgreSQL is the last change of its key, and none is missing";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    List<String> found = new ArrayList<>(evidence.openFailures());
    evidence
        .tables()
        .forEach(
            (table, rows) ->
                found.addAll(
                    Differences.between(
                        "Row of " + table,
                        "PostgreSQL",
                        rows.actual(),
                        "the changes",
                        rows.expected())));
    if (evidence.tables().values().stream().allMatch(rows -> rows.expected().isEmpty())) {
      found.add("No change became a row, so nothing could be judged.");
    }
    return found;
  }
}
