package midgard.service.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A running world, by one of its two ways in. */
public final class HttpTarget implements Target {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Set<Integer> AGAIN = Set.of(408, 429, 502, 503, 504);
  private static final int KAFKA_RETRIABLE = 50003;

  /** One way in: how a batch is written and its answer read. */
  private record Way(
      String path, String contentType, String before, String between, String after, Reading read) {}

  @FunctionalInterface
  private interface Reading {
    List<Outcome> outcomes(JsonNode answer);
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI uri;
  private final Way way;

  private HttpTarget(String url, Way way) {
    this.uri = URI.create(url.replaceAll("/+$", "") + way.path());
    this.way = way;
  }

  /** The produce call of the REST proxy, which tells repeats from new events later, in the log. */
  public static HttpTarget restProxy(String url, String topic) {
    return new HttpTarget(
        url,
        new Way(
            "/topics/" + topic,
            "application/vnd.kafka.json.v2+json",
            "{\"records\":[{\"value\":",
            "},{\"value\":",
            "}]}",
            HttpTarget::offsets));
  }

  /** The dispatch call, which says of each event what the world made of it. */
  public static HttpTarget dispatch(String url) {
    return new HttpTarget(
        url,
        new Way(
            "/api/v1/events/dispatch?wait=applied",
            "application/json",
            "{\"events\":[",
            ",",
            "]}",
            HttpTarget::results));
  }

  @Override
  public List<Outcome> send(List<FedEvent> batch) throws TryAgain, InterruptedException {
    String body =
        batch.stream()
            .map(FedEvent::json)
            .collect(Collectors.joining(way.between(), way.before(), way.after()));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER)
            .header("Content-Type", way.contentType())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new TryAgain("%s does not answer".formatted(uri));
    }
    if (AGAIN.contains(response.statusCode())) {
      throw new TryAgain("%s answers %d".formatted(uri, response.statusCode()));
    }
    if (response.statusCode() != 200) {
      throw new FeedException(
          "%s answered %d: %s".formatted(uri, response.statusCode(), message(response.body())));
    }
    return outcomes(response.body(), batch.size());
  }

  private List<Outcome> outcomes(String body, int expected) {
    try {
      List<Outcome> outcomes = way.read().outcomes(JSON.readTree(body));
      if (outcomes.size() == expected) {
        return outcomes;
      }
    } catch (JsonProcessingException e) {
      // Told below: something else than a world listens there.
    }
    throw new FeedException(
        "%s gives an answer that is none of a world's; is the URL right?".formatted(uri));
  }

  private static List<Outcome> offsets(JsonNode answer) {
    List<Outcome> outcomes = new ArrayList<>();
    for (JsonNode offset : answer.path("offsets")) {
      int code = offset.path("error_code").asInt(0);
      if (code == 0) {
        outcomes.add(Outcome.ACCEPTED);
      } else {
        outcomes.add(
            code == KAFKA_RETRIABLE
                ? Outcome.AGAIN
                : Outcome.rejected(offset.path("error").asText()));
      }
    }
    return outcomes;
  }

  private static List<Outcome> results(JsonNode answer) {
    List<Outcome> outcomes = new ArrayList<>();
    for (JsonNode result : answer.path("results")) {
      outcomes.add(
          switch (result.path("status").asText()) {
            case "accepted" -> Outcome.ACCEPTED;
            case "duplicate" -> Outcome.DUPLICATE;
            default ->
                result.path("code").asText().equals("NOT_LOGGED")
                    ? Outcome.AGAIN
                    : Outcome.rejected(result.path("reason").asText());
          });
    }
    return outcomes;
  }

  private static String message(String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      String text = answer.path("detail").asText(answer.path("message").asText(""));
      return text.isEmpty() ? "no reason given" : text;
    } catch (JsonProcessingException e) {
      return "no reason given";
    }
  }
}
