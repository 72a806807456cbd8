package midgard.bench.faults.scenario;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.BrokerProcess;
import midgard.bench.process.RegistryProcess;

/**
 * The schema registry dies. A running world does without it; one that is started meanwhile says
 * what it lacks.
 */
public final class RegistryAway implements Scenario {
  private static final String COMPLAINT = "schema registry";

  private RegistryProcess registry;
  private Visibility visibility;
  private final List<String> found = new ArrayList<>();

  @Override
  public String name() {
    return "registry-away";
  }

  @Override
  public String what() {
    return "the schema registry is killed -9 under a running world and away when it starts again";
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.SHORT;
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    BrokerProcess broker = run.closeAtEnd(BrokerProcess.alone(run.folder().resolve("kafka")));
    broker.start();
    registry =
        run.closeAtEnd(
            new RegistryProcess(run.folder().resolve("registry"), broker.bootstrapServers()));
    registry.start();
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS",
        broker.bootstrapServers(),
        "SCHEMA_REGISTRY_URL",
        registry.url());
  }

  @Override
  public void strike(Run run) throws Exception {
    visibility = new Visibility(run);
    run.feed().awaitShare(0.25, Patience.FEED);
    visibility.usual(0.4);
    registry.kill();
    visibility.without("registry away", 0.6);
    run.world().kill();
    startWithout(run);
    registry.start();
    run.world().startAndAwaitReady();
  }

  /** It must end and say why, so that whoever starts programs here can try again. */
  private void startWithout(Run run) throws IOException {
    long before = Files.size(run.world().jvm().output());
    run.world().start();
    await().atMost(Patience.END).until(() -> !run.world().jvm().isAlive());
    String said = Files.readString(run.world().jvm().output()).substring((int) before).strip();
    run.note("started without a registry, the world said: " + said);
    if (!said.contains(COMPLAINT) || !said.contains(registry.url())) {
      found.add("A world that found no schema registry ended and said only: " + said);
    }
  }

  @Override
  public List<String> judge(Evidence evidence) {
    List<String> all = new ArrayList<>(found);
    all.addAll(visibility.found());
    return all;
  }
}
