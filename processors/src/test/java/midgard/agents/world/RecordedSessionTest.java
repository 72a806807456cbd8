package midgard.agents.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.MapChange;
import midgard.schemas.world.MvpBucket;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;

/** The session that was recorded from a real game server, against what the server says of it. */
class RecordedSessionTest {
  private static final Path SESSION = Path.of("../samples/rathena-session.ndjson.gz");

  private final World world = new World(WorldAgents.of(Settings.DEFAULTS));
  private final Set<String> maps = new TreeSet<>();

  private static List<GameEvent> session() throws Exception {
    List<GameEvent> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SESSION)), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        events.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return events;
  }

  private void route(GameEvent event) {
    if (event.getPlayerId() > 0) {
      world.event(Domain.PLAYER, Long.toString(event.getPlayerId()), event);
    }
    Set<String> concerned = new TreeSet<>();
    if (event.getMap() != null) {
      concerned.add(event.getMap());
    }
    if (event.getPayload() instanceof MapChange change) {
      concerned.add(change.getFromMap());
    }
    concerned.forEach(map -> world.event(Domain.MAP, map, event));
    maps.addAll(concerned);
    world.event(Domain.WORLD, Domain.WORLD_KEY, event);
  }

  private WorldState state() {
    return world.state(new WorldPulse(), Domain.WORLD_KEY);
  }

  @Test
  void shouldAgreeWithTheGameServerWhenItsRecordedSessionIsPlayed() throws Exception {
    long clock = 0;
    int heartbeats = 0;
    int agreed = 0;
    for (GameEvent event : session()) {
      while (clock + 1000 <= event.getTimestamp()) {
        clock = clock == 0 ? event.getTimestamp() / 1000 * 1000 : clock + 1000;
        world.tick(clock);
      }
      route(event);
      if (event.getPayload() instanceof Heartbeat beat) {
        heartbeats++;
        world.tick(event.getTimestamp());
        clock = event.getTimestamp();
        agreed += state().getOnlinePlayers() == beat.getOnlinePlayers() ? 1 : 0;
      }
    }
    world.tick(clock + 60_000);

    assertThat(world.failures()).isEmpty();
    assertThat(heartbeats).isEqualTo(149);
    assertThat(agreed).isEqualTo(149);
    assertThat(
            maps.stream()
                .mapToLong(map -> world.state(new MapTraffic(), map).getTotalKills())
                .sum())
        .isEqualTo(1074);
    assertThat(WorldSummary.killsLastHour(state())).isEqualTo(1074);
    assertThat(state().getMvpKills().stream().mapToLong(MvpBucket::getCount).sum()).isEqualTo(3);
    assertThat(state().getOnlinePlayers()).isZero();
    assertThat(state().getLevelSum()).isZero();
  }
}
