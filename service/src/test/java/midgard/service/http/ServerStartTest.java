package midgard.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import midgard.service.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerStartTest {
  @Test
  void shouldNameTheSettingWhenThePortIsTaken() {
    try (HttpServer first = HttpServer.start("AI_SERVICE_PORT", "127.0.0.1", 0, List.of())) {
      int port = first.port();
      String line =
          "Port %d is taken by another program. Stop it or set AI_SERVICE_PORT.".formatted(port);

      assertThatThrownBy(
              () -> HttpServer.start("AI_SERVICE_PORT", "127.0.0.1", port, List.of()).close())
          .isInstanceOf(ServerStartException.class)
          .hasMessage(line);
      assertThatThrownBy(() -> HttpServer.requireFree("AI_SERVICE_PORT", "127.0.0.1", port))
          .isInstanceOf(ServerStartException.class)
          .hasMessage(line);
    }
  }

  @Test
  void shouldSaySoWhenTheAddressIsNotThisComputers() {
    assertThatThrownBy(() -> HttpServer.start("X", "192.0.2.1", 0, List.of()).close())
        .isInstanceOf(ServerStartException.class)
        .hasMessage("192.0.2.1 is no address of this computer.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void shouldRefuseToWriteWhenAServerIsReadOnly(String method) throws Exception {
    // Given
    Routes careless = config -> config.routes.post("/write", ctx -> ctx.result("written"));
    try (HttpServer server =
        HttpServer.start("X", "127.0.0.1", 0, List.of(new ReadOnly(), careless))) {
      // When
      Http.Answer answer = Http.send(method, server.url() + "/write", null, new byte[0]);

      // Then
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }
  }
}
