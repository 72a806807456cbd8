package midgard.topology;

import static midgard.topology.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import midgard.agent.Agent;
import midgard.agents.reputation.Reputation;
import midgard.agents.reputation.ReputationRules;
import midgard.schemas.DeadLetter;
import midgard.schemas.Domain;
import midgard.schemas.event.Chat;
import midgard.schemas.event.ChatChannel;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.serde.AvroCodec;
import midgard.topology.receipt.Receipt;
import midgard.topology.receipt.Verdict;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentProcessorTest {
  private static final List<Agent<?>> AGENTS =
      List.of(new Probe(Domain.PLAYER, Chat.class), new Reputation(new ReputationRules(500)));

  private final Driver driver = new Driver(AGENTS, ClockSource.WALL);

  @AfterEach
  void close() {
    driver.close();
  }

  private long counted() {
    byte[] state =
        (byte[])
            driver
                .driver
                .getKeyValueStore(StoreNames.states(Domain.PLAYER))
                .get(DomainKeys.state(Probe.state(Domain.PLAYER).id(), "150001"));
    return new AvroCodec<>(LeaderboardState.class, driver.ids).decode(state).getTotalPlayers();
  }

  private static Chat chat(String text) {
    return new Chat(ChatChannel.global, text, null);
  }

  @Test
  void shouldKeepTheStateWhenARuleReturns() {
    driver.send(event(1, chat("hello")));
    driver.send(event(2, chat("again")));

    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void shouldLeaveTheStateAsItWasWhenARuleFails() {
    driver.send(event(1, chat("hello")));
    driver.send(event(2, chat("fail")));

    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void shouldNameTheAgentInTheDeadLetterWhenARuleFails() {
    driver.send(event(1, chat("fail")));

    DeadLetter letter = driver.deadLetters().get(0);
    assertThat(letter.getCode()).isEqualTo("agent_failed");
    assertThat(letter.getAgent()).isEqualTo("memory-probe-player");
    assertThat(letter.getReason()).contains("told to fail").contains("150001");
    assertThat(letter.getTopic()).isEqualTo("inbox.player");
  }

  @Test
  void shouldLetTheOtherAgentsGoOnWhenOneFails() {
    driver.send(event(1, chat("fail")));
    driver.send(event(2, new PlayerLogin(null)));

    assertThat(driver.changes()).singleElement().extracting("agent").isEqualTo("reputation");
  }

  @Test
  void shouldNameEventAndPlaceAsCauseWhenAnAgentConcludes() {
    driver.send(event(1, new PlayerLogin(null)));

    var cause = driver.changes().get(0).getCause();
    assertThat(cause.getTopic()).isEqualTo("inbox.player");
    assertThat(cause.getEventId()).isEqualTo("boot-1");
  }

  @Test
  void shouldKeepWhatIsNoMessageAsADeadLetter() {
    driver
        .driver
        .createInputTopic("inbox.player", new StringSerializer(), new StringSerializer())
        .pipeInput("150001", "garbage");

    assertThat(driver.deadLetters())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(StandardCharsets.UTF_8.decode(letter.getValue()).toString())
                    .isEqualTo("garbage"));
  }

  @Test
  void shouldTellTheReceiptWhenAllAgentsHaveSeenTheEvent() {
    try (Receipt receipt = driver.receipts.open()) {
      RecordHeaders headers = new RecordHeaders();
      headers.add(receipt.header());

      driver.send(event(1, chat("hello")), headers);

      assertThat(receipt.applied()).isCompletedWithValue(Verdict.ACCEPTED);
    }
  }

  @Test
  void shouldTellTheReceiptWhenTheEventIsARepeat() {
    driver.send(event(1, chat("hello")));
    try (Receipt receipt = driver.receipts.open()) {
      RecordHeaders headers = new RecordHeaders();
      headers.add(receipt.header());

      driver.send(event(1, chat("hello")), headers);

      assertThat(receipt.applied()).isCompletedWithValue(Verdict.DUPLICATE);
    }
  }

  @Test
  void shouldAdvanceTheAppliedOffsetWhenAMessageChangesNothing() {
    driver.send(event(1, chat("hello")));
    driver.send(event(2, new PlayerLogin(null)));
    driver.send(event(3, new PlayerLogin(null)));

    assertThat(driver.applied.of(new TopicPartition("inbox.player", 0))).isEqualTo(2);
  }
}
