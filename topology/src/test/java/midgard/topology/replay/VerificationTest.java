package midgard.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import midgard.agent.engine.InboxRecord;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.change.Change;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.reputation.UnlockedBenefit;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.topology.replay.Turn.Concluded;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final String INBOX = "inbox.player";

  private final Topic<Change> topic =
      new Topics(TopicSettings.LOCAL, new LocalSchemaIds()).worldChanges();
  private final Verification verification = new Verification(topic, List.of(INBOX));

  @Test
  void shouldAgreeWhenChangesOfSeveralKeysWereRecordedInAnotherOrder() {
    // Given
    recorded(change("b", 7, 1), change("a", 7, 1), change("a", 7, 2));

    // When
    Optional<Difference> difference =
        verification.compare(turn(7, change("a", 7, 1), change("a", 7, 2), change("b", 7, 1)));

    // Then
    assertThat(difference).isEmpty();
    assertThat(verification.agreed()).isEqualTo(3);
    assertThat(verification.leftOver(upTo(9))).isEmpty();
  }

  @Test
  void shouldTellBothWhenAChangeHasAnotherTime() {
    // Given
    recorded(change("a", 7, 1));

    // When
    Difference found = verification.compare(turn(7, change("a", 7, 2))).orElseThrow();

    // Then
    assertThat(found.offset()).isEqualTo(7);
    assertThat(found.agent()).isEqualTo("reputation");
    assertThat(found.eventId()).isEqualTo("event-7");
    assertThat(found.recorded()).contains(change("a", 7, 1));
    assertThat(found.replayed()).contains(change("a", 7, 2));
  }

  @Test
  void shouldDifferWhenChangesOfOneKeyAreSwapped() {
    recorded(change("a", 7, 1), change("a", 7, 2));

    assertThat(verification.compare(turn(7, change("a", 7, 2), change("a", 7, 1)))).isPresent();
  }

  @Test
  void shouldDifferWhenARecordedChangeDoesNotComeOut() {
    // Given
    recorded(change("a", 7, 1));

    // When
    Difference found = verification.compare(turn(7)).orElseThrow();

    // Then
    assertThat(found.replayed()).isEmpty();
    assertThat(found.recorded()).contains(change("a", 7, 1));
  }

  @Test
  void shouldDifferWhenAChangeComesOutThatWasNotRecorded() {
    assertThat(verification.compare(turn(7, change("a", 7, 1))).orElseThrow().recorded()).isEmpty();
  }

  @Test
  void shouldDifferWhenOnlyTheSchemaIdIsAnother() {
    // Given
    recorded(change("a", 7, 1));
    byte[] bytes = bytes(change("a", 7, 1));
    bytes[4]++;

    // When
    Optional<Difference> difference =
        verification.compare(turn(7, List.of(new Concluded(change("a", 7, 1), bytes))));

    // Then
    assertThat(difference).isPresent();
  }

  @Test
  void shouldTellWhatIsLeftOverOnlyWhereTheReplayPassed() {
    // Given
    recorded(change("a", 7, 1));

    // Then
    assertThat(verification.leftOver(upTo(6))).isEmpty();
    assertThat(verification.leftOver(upTo(7))).isPresent();
  }

  private static List<Progress> upTo(long offset) {
    return List.of(new Progress(INBOX, 0, offset + 1, 0, offset, 1));
  }

  private void recorded(Change... changes) {
    for (Change change : changes) {
      byte[] key = ("player/" + change.getKey()).getBytes(StandardCharsets.UTF_8);
      verification.expect(
          new LogRecord(topic.name(), 0, 0, 1, Optional.of(key), Optional.of(bytes(change))));
    }
  }

  private Turn turn(long offset, Change... changes) {
    return turn(offset, Arrays.stream(changes).map(c -> new Concluded(c, bytes(c))).toList());
  }

  private static Turn turn(long offset, List<Concluded> changes) {
    InboxMessage message =
        new InboxMessage(1L, new Cause("game.events", 0, 1L, "e"), null, null, new Tick());
    return new Turn(
        Domain.PLAYER,
        new InboxRecord(INBOX, 0, offset, Optional.empty(), message),
        1,
        changes,
        List.of(),
        List.of(),
        List.of());
  }

  private byte[] bytes(Change change) {
    return topic.value().serializer().serialize(topic.name(), change);
  }

  private static Change change(String key, long offset, long time) {
    return new Change(
        "reputation",
        "player",
        key,
        time,
        new Cause(INBOX, 0, offset, "event-" + offset),
        new UnlockedBenefit(150101L, "title", "known", Instant.EPOCH));
  }
}
