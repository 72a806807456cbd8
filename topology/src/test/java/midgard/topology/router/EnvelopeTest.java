package midgard.topology.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventTypes;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.topology.RecordedSession;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Cause CAUSE = new Cause("game.events", 3, 4_711L, "boot-7");

  private final Topics topics = new Topics(TopicSettings.LOCAL, new LocalSchemaIds());
  private final Topic<GameEvent> events = topics.gameEvents();
  private final Topic<InboxMessage> inbox = topics.inbox(Domain.PLAYER);

  @Test
  void shouldBeWhatTheSerializerMakesOfTheWholeMessageWhenAnyRecordedEventIsTakenOver()
      throws IOException, EventRejected {
    Set<String> same = new TreeSet<>();
    Set<String> different = new TreeSet<>();
    for (GameEvent event : RecordedSession.events()) {
      (Arrays.equals(around(event), serialized(event)) ? same : different)
          .add(EventTypes.nameOf(event));
    }

    assertThat(different).isEmpty();
    assertThat(same).contains("heartbeat", "mvp_kill", "vending_sale").hasSizeGreaterThan(15);
  }

  private byte[] around(GameEvent event) {
    byte[] asItCame = events.value().serializer().serialize(events.name(), event);
    return Envelope.around(asItCame, event.getTimestamp(), CAUSE, inbox);
  }

  private byte[] serialized(GameEvent event) {
    return inbox
        .value()
        .serializer()
        .serialize(inbox.name(), new InboxMessage(event.getTimestamp(), CAUSE, null, null, event));
  }
}
