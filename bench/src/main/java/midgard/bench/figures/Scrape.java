package midgard.bench.figures;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One reading of a world's {@code /metrics}. */
record Scrape(Map<String, Double> samples) {
  /**
   * @throws IOException when the world does not answer with metrics
   */
  static Scrape of(HttpClient http, URI metrics) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("/metrics answers " + answer.statusCode());
    }
    return parse(answer.body());
  }

  static Scrape parse(String text) {
    Map<String, Double> samples = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              samples.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
            });
    return new Scrape(samples);
  }

  /**
   * The sample of this name without labels.
   *
   * @throws IllegalStateException when there is none
   */
  double value(String name) {
    Double value = samples.get(name);
    if (value == null) {
      throw new IllegalStateException("/metrics tells no " + name);
    }
    return value;
  }

  /** Of all samples of this name whose labels hold this text. */
  double sum(String name, String label) {
    return samples.entrySet().stream()
        .filter(e -> e.getKey().startsWith(name + "{") && e.getKey().contains(label))
        .mapToDouble(Map.Entry::getValue)
        .filter(Double::isFinite)
        .sum();
  }
}
