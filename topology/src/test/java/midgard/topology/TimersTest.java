package midgard.topology;

import static midgard.topology.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.Chat;
import midgard.schemas.event.ChatChannel;
import midgard.schemas.event.ClockTick;
import midgard.schemas.event.GameEvent;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.serde.AvroCodec;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimersTest {
  /** More than the engine asks for at once. */
  private static final int PLAYERS = 600;

  private static final StateOf<LeaderboardState> STATE =
      StateOf.of(AgentName.MEMORY, Domain.PLAYER, LeaderboardState.class);

  /** Five seconds after a chat it counts one. */
  private static final class Sleeper extends Agent<LeaderboardState> {
    Sleeper() {
      super(STATE);
      on(Chat.class, (chat, context) -> context.wakeAt(context.time() + 5000, "wake"));
      onTimer(
          "wake",
          (due, context) -> context.state().setTotalPlayers(context.state().getTotalPlayers() + 1));
    }
  }

  private final Driver driver = new Driver(List.of(new Sleeper()), ClockSource.FEED);

  @AfterEach
  void close() {
    driver.close();
  }

  private void tick(int seconds) {
    GameEvent tick = event(1, new ClockTick());
    tick.setTimestamp(Driver.NOW.plusSeconds(seconds).toEpochMilli());
    driver.send(tick);
  }

  private void chat(int from, int players) {
    for (int player = from; player < from + players; player++) {
      chat(player, (long) player);
    }
  }

  private void chat(int player, long sequence) {
    GameEvent chat = event(sequence, new Chat(ChatChannel.global, "good night", null));
    chat.setPlayerId(player);
    driver.send(chat);
  }

  private KeyValueStore<Bytes, byte[]> store() {
    return driver.driver.getKeyValueStore(StoreNames.states(STATE.domain()));
  }

  private long woken() {
    AvroCodec<LeaderboardState> codec = new AvroCodec<>(LeaderboardState.class, driver.ids);
    long sum = 0;
    try (var states = store().prefixScan(DomainKeys.statesOf(STATE.id()), new BytesSerializer())) {
      while (states.hasNext()) {
        sum += codec.decode(states.next().value).getTotalPlayers();
      }
    }
    return sum;
  }

  @Test
  void shouldWakeEveryKeyOnceWhenManyAreDueAtOneTick() {
    tick(0);
    chat(1, PLAYERS);
    tick(4);
    assertThat(woken()).isZero();

    tick(5);
    tick(6);

    assertThat(woken()).isEqualTo(PLAYERS);
  }

  @Test
  void shouldWakeOnceWhenATimerIsSetAgainBeforeItIsDue() {
    tick(0);
    chat(1, 1L);
    chat(1, 2L);

    tick(5);

    assertThat(woken()).isEqualTo(1);
  }

  @Test
  void shouldWakeAgainWhenATimerIsSetAfterItFired() {
    tick(0);
    chat(1, 1L);
    tick(5);
    // Due in the past by now, so at the next tick.
    chat(1, 2L);

    tick(6);

    assertThat(woken()).isEqualTo(2);
  }

  @Test
  void shouldKeepTheEventThatSetItFirstWhenATimerIsSetAgain() {
    tick(0);
    chat(1, 1L);
    chat(1, 2L);

    try (var timers = store().range(null, DomainKeys.END_OF_TIMERS)) {
      assertThat(new String(timers.next().value, StandardCharsets.UTF_8)).isEqualTo("boot-1");
      assertThat(timers.hasNext()).isFalse();
    }
  }

  @Test
  void shouldWakeAKeyThatFellAsleepAfterOthersWokeUp() {
    tick(0);
    chat(1, 3);
    tick(5);
    chat(4, 2);

    tick(6);

    assertThat(woken()).isEqualTo(5);
  }
}
