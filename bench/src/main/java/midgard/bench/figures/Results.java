package midgard.bench.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured, by names with a dot between group and figure: {@code visible_ms.p99}. */
public final class Results {
  private static final double HUNDREDTHS = 100;
  private static final String STOLEN = "stolen_percent.";

  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  /** One value; it is kept to the hundredth. */
  public void put(String name, double value) {
    values.put(name, rounded(value));
  }

  /** A value as the median of several rounds, which are told too. */
  public void putMedian(String name, List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    int middle = sorted.size() / 2;
    put(
        name,
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    putRounds(name, measured);
  }

  /** The single rounds of a value that is put elsewhere. */
  public void putRounds(String name, List<Double> measured) {
    rounds.put(name, measured.stream().map(Results::rounded).toList());
  }

  /**
   * A figure that was attempted more than once, if need be.
   *
   * @param figure its name
   * @param value one of its values, of which that of each attempt is told
   */
  <T> void putAttempts(
      String figure, Attempts<T> attempts, String value, ToDoubleFunction<T> valueOf) {
    putRounds(
        value,
        attempts.all().stream().map(Attempts.Attempt::value).map(valueOf::applyAsDouble).toList());
    putStolen(figure, attempts.stolenPercent());
  }

  /** How much of the processors' time the host kept for others while a figure was measured. */
  void putStolen(String figure, double percent) {
    put(STOLEN + figure, percent);
  }

  /** Whether that is known already. */
  boolean hasStolen(String figure) {
    return values.containsKey(STOLEN + figure);
  }

  /** How a figure was measured. */
  public void setting(String figure, String text) {
    settings.put(figure, text);
  }

  /** A figure was not measured, and why. */
  public void failed(String figure, String why) {
    failures.put(figure, why);
  }

  public OptionalDouble value(String name) {
    return values.containsKey(name) ? OptionalDouble.of(values.get(name)) : OptionalDouble.empty();
  }

  Map<String, Double> values() {
    return Map.copyOf(values);
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  int roundsOf(String name) {
    return rounds.getOrDefault(name, List.of(0.0)).size();
  }

  /** The smallest and the largest round; the value itself, if it had but one. */
  List<Double> spread(String name) {
    List<Double> all = rounds.getOrDefault(name, List.of(values.get(name)));
    return List.of(
        all.stream().min(Double::compare).orElseThrow(),
        all.stream().max(Double::compare).orElseThrow());
  }

  Map<String, String> failures() {
    return Map.copyOf(failures);
  }

  /** Writes all of it; a name's dots are levels. */
  void write(Path file, Machine machine, String commit, String date) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("date", date);
    root.put("commit", commit);
    root.set("machine", new ObjectMapper().valueToTree(machine.hardware()));
    root.put("jdk", machine.jdk());
    values.forEach((name, value) -> nested(root, name, value));
    ObjectNode spreads = root.putObject("rounds");
    values
        .keySet()
        .forEach(
            name -> {
              ObjectNode node = spreads.putObject(name);
              node.put("rounds", roundsOf(name));
              ArrayNode spread = node.putArray("spread");
              spread(name).forEach(spread::add);
            });
    ObjectNode how = root.putObject("settings");
    settings.forEach(how::put);
    ObjectNode failed = root.putObject("failed");
    failures.forEach(failed::put);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  private static void nested(ObjectNode root, String name, double value) {
    String[] path = name.split("\\.");
    ObjectNode node = root;
    for (int i = 0; i < path.length - 1; i++) {
      node = node.withObjectProperty(path[i]);
    }
    node.put(path[path.length - 1], value);
  }

  private static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }
}
