package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that knows one read only: how long that is given. */
class SmokeCommandTest {
  private static final String READ = "/api/v1/progression/reputation/150001";

  private final AtomicInteger reads = new AtomicInteger();
  private HttpServer world;
  private volatile int rightFrom;

  @BeforeEach
  void listen() throws IOException {
    world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    world.createContext(
        READ,
        exchange -> {
          boolean known = reads.incrementAndGet() >= rightFrom;
          byte[] body = "{\"known\":%b}".formatted(known).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    world.start();
  }

  @AfterEach
  void stop() {
    world.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + world.getAddress().getPort();
  }

  private Said smoke() {
    return Said.execute(List.of("smoke", "--url", url(), "--dashboard", url()));
  }

  @Test
  void shouldReadAgainWhenABusyWorldHasNotAppliedTheEventYet() {
    rightFrom = 3;

    assertThat(smoke().out()).contains("ok     GET " + url() + READ + ": 200");
  }

  @Test
  void shouldSayWhatItReadWhenTheWorldNeverAppliesTheEvent() {
    rightFrom = Integer.MAX_VALUE;

    assertThat(smoke().out()).contains("FAILED GET " + url() + READ + ": 200 {\"known\":false}");
  }
}
