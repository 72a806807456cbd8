package midgard.topology.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecentStatesTest {
  private static final int ROOM = 1000;
  private final RecentStates recent = new RecentStates(ROOM);

  private static Supplier<Optional<byte[]>> storeWith(byte[] state) {
    return () -> Optional.of(state);
  }

  private static Supplier<Optional<byte[]>> notAsked() {
    return () -> {
      throw new AssertionError("the store was asked");
    };
  }

  private static byte[] bytes(int length) {
    return new byte[length];
  }

  @Test
  void shouldAskTheStoreOnceWhenAKeyIsReadTwice() {
    byte[] state = bytes(3);
    recent.get("karma-player", "1", storeWith(state));

    assertThat(recent.get("karma-player", "1", notAsked())).containsSame(state);
  }

  @Test
  void shouldAskTheStoreOnceWhenItHasNone() {
    recent.get("karma-player", "1", Optional::empty);

    assertThat(recent.get("karma-player", "1", notAsked())).isEmpty();
  }

  @Test
  void shouldKeepAgentsApartWhenTheyHaveTheSameKey() {
    recent.put("karma-player", "1", bytes(3));

    assertThat(recent.get("social-player", "1", Optional::empty)).isEmpty();
  }

  @Test
  void shouldGiveWhatWasWrittenLastWhenItWasReadBefore() {
    byte[] written = bytes(7);
    recent.get("karma-player", "1", storeWith(bytes(3)));
    recent.put("karma-player", "1", written);

    assertThat(recent.get("karma-player", "1", notAsked())).containsSame(written);
  }

  @Test
  void shouldKnowOfNoneWhenItWasRemoved() {
    recent.put("karma-player", "1", bytes(3));
    recent.remove("karma-player", "1");

    assertThat(recent.get("karma-player", "1", notAsked())).isEmpty();
  }

  @Test
  void shouldForgetWhatWasNotTouchedLongestWhenThereIsNoRoom() {
    byte[] first = bytes(300);
    recent.put("a", "1", first);
    recent.put("a", "2", bytes(300));
    recent.get("a", "1", notAsked());
    recent.put("a", "3", bytes(300));
    byte[] stored = bytes(300);

    assertThat(recent.get("a", "1", notAsked())).containsSame(first);
    assertThat(recent.get("a", "2", storeWith(stored))).containsSame(stored);
  }

  @Test
  void shouldKeepToItsRoomWhenOneKeyGrowsAgainAndAgain() {
    for (int length = 0; length < 2 * ROOM; length += 100) {
      recent.put("a", "1", bytes(length));
    }
    byte[] stored = bytes(1);

    assertThat(recent.get("a", "1", storeWith(stored))).containsSame(stored);
  }
}
