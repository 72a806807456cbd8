package midgard.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import midgard.service.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
  private final Late<String> late = new Late<>("oven");
  private HttpServer server;

  @BeforeAll
  void start() {
    server =
        HttpServer.start(
            "PORT",
            "127.0.0.1",
            0,
            List.of(
                config -> {
                  config.routes.get("/fine", ctx -> ctx.result("fine"));
                  config.routes.post("/echo", ctx -> ctx.result(ctx.bodyAsBytes()));
                  config.routes.get(
                      "/bug",
                      ctx -> {
                        throw new IllegalStateException("secret");
                      });
                  config.routes.get(
                      "/bad",
                      ctx -> {
                        throw ProblemException.badRequest("id is no number.");
                      });
                  config.routes.get("/late", ctx -> ctx.result(late.get()));
                }));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nothing,404,Not Found,'Nothing answers GET /nothing.'",
    "PUT,/fine,405,Method Not Allowed,PUT is not possible here.",
    "GET,/bad,400,Bad Request,id is no number.",
    "GET,/bug,500,Internal Server Error,A fault in the service; its log says more.",
    "GET,/late,503,Service Unavailable,The oven is still starting; try again."
  })
  void shouldAnswerAProblemWhenARequestFails(
      String method, String path, int status, String title, String detail) throws Exception {
    // When
    Http.Answer answer = Http.send(method, server.url() + path, null, new byte[0]);

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("title").asText()).isEqualTo(title);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isEqualTo(detail);
    assertThat(problem.path("instance").asText()).isEqualTo(path);
  }

  @Test
  void shouldSayWhenToComeAgainWhenAPartIsLate() throws Exception {
    assertThat(Http.get(server.url() + "/late").header("Retry-After")).isEqualTo("2");
  }

  @Test
  void shouldAnswerAProblemWhenTheBodyIsTooLarge() throws Exception {
    // When
    Http.Answer answer =
        Http.send(
            "POST", server.url() + "/echo", null, new byte[(int) HttpServer.MAX_BODY_BYTES + 1]);

    // Then
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asText()).contains("4194304 bytes");
  }

  @Test
  void shouldTakeTheBodyWhenItIsJustAsLargeAsAllowed() throws Exception {
    // When
    Http.Answer answer =
        Http.send("POST", server.url() + "/echo", null, new byte[(int) HttpServer.MAX_BODY_BYTES]);

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void shouldAnswerAProblemWhenTheRequestLineIsBroken() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      // When
      socket
          .getOutputStream()
          .write("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes());
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      // Then
      assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("jetty");
    }
  }
}
