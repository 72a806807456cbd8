package midgard.service;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import midgard.service.config.ServiceConfig;
import midgard.service.http.BodyBudget;
import midgard.service.http.HttpServer;
import midgard.service.http.ReadOnly;
import midgard.service.http.Routes;
import midgard.service.produce.DispatchRoutes;
import midgard.service.produce.RestProxyRoutes;
import midgard.stack.StackAddresses;
import midgard.topology.WorldRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole program: both servers, the world, the projection, and the stack as far as it is ours.
 */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int ANSWER_THREADS = 2;
  private static final long START_SECONDS = 20;

  private final Parts parts;
  private final Endpoints endpoints;
  private final WorldParts world;
  private final ExecutorService answers =
      Executors.newFixedThreadPool(ANSWER_THREADS, Service::answerThread);
  private volatile CompletableFuture<Void> starting = CompletableFuture.completedFuture(null);
  private volatile boolean closed;
  private volatile HttpServer internal;
  private volatile HttpServer dashboard;

  /** Nothing is started yet. */
  public Service(ServiceConfig config, Clock clock) {
    this.parts = Parts.of(config, clock);
    this.endpoints = new Endpoints(parts);
    this.world = new WorldParts(parts);
  }

  /**
   * Starts everything. The servers answer from the first second on; when this returns the world is
   * starting, and {@link #awaitReady} waits for it.
   *
   * @throws RuntimeException whose message is one line for people; what was started is stopped then
   */
  public void start() {
    ServiceConfig.Http http = parts.config().http();
    try {
      HttpServer.requireFree("AI_SERVICE_PORT", http.host(), http.port());
      HttpServer.requireFree("DASHBOARD_PORT", http.dashboardHost(), http.dashboardPort());
      starting =
          CompletableFuture.allOf(
              inOwnThread("servers", this::startServers), inOwnThread("world", world::start));
      starting.join();
      endpoints.start();
    } catch (RuntimeException e) {
      close();
      throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause
          ? cause
          : e;
    }
  }

  private static CompletableFuture<Void> inOwnThread(String name, Runnable start) {
    return CompletableFuture.runAsync(start, task -> new Thread(task, "start-" + name).start());
  }

  private static Thread answerThread(Runnable task) {
    Thread thread = new Thread(task, "answers");
    thread.setDaemon(true);
    return thread;
  }

  private void startServers() {
    ServiceConfig.Http http = parts.config().http();
    List<Routes> forGame = new ArrayList<>(endpoints.internal());
    BodyBudget budget = new BodyBudget();
    forGame.add(new DispatchRoutes(parts.intake(), answers, budget));
    forGame.add(new RestProxyRoutes(parts.intake(), answers, budget));
    List<Routes> forPublic = new ArrayList<>();
    forPublic.add(new ReadOnly());
    forPublic.addAll(endpoints.dashboard());
    internal = HttpServer.start("AI_SERVICE_PORT", http.host(), http.port(), forGame);
    dashboard =
        HttpServer.start("DASHBOARD_PORT", http.dashboardHost(), http.dashboardPort(), forPublic);
  }

  /**
   * Waits until the world takes events and answers questions.
   *
   * @return false when that took longer
   */
  public boolean awaitReady(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  private boolean isReady() {
    return parts.world().isSet() && parts.world().get().health().ready();
  }

  /** How far the world is, for people who wait. */
  public String state() {
    if (!parts.world().isSet()) {
      return "not started";
    }
    WorldRuntime runtime = parts.world().get();
    return runtime.health().state() + " " + runtime.health().lastFailure();
  }

  /** Whether it was stopped, or its start went wrong. */
  public boolean isClosed() {
    return closed;
  }

  /** What it is made of. */
  public Parts parts() {
    return parts;
  }

  /** Where the internal server is reached. */
  public String url() {
    return internal.url();
  }

  /** Where the public server is reached. */
  public String dashboardUrl() {
    return dashboard.url();
  }

  /** Where the servers of the stack are reached. */
  public StackAddresses addresses() {
    return parts.stack().get().addresses();
  }

  /** The topic that game servers write to. */
  public String eventTopic() {
    return parts.intake().get().log().topic().name();
  }

  /**
   * Stops in the order in which nothing is lost: no more events in, the world commits and leaves
   * its group, the projection ends after its batch, the servers finish their answers, the stack
   * stops last. A start that is under way is waited for, since half-started servers cannot be
   * stopped. Safe to call more than once.
   */
  @Override
  public synchronized void close() {
    closed = true;
    starting.handle((done, e) -> null).completeOnTimeout(null, START_SECONDS, SECONDS).join();
    closing("the models' worker", world::stopModels);
    closing("the intake", world::stopIntake);
    closing("the world", world::stopWorld);
    closing("the live changes", endpoints::close);
    closing("the projection", world::stopProjection);
    closing(
        "the servers",
        () -> {
          close(dashboard);
          close(internal);
          answers.shutdown();
        });
    closing("the stack", world::stopStack);
  }

  private static void close(HttpServer server) {
    if (server != null) {
      server.close();
    }
  }

  private static void closing(String part, Runnable stop) {
    try {
      stop.run();
    } catch (RuntimeException e) {
      LOG.warn("Stopping {} went wrong: {}", part, e.toString());
      LOG.debug("Stopping {} went wrong", part, e);
    }
  }
}
