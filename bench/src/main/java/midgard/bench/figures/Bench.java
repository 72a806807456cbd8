package midgard.bench.figures;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import midgard.agent.AgentName;
import midgard.bench.process.WorldProcess;

/**
 * What figures share: where they may write, how long they may take, and a world that lives from its
 * first use to the end, with traffic that goes on in it.
 */
public final class Bench implements AutoCloseable {
  private static final String LIVE = "live";
  private static final int MORE_ATTEMPTS = 3;

  private final Path jar;
  private final Path folder;
  private final boolean quick;
  private final Set<AgentName> agents;
  private final PrintWriter progress;
  private LiveWorld live;

  /**
   * @param jar the shipped program
   * @param folder for worlds' data and output
   * @param quick for a first look: less of everything, figures that mean less
   * @param agents that the pipeline has; none: all
   */
  public Bench(Path jar, Path folder, boolean quick, Set<AgentName> agents, PrintWriter progress) {
    this.jar = jar;
    this.folder = folder;
    this.quick = quick;
    this.agents = agents;
    this.progress = progress;
  }

  /** Where worlds' data and output go, a folder for each. */
  public Path folder() {
    return folder;
  }

  /** The shipped program. */
  public Path jar() {
    return jar;
  }

  /** The agents that the pipeline has; none: all. */
  Set<AgentName> agents() {
    return agents;
  }

  /** Whether a first look is wanted only. */
  public boolean isQuick() {
    return quick;
  }

  /** One of two, by how much time there is. */
  public int choose(int usually, int whenQuick) {
    return quick ? whenQuick : usually;
  }

  /** How often at most is measured what should come out calm this often; see {@link Attempts}. */
  int attempts(int wanted) {
    return quick ? wanted : wanted + MORE_ATTEMPTS;
  }

  /** Says what goes on. */
  public void say(String format, Object... arguments) {
    progress.println(format.formatted(arguments));
    progress.flush();
  }

  /** A world that has not been started, on an empty folder of this name. */
  WorldProcess newWorld(String name) throws IOException {
    Path own = folder.resolve(name);
    Folders.delete(own);
    Files.createDirectories(own);
    return WorldProcess.in(jar, own, Map.of("CLOCK_SOURCE", "wall"));
  }

  /** Takes a world that runs, with nothing in it yet, as the live one. */
  LiveWorld adopt(WorldProcess process) throws InterruptedException {
    if (live != null) {
      live.close();
    }
    live = new LiveWorld(process);
    return live;
  }

  /** The world that lives on; started when it is first asked for. */
  LiveWorld live() throws IOException, InterruptedException {
    if (live == null) {
      WorldProcess process = newWorld(LIVE);
      Duration took = process.startAndAwaitReady();
      say("A world is ready after %.1f s.", took.toMillis() / 1000.0);
      adopt(process);
    }
    return live;
  }

  @Override
  public void close() throws InterruptedException {
    if (live != null) {
      live.close();
    }
  }
}
