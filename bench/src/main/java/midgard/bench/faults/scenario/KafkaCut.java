package midgard.bench.faults.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.process.BrokerProcess;
import midgard.bench.process.FreePorts;
import midgard.bench.process.TcpProxy;

/** The way to the broker, which itself is well, is cut, silent and slow. */
public final class KafkaCut implements Scenario {
  private static final int CUTS = 4;
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration REFUSAL = Duration.ofSeconds(3);
  private static final Duration DELAY = Duration.ofMillis(50);

  private TcpProxy proxy;

  @Override
  public String name() {
    return "kafka-cut";
  }

  @Override
  public String what() {
    return "the way to the broker is cut %d times, silent for %d s, refused for %d s, slow by %d ms"
        .formatted(CUTS, SILENCE.toSeconds(), REFUSAL.toSeconds(), DELAY.toMillis());
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    List<Integer> ports = FreePorts.pick(2);
    BrokerProcess broker =
        run.closeAtEnd(
            BrokerProcess.behind(run.folder().resolve("kafka"), ports.get(0), ports.get(1)));
    broker.start();
    proxy = run.closeAtEnd(TcpProxy.on(ports.get(1), ports.get(0)));
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + proxy.port());
  }

  @Override
  public void strike(Run run) throws Exception {
    Cuts.make(run, proxy, CUTS, 0.05, 0.4, 20_000);
    run.feed().awaitShare(0.5, Patience.FEED);
    proxy.silence();
    LockSupport.parkNanos(SILENCE.toNanos());
    proxy.heal();
    run.note("heard again after %d s of silence".formatted(SILENCE.toSeconds()));
    run.feed().awaitShare(0.65, Patience.FEED);
    proxy.refuse();
    LockSupport.parkNanos(REFUSAL.toNanos());
    proxy.heal();
    run.note("let in again after %d s".formatted(REFUSAL.toSeconds()));
    run.feed().awaitShare(0.75, Patience.FEED);
    proxy.delay(DELAY);
    run.feed().awaitShare(0.9, Patience.FEED);
    proxy.heal();
  }
}
