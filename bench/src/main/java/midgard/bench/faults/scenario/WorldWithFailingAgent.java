package midgard.bench.faults.scenario;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import midgard.agent.Agent;
import midgard.service.Service;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;

/** The shipped service with one agent more, {@link FailingAgent}; for a child process. */
public final class WorldWithFailingAgent {
  private WorldWithFailingAgent() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceConfig config = ServiceConfig.read(Sources.ofProcess(Map.of()));
    Service service = new Service(with(config), Clock.systemUTC());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                }));
    service.start();
    stopped.await();
  }

  /** All agents of the shipped program, and that one. */
  static List<Agent<?>> agents(ServiceConfig config) {
    List<Agent<?>> agents = new ArrayList<>(config.agents());
    agents.add(new FailingAgent());
    return List.copyOf(agents);
  }

  private static ServiceConfig with(ServiceConfig config) {
    return new ServiceConfig(
        config.http(),
        config.external(),
        config.ports(),
        config.world(),
        config.storage(),
        config.logging(),
        config.demo(),
        config.models(),
        agents(config),
        config.effective(),
        config.unknownKeys());
  }
}
