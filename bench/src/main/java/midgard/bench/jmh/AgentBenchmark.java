package midgard.bench.jmh;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One message through one agent, its state read from memory and written back: the rules and the
 * state's serde, without Kafka and RocksDB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AgentBenchmark {
  private static final int MESSAGES = 4096;
  private static final int PLAYERS = 1000;
  private static final long FIRST_PLAYER = 150_001;

  @Param({"world-player-tally", "world-map", "economy-item-day"})
  private String agent;

  private DomainEngine engine;
  private InboxRecord[] records;
  private int next;
  private long effects;

  private final Outputs counting =
      new Outputs() {
        @Override
        public void change(Change change, byte[] bytes) {
          effects++;
        }

        @Override
        public void action(GameAction action, byte[] bytes) {
          effects++;
        }

        @Override
        public void signal(
            Domain domain, Optional<String> key, InboxMessage message, byte[] bytes) {
          effects++;
        }

        @Override
        public void request(ModelRequest request, byte[] bytes) {
          effects++;
        }

        @Override
        public void failed(String agent, String key, Throwable failure) {
          throw new IllegalStateException(failure);
        }
      };

  @Setup
  public void prepare() {
    LocalSchemaIds ids = new LocalSchemaIds();
    Topics topics = new Topics(TopicSettings.LOCAL, ids);
    Agent<?> measured =
        Agents.all(Settings.DEFAULTS).stream()
            .filter(one -> one.id().equals(agent))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no agent " + agent));
    Domain domain = measured.domain();
    EngineConfig config =
        new EngineConfig(1, ZoneOffset.UTC, Set.of(), topics, ids, store -> store);
    engine =
        new DomainEngine(
            domain, List.of(measured), config, new MemoryStores(), EngineListener.NONE);
    records = new InboxRecord[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
      long player = FIRST_PLAYER + i % PLAYERS;
      GameEvent event =
          domain == Domain.ITEM ? Samples.pickup(i + 1, player) : Samples.kill(i + 1, player);
      records[i] =
          new InboxRecord(
              topics.inbox(domain).name(),
              0,
              i,
              Optional.of(Samples.key(domain, event)),
              Samples.message(topics, event));
    }
  }

  /** Returns the effects so far, so that nothing is optimised away. */
  @Benchmark
  public long oneMessage() {
    engine.process(records[next++ & (MESSAGES - 1)], counting);
    return effects;
  }
}
