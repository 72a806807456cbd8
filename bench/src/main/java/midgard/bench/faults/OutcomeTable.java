package midgard.bench.faults;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Scenarios and oracles as a table, and below it what was found. */
final class OutcomeTable {
  private static final int SHOWN = 5;

  private final PrintWriter out;
  private final List<String> columns = new ArrayList<>();

  OutcomeTable(PrintWriter out, List<Oracle> oracles) {
    this.out = out;
    columns.add(Outcome.COMES_BACK);
    oracles.forEach(oracle -> columns.add(oracle.name()));
    columns.add(Outcome.OWN);
  }

  void print(List<Outcome> outcomes) {
    int wide = outcomes.stream().mapToInt(o -> o.scenario().length()).max().orElse(8);
    StringBuilder head = new StringBuilder(" ".repeat(wide));
    columns.forEach(column -> head.append("  ").append(padded(column, width(column))));
    out.println(head.append("  seconds"));
    for (Outcome outcome : outcomes) {
      StringBuilder line = new StringBuilder(padded(outcome.scenario(), wide));
      if (outcome.notRun().isPresent()) {
        out.println(line.append("  not run: ").append(outcome.notRun().get()));
        continue;
      }
      columns.forEach(
          column -> line.append("  ").append(padded(outcome.cell(column), width(column))));
      out.println(line.append("  %7d".formatted(outcome.took().toSeconds())));
    }
    printPrograms(outcomes);
    outcomes.stream().filter(outcome -> !outcome.isGreen()).forEach(this::printFindings);
    out.flush();
  }

  private void printPrograms(List<Outcome> outcomes) {
    List<Outcome> telling = outcomes.stream().filter(o -> !o.programs().isEmpty()).toList();
    if (!telling.isEmpty()) {
      out.println();
      telling.forEach(
          o -> out.println(o.scenario() + " stood on " + String.join(", ", o.programs())));
    }
  }

  private void printFindings(Outcome outcome) {
    outcome
        .findings()
        .forEach(
            (oracle, found) -> {
              if (!found.isEmpty()) {
                out.printf("%n%s, %s: %d found%n", outcome.scenario(), oracle, found.size());
                found.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
              }
            });
    outcome.notes().forEach(note -> out.println("  (" + note + ")"));
  }

  private static int width(String column) {
    return Math.max(column.length(), "FAILED".length());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
