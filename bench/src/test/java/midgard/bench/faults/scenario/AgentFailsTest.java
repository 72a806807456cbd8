package midgard.bench.faults.scenario;

import static midgard.bench.faults.oracle.EvidenceBuilder.logged;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.oracle.EvidenceBuilder;
import midgard.schemas.Cause;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentFailsTest {
  private static final String STATE = "player-0 karma-failing 150101";
  private static final int BEARABLE = 1002;
  private static final int UNBEARABLE = 1001;

  /** One kill, nothing else. */
  private static final String ONE = "020000000000";

  private final AgentFails scenario = new AgentFails();
  private final EvidenceBuilder evidence = EvidenceBuilder.flawless();

  @BeforeEach
  void killTwo() {
    kill(10, BEARABLE);
    kill(11, UNBEARABLE);
    evidence.changelogs.values().put(STATE, ONE);
    evidence.agentFailures.put("karma-failing", 1L);
    evidence.expectedLetters.addAll(scenario.expectedLetters(evidence.build().logs()));
  }

  private void kill(int sequence, int monster) {
    GameEvent event = event(sequence, monster);
    InboxMessage message =
        new InboxMessage(
            1L, new Cause("game.events", 0, 1L, event.getEventId()), null, null, event);
    evidence.inboxes.add(logged("inbox.player", sequence, "150101", message));
  }

  private static GameEvent event(int sequence, int monster) {
    String json =
        """
        {"event_type":"monster_kill","timestamp":1795346255808,"event_id":"boot-%d",
         "server_id":"server-1","sequence":%d,"player_id":150101,
         "payload":{"monster_id":%d}}"""
            .formatted(sequence, sequence, monster);
    try {
      return EventJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (EventRejected e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void shouldExpectADeadLetterForWhatTheAgentCannotBear() {
    assertThat(evidence.expectedLetters)
        .containsExactly(new ExpectedLetter("inbox.player", 0, 11, "karma-failing"));
    assertThat(scenario.judge(evidence.build())).isEmpty();
  }

  @Test
  void shouldNameTheStateWhenItHoldsWhatFailed() {
    evidence.changelogs.values().put(STATE, "040000000000");
    assertThat(scenario.judge(evidence.build()))
        .containsExactly(
            "State %s is 040000000000; after 1 kills that it could bear it must be %s."
                .formatted(STATE, ONE));
  }

  @Test
  void shouldSayWhenTheMetricIsSilent() {
    evidence.agentFailures.put("karma-failing", 0L);
    assertThat(scenario.judge(evidence.build()))
        .containsExactly("The metric of failures says nothing of karma-failing.");
  }
}
