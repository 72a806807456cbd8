package midgard.service.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import midgard.service.Service;
import midgard.service.config.ServiceConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description = {
      "Runs a world, with its own Kafka, schema registry, PostgreSQL and Redis",
      "unless addresses of others are set."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--demo", description = "Plays the recorded session into the world.")
  private boolean demo;

  @Option(names = "--empty", description = "No demo, whatever else says so.")
  private boolean empty;

  @Option(
      names = "--until-ready",
      description = "Stops again as soon as the world is ready: tries settings out.")
  private boolean untilReady;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    ServiceConfig config = options.read();
    ProgramLog.ofService(config.logging());
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stopped = new CountDownLatch(1);
    Service service = new Service(config, Clock.systemUTC());
    DemoSession session = new DemoSession(config.demo(), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(session, service, stopped), "stop"));
    try {
      service.start();
    } catch (RuntimeException e) {
      // What fails because the program is being stopped is no failure.
      if (stopped.getCount() == 0) {
        return 0;
      }
      throw e;
    }
    if (!service.awaitReady(READY_WITHIN)) {
      if (stopped.getCount() == 0) {
        return 0;
      }
      throw new IllegalStateException(
          "The world was not ready within %d s: %s"
              .formatted(READY_WITHIN.toSeconds(), service.state()));
    }
    boolean plays = demo && !empty && !untilReady && !config.demo().empty();
    ReadyBlock.print(out, config, service, plays, Duration.ofNanos(System.nanoTime() - began));
    if (untilReady) {
      stop(session, service, stopped);
      return 0;
    }
    if (plays) {
      session.play(service.url(), service.eventTopic());
    }
    stopped.await();
    return 0;
  }

  private static void stop(DemoSession session, Service service, CountDownLatch stopped) {
    boolean runs = !service.isClosed();
    stopped.countDown();
    if (runs) {
      LOG.info("Stopping");
    }
    session.close();
    service.close();
    if (runs) {
      LOG.info("Stopped");
    }
  }
}
