package midgard.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import midgard.service.config.ServiceConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "smoke",
    description = "Asks a running world what the requirement's smoke tests ask.",
    mixinStandardHelpOptions = true)
final class SmokeCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int AGENTS = 21;
  private static final int ONCE = 1;

  /** A busy world answers a dispatch before all of it is applied; reads wait up to 5 s for it. */
  private static final int READS = 11;

  private static final Duration BETWEEN_READS = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--url", description = "The internal server. Default: this computer's.")
  private String url;

  @Option(names = "--dashboard", description = "The public server. Default: this computer's.")
  private String dashboard;

  // Made when asked for: the command line makes every command for each start of a world.
  private HttpClient client;
  private int failed;

  @Override
  public Integer call() throws InterruptedException {
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();
    String base = url == null ? "http://127.0.0.1:" + config.http().port() : url;
    String page =
        dashboard == null ? "http://127.0.0.1:" + config.http().dashboardPort() : dashboard;
    get(
        base + "/api/v1/world/agents/status",
        a -> a.path("agents").size() == AGENTS && a.path("active").asInt() == AGENTS);
    get(base + "/api/v1/health", a -> a.path("status").asText().equals("healthy"));
    dispatch(base, "{\"events\":[{\"event_type\":\"test\",\"timestamp\":1732628400}]}");
    webSocket(base.replaceFirst("^http", "ws") + "/ws");
    ask("GET " + page + "/", HttpRequest.newBuilder(URI.create(page + "/")), body -> true, ONCE);
    post(
        base + "/api/v1/storyline/generate",
        "{\"world_state\":{\"faction_dominance\":\"rune_alliance\",\"recent_events\":[]},\"player_actions\":[]}",
        answer -> answer.hasNonNull("arc_id"));
    get(base + "/api/v1/storyline/current", answer -> answer.hasNonNull("arc_id"));
    dispatch(
        base,
        "{\"events\":[{\"event_type\":\"player_login\",\"player_id\":150001,\"map\":\"prontera\",\"timestamp\":1732628400000}]}");
    get(base + "/api/v1/world/problems/active", JsonNode::isObject);
    get(base + "/api/v1/world/npcs/active", a -> a.path("npcs").isArray());
    get(base + "/api/v1/progression/reputation/150001", a -> a.path("known").asBoolean());
    PrintWriter out = spec.commandLine().getOut();
    out.println(failed == 0 ? "All is well." : failed + " of these went wrong.");
    out.flush();
    return failed == 0 ? 0 : 1;
  }

  private void get(String address, Predicate<JsonNode> right) {
    ask("GET " + address, HttpRequest.newBuilder(URI.create(address)), json(right), READS);
  }

  private void dispatch(String base, String body) {
    post(base + "/api/v1/events/dispatch", body, answer -> answer.path("rejected").asInt(-1) == 0);
  }

  private void post(String address, String body, Predicate<JsonNode> right) {
    ask(
        "POST " + address,
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        json(right),
        ONCE);
  }

  private static Predicate<String> json(Predicate<JsonNode> right) {
    return body -> {
      try {
        return right.test(JSON.readTree(body));
      } catch (IOException e) {
        return false;
      }
    };
  }

  private void ask(
      String what, HttpRequest.Builder builder, Predicate<String> right, int attempts) {
    HttpRequest request = builder.timeout(ANSWER).build();
    RetryConfig patience =
        RetryConfig.<HttpResponse<String>>custom()
            .maxAttempts(attempts)
            .waitDuration(BETWEEN_READS)
            .retryOnResult(answer -> answer.statusCode() == 200 && !right.test(answer.body()))
            .retryOnException(e -> false)
            .build();
    try {
      HttpResponse<String> answer =
          Retry.of(what, patience)
              .executeSupplier(
                  () -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join());
      boolean well = answer.statusCode() == 200 && right.test(answer.body());
      told(well, what, answer.statusCode() + (well ? "" : " " + shortened(answer.body())));
    } catch (CompletionException e) {
      told(false, what, "does not answer");
    }
  }

  private void webSocket(String address) throws InterruptedException {
    try {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(URI.create(address), new WebSocket.Listener() {})
              .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
      told(true, "WS " + address, "connected");
    } catch (ExecutionException | TimeoutException e) {
      told(false, "WS " + address, "does not connect");
    }
  }

  private void told(boolean well, String what, String answer) {
    if (!well) {
      failed++;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-6s %s: %s%n", well ? "ok" : "FAILED", what, answer);
    out.flush();
  }

  private static String shortened(String body) {
    return body.length() <= 200 ? body : body.substring(0, 200) + "...";
  }
}
