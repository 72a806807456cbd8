package midgard.service.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A provider on this computer: speaks chat completions and messages, and says what it is told. */
public final class ModelServer implements AutoCloseable {
  public static final int INPUT_TOKENS = 100;
  public static final int OUTPUT_TOKENS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A question as it came. */
  public record Asked(String path, String key, String system, String user, JsonNode body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, String> says = question -> "Well met.";
  private volatile int status = 200;
  private volatile boolean garbled;
  private volatile boolean silent;

  public ModelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public ModelServer says(String text) {
    return says(question -> text);
  }

  public ModelServer says(Function<Asked, String> answer) {
    says = answer;
    return this;
  }

  /** Answers with an error; its body repeats the key, as some providers' do. */
  public ModelServer fails(int withStatus) {
    status = withStatus;
    return this;
  }

  /** Answers with what is no answer of its protocol. */
  public ModelServer garbles() {
    garbled = true;
    return this;
  }

  /** Takes questions and never answers. */
  public ModelServer keepsSilent() {
    silent = true;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    boolean messages = exchange.getRequestURI().getPath().endsWith("/messages");
    Asked question = messages ? ofMessages(exchange, body) : ofCompletions(exchange, body);
    asked.add(question);
    if (silent) {
      await();
    }
    if (status != 200) {
      send(exchange, status, "{\"error\":{\"message\":\"Bad key " + question.key() + "\"}}");
    } else if (garbled) {
      send(exchange, 200, "<html>we are working on it");
    } else {
      String text = says.apply(question);
      send(exchange, 200, messages ? message(text) : completion(text));
    }
  }

  private void await() {
    try {
      stopped.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked ofCompletions(HttpExchange exchange, JsonNode body) {
    return new Asked(
        exchange.getRequestURI().getPath(),
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
        body.at("/messages/0/content").asText(),
        body.at("/messages/1/content").asText(),
        body);
  }

  private static Asked ofMessages(HttpExchange exchange, JsonNode body) {
    JsonNode user = body.at("/messages/0/content");
    return new Asked(
        exchange.getRequestURI().getPath(),
        String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key")),
        body.at("/system/0/text").asText(),
        user.isTextual() ? user.asText() : user.at("/0/text").asText(),
        body);
  }

  private static String completion(String text) {
    ObjectNode answer = JSON.createObjectNode().put("id", "c-1").put("object", "chat.completion");
    ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    answer
        .putObject("usage")
        .put("prompt_tokens", INPUT_TOKENS)
        .put("completion_tokens", OUTPUT_TOKENS)
        .put("total_tokens", INPUT_TOKENS + OUTPUT_TOKENS);
    return answer.toString();
  }

  private static String message(String text) {
    ObjectNode answer = JSON.createObjectNode().put("id", "m-1").put("type", "message");
    answer.put("role", "assistant").put("model", "claude").put("stop_reason", "end_turn");
    answer.putArray("content").addObject().put("type", "text").put("text", text);
    answer.putObject("usage").put("input_tokens", INPUT_TOKENS).put("output_tokens", OUTPUT_TOKENS);
    return answer.toString();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    stopped.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
