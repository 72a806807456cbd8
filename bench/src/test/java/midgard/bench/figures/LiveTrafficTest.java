package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import midgard.bench.traffic.TrafficOptions;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;
import org.junit.jupiter.api.Test;

class LiveTrafficTest {
  private static final int PLAYERS = 500;

  private final LiveTraffic traffic =
      new LiveTraffic(PLAYERS, 1, 1000, TrafficOptions.RECORDED_START);

  @Test
  void shouldHaveSeenNobodyWhenNothingWasTaken() {
    assertThat(traffic.players()).isEqualTo(PLAYERS);
    assertThat(traffic.came()).isZero();
    assertThat(traffic.acted()).isZero();
  }

  @Test
  void shouldTellHowManyPlayersCameAndActedWhenEventsAreTaken() {
    // Given
    Set<Long> came = new HashSet<>();
    Set<Long> acted = new HashSet<>();
    // When
    for (int server = 0; server < LiveTraffic.SERVERS; server++) {
      List<GameEvent> events = traffic.next(server, 5);
      events.forEach(event -> came.add(event.getPlayerId()));
      events.stream()
          .filter(event -> !(event.getPayload() instanceof PlayerLogin))
          .forEach(event -> acted.add(event.getPlayerId()));
    }
    // Then: a server's own events name player 0
    came.remove(0L);
    acted.remove(0L);
    assertThat(came).hasSizeGreaterThan(acted.size());
    assertThat(traffic.came()).isEqualTo(came.size());
    assertThat(traffic.acted()).isEqualTo(acted.size());
  }

  @Test
  void shouldHaveSeenNearlyAllPlayersWhenEachHasTwentyEvents() {
    for (int round = 0; round < 20; round++) {
      for (int server = 0; server < LiveTraffic.SERVERS; server++) {
        traffic.next(server, PLAYERS / LiveTraffic.SERVERS);
      }
    }
    assertThat(traffic.came()).isBetween(PLAYERS * 95 / 100, PLAYERS);
  }
}
