package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.agent.engine.DomainEngine;
import midgard.agent.engine.EngineConfig;
import midgard.agent.engine.EngineListener;
import midgard.agent.engine.InboxRecord;
import midgard.agent.engine.MemoryStores;
import midgard.agent.engine.Outputs;
import midgard.agents.Agents;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.ClockTick;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.serde.SchemaIds;
import org.junit.jupiter.api.Test;

/**
 * State is a function of the inbox log: what the topology concluded from a recorded session comes
 * out again, byte for byte, when its inboxes are worked off by the engine alone.
 */
class ReplayEqualsLiveTest {
  @Test
  void shouldConcludeTheSameBytesWhenTheInboxesAreReplayedOffline() throws Exception {
    List<Agent<?>> agents = Agents.all(Settings.DEFAULTS);
    try (Driver live = new Driver(agents, ClockSource.FEED)) {
      feed(live);

      for (Domain domain : Domain.values()) {
        Replay replay = new Replay(domain, agents, live);
        assertThat(replay.changes).as(domain + " changes").isEqualTo(live.changeBytes(domain));
        assertThat(replay.actions).as(domain + " actions").isEqualTo(live.actionBytes(domain));
        assertThat(replay.failures).isEmpty();
      }
      assertThat(live.deadLetters()).isEmpty();
      assertThat(live.changeBytes(Domain.PLAYER)).hasSizeGreaterThan(68);
      assertThat(live.actionBytes(Domain.WORLD)).isNotEmpty();
    }
  }

  private static void feed(Driver live) throws IOException, EventRejected {
    long second = 0;
    for (GameEvent event : RecordedSession.events()) {
      long now = event.getTimestamp() / 1000 * 1000;
      for (second = second == 0 ? now : second; second < now; second += 1000) {
        live.send(tick(second + 1000));
      }
      live.send(event);
    }
  }

  private static GameEvent tick(long time) {
    return GameEvent.newBuilder()
        .setTimestamp(time)
        .setServerId("midgard-1")
        .setPayload(new ClockTick())
        .build();
  }

  /** The engine of one domain over the inbox that the topology wrote. */
  private static final class Replay implements Outputs {
    final List<String> changes = new ArrayList<>();
    final List<String> actions = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    Replay(Domain domain, List<Agent<?>> agents, Driver live) {
      SchemaIds ids = live.ids;
      EngineConfig config =
          new EngineConfig(
              1, ZoneOffset.UTC, Set.of(), live.topics, ids, store -> store + "-value");
      DomainEngine engine =
          new DomainEngine(domain, agents, config, new MemoryStores(), EngineListener.NONE);
      long offset = 0;
      for (var record : live.inboxLog(domain)) {
        engine.process(
            new InboxRecord(
                live.topics.inbox(domain).name(),
                0,
                offset++,
                Optional.ofNullable(record.key())
                    .map(key -> new String(key, StandardCharsets.UTF_8)),
                record.value()),
            this);
      }
    }

    @Override
    public void change(Change change, byte[] bytes) {
      changes.add(HexFormat.of().formatHex(bytes));
    }

    @Override
    public void action(GameAction action, byte[] bytes) {
      actions.add(HexFormat.of().formatHex(bytes));
    }

    @Override
    public void request(ModelRequest request, byte[] bytes) {
      // No agent of this test asks a model.
    }

    @Override
    public void signal(Domain domain, Optional<String> key, InboxMessage message, byte[] bytes) {
      // Signals of the live run lie in the inboxes already.
    }

    @Override
    public void failed(String agent, String key, Throwable failure) {
      failures.add(failure);
    }
  }
}
