package midgard.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import midgard.service.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
  private static final int MORE = 40;

  private final CompletableFuture<Void> answer = new CompletableFuture<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Socket> callers = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() {
    Routes patient =
        config ->
            config.routes.get(
                "/patient",
                ctx -> {
                  asked.incrementAndGet();
                  ctx.future(() -> answer.thenAccept(done -> ctx.result("here you are")));
                });
    Routes quick = config -> config.routes.get("/quick", ctx -> ctx.result("at once"));
    server = HttpServer.start("X", "127.0.0.1", 0, List.of(patient, quick));
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket caller : callers) {
      caller.close();
    }
    server.close();
  }

  @Test
  void shouldLetTheRestWaitWhenEverybodyCallsAtOnce() throws IOException {
    // Given more callers than there may be, none of whom is answered yet
    for (int i = 0; i < HttpServer.MAX_CONNECTIONS + MORE; i++) {
      call("/patient");
    }
    await().until(() -> asked.get() >= HttpServer.MAX_CONNECTIONS);
    int atOnce = asked.get();
    // When they are
    answer.complete(null);
    // Then no more were taken than may be, and all are answered in the end
    assertThat(atOnce).isEqualTo(HttpServer.MAX_CONNECTIONS);
    for (Socket caller : callers) {
      assertThat(statusOf(caller)).isEqualTo("HTTP/1.1 200 OK");
      caller.close();
    }
  }

  @Test
  void shouldMakeRoomWhenThoseWhoHoldItDoNothing() throws IOException {
    // Given as many as there may be, who say nothing
    for (int i = 0; i < HttpServer.MAX_CONNECTIONS; i++) {
      callers.add(new Socket("127.0.0.1", server.port()));
    }
    // When and then
    await()
        .atMost(Duration.ofSeconds(25))
        .ignoreExceptions()
        .until(() -> Http.get(server.url() + "/quick").status() == 200);
  }

  @Test
  void shouldHangUpAfterAnAnswerWhenNearlyAllConnectionsAreTaken() throws IOException {
    // Given as many as are taken before it gets crowded
    for (int i = 0; i < HttpServer.CROWDED_CONNECTIONS; i++) {
      callers.add(new Socket("127.0.0.1", server.port()));
    }
    // When one more asks
    Socket last = call("/quick");
    // Then it is answered, and room for another
    assertThat(new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("HTTP/1.1 200 OK")
        .endsWith("at once");
  }

  @Test
  void shouldKeepTheConnectionWhenThereIsRoom() throws IOException {
    // Given one who was answered
    Socket caller = call("/quick");
    String first = statusOf(caller);
    // When it asks again
    ask(caller, "/quick", "Connection: close\r\n");
    // Then it is answered again
    assertThat(first).isEqualTo("HTTP/1.1 200 OK");
    assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("HTTP/1.1 200 OK");
  }

  private Socket call(String path) throws IOException {
    Socket caller = new Socket("127.0.0.1", server.port());
    caller.setSoTimeout(20_000);
    callers.add(caller);
    ask(caller, path, "");
    return caller;
  }

  private static void ask(Socket caller, String path, String headers) throws IOException {
    caller
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n"
                .formatted(path, headers)
                .getBytes(StandardCharsets.UTF_8));
  }

  private static String statusOf(Socket caller) throws IOException {
    InputStream in = caller.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
