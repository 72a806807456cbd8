package midgard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpProxyTest {
  private EchoServer server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new EchoServer();
    proxy = TcpProxy.to(server.port());
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void shouldPassAllBytesInOrderWhenNothingIsWrong() throws IOException {
    byte[] sent = new byte[300_000];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = (byte) (i * 31 >> 3);
    }
    try (Socket client = connect()) {
      Thread writer = new Thread(() -> send(client, sent));
      writer.start();

      assertThat(client.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
    }
  }

  @Test
  void shouldPassTheEndOnWhenAClientHasSaidAll() throws IOException {
    try (Socket client = connect()) {
      send(client, new byte[] {1, 2});
      client.shutdownOutput();

      assertThat(client.getInputStream().readAllBytes()).containsExactly(1, 2);
    }
    await().until(() -> proxy.connections() == 0);
  }

  @Test
  void shouldResetOpenConnectionsAndTakeNewOnesWhenCut() throws IOException {
    try (Socket client = connect()) {
      assertThat(echoed(client, 1)).isEqualTo(1);

      proxy.cut();

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    try (Socket client = connect()) {
      assertThat(echoed(client, 2)).isEqualTo(2);
    }
  }

  @Test
  void shouldLetExactlySoManyBytesThroughWhenCutAfterThem() throws IOException {
    try (Socket client = connect()) {
      proxy.cutAfter(1_000);

      send(client, new byte[5_000]);

      assertThatThrownBy(() -> client.getInputStream().readNBytes(5_000))
          .isInstanceOf(SocketException.class);
    }
    assertThat(server.received()).isLessThanOrEqualTo(1_000);
    await().until(() -> proxy.cutsWithin() == 1);
    try (Socket client = connect()) {
      assertThat(echoed(client, 2)).isEqualTo(2);
    }
  }

  @Test
  void shouldRefuseUntilHealed() throws IOException {
    proxy.refuse();

    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

    proxy.heal();
    try (Socket client = connect()) {
      assertThat(echoed(client, 3)).isEqualTo(3);
    }
  }

  @Test
  void shouldSayNothingUntilHealedWhenSilent() throws IOException {
    try (Socket before = connect()) {
      assertThat(echoed(before, 1)).isEqualTo(1);
      proxy.silence();
      try (Socket during = connect()) {
        send(before, new byte[] {2});
        send(during, new byte[] {3});

        assertSilent(before);
        assertSilent(during);
        assertThat(server.received()).isEqualTo(1);

        proxy.heal();

        assertThat(before.getInputStream().read()).isEqualTo(2);
        assertThat(during.getInputStream().read()).isEqualTo(3);
      }
    }
  }

  @Test
  void shouldTakeTheDelayBothWaysWhenSlow() throws IOException {
    proxy.delay(Duration.ofMillis(100));
    try (Socket client = connect()) {
      long began = System.nanoTime();

      echoed(client, 1);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(199));
    }
  }

  @Test
  void shouldPassNoMoreThanItsBandwidthWhenNarrow() throws IOException {
    proxy.limit(200_000);
    try (Socket client = connect()) {
      long began = System.nanoTime();

      send(client, new byte[60_000]);
      client.getInputStream().readNBytes(60_000);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
    }
  }

  @Test
  void shouldResetTheClientWhenTheServerIsAway() throws IOException {
    // A port that nobody has and nobody is lent, unlike that of a server which has just closed.
    try (TcpProxy nowhere = TcpProxy.to(1);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), nowhere.port())) {
      client.setSoTimeout(10_000);

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(10_000);
    return client;
  }

  private static void send(Socket client, byte[] bytes) {
    try {
      client.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int echoed(Socket client, int one) throws IOException {
    send(client, new byte[] {(byte) one});
    return client.getInputStream().read();
  }

  private static void assertSilent(Socket client) throws IOException {
    client.setSoTimeout(200);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(10_000);
  }
}
