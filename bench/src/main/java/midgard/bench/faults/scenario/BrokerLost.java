package midgard.bench.faults.scenario;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.process.BrokerProcess;
import midgard.bench.process.KafkaProcesses;

/**
 * One of three brokers dies and stays away for a while: first the one that leads most partitions,
 * then the active controller.
 */
public final class BrokerLost implements Scenario {
  private static final String EVENTS = "game.events";
  private static final Duration MISSED_WITHIN = Duration.ofMinutes(1);
  private static final Duration IN_SYNC_WITHIN = Duration.ofMinutes(1);

  private KafkaProcesses kafka;

  @Override
  public String name() {
    return "broker-lost";
  }

  @Override
  public String what() {
    return "of three brokers the busiest leader, then the controller, is killed -9 and stays away";
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    kafka = run.closeAtEnd(KafkaProcesses.in(run.folder().resolve("kafka")));
    kafka.start();
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(), "TOPIC_REPLICATION", "3");
  }

  @Override
  public void strike(Run run) throws Exception {
    run.feed().awaitShare(0.15, Patience.FEED);
    BrokerProcess busiest = kafka.busiestLeader();
    lose(run, "the busiest leader", busiest, 0.45);
    run.feed().awaitShare(0.55, Patience.FEED);
    lose(run, "the controller", kafka.controller(), 0.85);
  }

  private void lose(Run run, String which, BrokerProcess broker, double untilShare)
      throws Exception {
    Map<String, Long> led = kafka.ledBy(broker);
    broker.kill();
    run.note(
        "lost %s, broker %d, which led %d partitions, %d of game.events, %d of __transaction_state"
            .formatted(
                which,
                broker.id(),
                led.values().stream().mapToLong(Long::longValue).sum(),
                led.getOrDefault(EVENTS, 0L),
                led.getOrDefault("__transaction_state", 0L)));
    await().atMost(MISSED_WITHIN).until(() -> !kafka.isInSync(EVENTS));
    run.feed().awaitShare(untilShare, Patience.FEED);
    broker.start();
    await().atMost(IN_SYNC_WITHIN).until(() -> kafka.isInSync(EVENTS));
  }
}
