package midgard.agents.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.LevelKind;
import midgard.schemas.event.LevelUp;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.world.LevelBucket;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.Presence;
import midgard.schemas.world.PresenceDelta;
import midgard.schemas.world.WorldState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class PlayerPresenceTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");
  private static final long PLAYER = 150001;

  private final World world = new World(WorldAgents.of(Settings.DEFAULTS)).tick(START);

  private void happens(long after, String map, SpecificRecord payload) {
    feed(Events.event(START + after, PLAYER, map, payload));
  }

  private void feed(GameEvent event) {
    world.event(Domain.PLAYER, Long.toString(event.getPlayerId()), event);
  }

  private WorldState state() {
    return world.state(new WorldPulse(), Domain.WORLD_KEY);
  }

  @Test
  void shouldTellTheWorldAtTheNextTickWhenAPlayerLogsIn() {
    happens(100, "prontera", new PlayerLogin(null));
    assertThat(state().getOnlinePlayers()).isZero();

    world.tick(START + 1000);

    assertThat(state().getOnlinePlayers()).isEqualTo(1);
    assertThat(state().getLevels()).containsExactly(new LevelBucket(50, 1));
    assertThat(state().getMeanLevelMilli()).isEqualTo(50_000);
    assertThat(state().getMaps()).extracting(MapEntry::getMap).containsExactly("prontera");
  }

  @Test
  void shouldStillCountOneWhenAPlayerLogsInASecondTimeWithoutLogout() {
    happens(100, "prontera", new PlayerLogin(null));
    world.tick(START + 1000);
    happens(5000, "prontera", new PlayerLogin(null));
    world.tick(START + 6000);

    assertThat(state().getOnlinePlayers()).isEqualTo(1);
  }

  @Test
  void shouldCountNobodyWhenALogoutComesWithoutLogin() {
    happens(100, "prontera", new PlayerLogout(null));
    world.tick(START + 1000);

    assertThat(state().getOnlinePlayers()).isZero();
    assertThat(world.signals(PresenceDelta.class)).isEmpty();
  }

  @Test
  void shouldStayOffLineWhenAnOlderEventComesAfterTheLogout() {
    happens(100, "prontera", new PlayerLogin(null));
    happens(3000, "prontera", new PlayerLogout(null));
    happens(2000, "geffen", new MapChange("prontera", "geffen"));
    world.tick(START + 4000);

    assertThat(state().getOnlinePlayers()).isZero();
  }

  @Test
  void shouldTakeAPlayerForPresentWhenOnlyTheMapChangeWasSeen() {
    happens(100, "geffen", new MapChange("prontera", "geffen"));
    world.tick(START + 1000);

    assertThat(state().getOnlinePlayers()).isEqualTo(1);
    assertThat(state().getMaps().get(0).getMap()).isEqualTo("geffen");
  }

  @Test
  void shouldMoveThePlayerToTheNextBucketWhenTheBaseLevelRises() {
    happens(100, "prontera", new PlayerLogin(null));
    happens(200, "prontera", new LevelUp(LevelKind.base, 61));
    happens(300, "prontera", new LevelUp(LevelKind.base, 70));
    world.tick(START + 1000);

    assertThat(state().getLevels()).containsExactly(new LevelBucket(70, 1));
    assertThat(state().getMeanLevelMilli()).isEqualTo(70_000);
  }

  @Test
  void shouldLetAPlayerGoWithinFiveMinutesWhenTheServerStartedAnewWithoutALogout() {
    happens(100, "prontera", new PlayerLogin(null));
    world.tick(START + 1000);
    heartbeat(60_000, 5);
    world.tickTo(START + 301_000, 1000);

    assertThat(state().getOnlinePlayers()).isZero();
    assertThat(state().getMaps().stream().mapToInt(MapEntry::getPlayers).sum()).isZero();
  }

  @Test
  void shouldKeepAPlayerWhenTheServerRunsOn() {
    heartbeat(50, 600);
    happens(100, "prontera", new PlayerLogin(null));
    heartbeat(60_000, 660);
    world.tickTo(START + 1_200_000, 1000);

    assertThat(state().getOnlinePlayers()).isEqualTo(1);
  }

  private void heartbeat(long after, long uptime) {
    GameEvent beat = Events.event(START + after, 0, null, new Heartbeat(1, uptime, null, null));
    world.event(Domain.WORLD, Domain.WORLD_KEY, beat);
  }

  @Property(tries = 200)
  void shouldEndTheSameWhenEventsOfOnePlayerComeInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<GameEvent> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String map = List.of("prontera", "geffen", "payon").get(random.nextInt(3));
      SpecificRecord payload =
          switch (random.nextInt(4)) {
            case 0 -> new PlayerLogin(null);
            case 1 -> new PlayerLogout(null);
            case 2 -> new MapChange("izlude", map);
            default -> new LevelUp(LevelKind.base, 1 + random.nextInt(99));
          };
      GameEvent event = Events.event(START + i / 3, PLAYER, map, payload);
      event.setSequence((long) i);
      if (payload instanceof LevelUp up) {
        event.setBaseLevel(up.getLevel());
      }
      events.add(event);
    }

    Presence inOrder = presenceAfter(events, random);
    Collections.shuffle(events, random);
    Presence shuffled = presenceAfter(events, random);

    assertThat(shuffled).isEqualTo(inOrder);
  }

  /** Feeds with ticks in between, and checks that the world counts what the player told. */
  private static Presence presenceAfter(List<GameEvent> events, Random random) {
    World world = new World(WorldAgents.of(Settings.DEFAULTS)).tick(START);
    long now = START;
    for (GameEvent event : events) {
      world.event(Domain.PLAYER, Long.toString(PLAYER), event);
      if (random.nextBoolean()) {
        world.tick(now += 1000);
      }
    }
    world.tick(now + 1000);
    Presence presence = world.state(new PlayerPresence(), Long.toString(PLAYER)).getNow();
    WorldState state = world.state(new WorldPulse(), Domain.WORLD_KEY);
    assertThat(state.getOnlinePlayers()).isEqualTo(presence.getOnline() ? 1 : 0);
    assertThat(state.getLevelSum()).isEqualTo(presence.getOnline() ? presence.getBaseLevel() : 0);
    assertThat(state.getMaps().stream().mapToInt(MapEntry::getPlayers).sum())
        .isEqualTo(state.getOnlinePlayers());
    return presence;
  }
}
