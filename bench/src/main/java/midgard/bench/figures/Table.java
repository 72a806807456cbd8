package midgard.bench.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures for people. */
final class Table {
  private static final String ROW = "%-32s %14s %12s  %s%n";

  private Table() {}

  static String of(Results results, Machine machine) {
    StringBuilder text = new StringBuilder();
    Machine.Hardware hardware = machine.hardware();
    text.append(
        "%s, %d cores, %.1f GiB, %s; %s%n%n"
            .formatted(
                hardware.cpu(),
                hardware.cores(),
                hardware.memoryGib(),
                hardware.kernel(),
                machine.jdk()));
    text.append(ROW.formatted("figure", "value", "aim", ""));
    for (String name : results.names()) {
      double value = results.value(name).orElseThrow();
      Optional<Aim> aim = Aim.ALL.stream().filter(a -> a.name().equals(name)).findFirst();
      String judged = aim.map(a -> a.isMetBy(value) ? "met" : "missed").orElse("");
      text.append(
          ROW.formatted(
              name,
              number(value),
              aim.map(Aim::text).orElse(""),
              (judged + "  " + rounds(results, name)).strip()));
    }
    results
        .failures()
        .forEach((figure, why) -> text.append(ROW.formatted(figure, "failed", "", why)));
    return text.toString();
  }

  private static String rounds(Results results, String name) {
    if (results.roundsOf(name) < 2) {
      return "";
    }
    List<Double> spread = results.spread(name);
    return "%d rounds, %s to %s"
        .formatted(results.roundsOf(name), number(spread.get(0)), number(spread.get(1)));
  }

  private static String number(double value) {
    return value >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
