package midgard.bench.faults.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import midgard.bench.process.WorldProcess;

/** Asks a running world by HTTP. */
public final class WorldAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern FAILURES =
      Pattern.compile("(?m)^midgard_agent_failures_total\\{agent=\"([^\"]+)\"\\} ([0-9.E]+)$");

  private final WorldProcess world;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public WorldAnswers(WorldProcess world) {
    this.world = world;
  }

  /** The detailed health; empty while nobody answers. */
  public Optional<JsonNode> health() throws InterruptedException {
    try {
      return Optional.of(JSON.readTree(get("/api/v1/health/detailed")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the world is ready, and what it waits for; empty while nobody answers. */
  public Optional<JsonNode> readiness() throws InterruptedException {
    try {
      return Optional.of(JSON.readTree(get("/api/v1/health/ready")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What the world says of the purses of these players; those without one are left out. */
  public Map<Long, Long> purses(Collection<Long> players) throws IOException, InterruptedException {
    Map<Long, Long> purses = new TreeMap<>();
    for (long player : players) {
      JsonNode answer = JSON.readTree(get("/api/v1/world/players/" + player));
      if (answer.path("zeny").isNumber()) {
        purses.put(player, answer.path("zeny").asLong());
      }
    }
    return purses;
  }

  /** What the world has counted so far. */
  public Evidence.Figures figures() throws IOException, InterruptedException {
    Map<String, Long> failures = new TreeMap<>();
    Matcher found = FAILURES.matcher(get("/metrics"));
    while (found.find()) {
      failures.put(found.group(1), (long) Double.parseDouble(found.group(2)));
    }
    if (failures.isEmpty()) {
      throw new IOException("/metrics counts no agent's failures.");
    }
    JsonNode streams =
        streams().orElseThrow(() -> new IOException("The health does not tell of the streams."));
    return new Evidence.Figures(streams.path("missing_sequences").asLong(-1), failures);
  }

  /** What the detailed health says of the agents' side; empty while it does not. */
  private Optional<JsonNode> streams() throws InterruptedException {
    return health()
        .map(health -> health.path("components").path("streams").path("detail"))
        .filter(detail -> detail.has("state"));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(world.uri(path)).timeout(PATIENCE).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
