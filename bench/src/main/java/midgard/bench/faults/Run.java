package midgard.bench.faults;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.feed.Feed;
import midgard.bench.process.WorldProcess;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a scenario: the world, the feed, and the chance that chooses the moments. */
public final class Run implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private final String name;
  private final Path folder;
  private final UniformRandomProvider random;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final List<String> programs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<ExpectedLetter> expectedLetters = new ArrayList<>();
  private WorldProcess world;
  private Feed feed;

  Run(String name, Path folder, long seed) {
    this.name = name;
    this.folder = folder;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed ^ ((long) name.hashCode() << 32));
  }

  void begin(WorldProcess startedWorld, Feed startedFeed) {
    world = startedWorld;
    feed = startedFeed;
  }

  /** The world, whose process may be killed, stopped and started. */
  public WorldProcess world() {
    return world;
  }

  /** What is being fed; runs in a thread of its own. */
  public Feed feed() {
    return feed;
  }

  /** The same numbers for the same seed and scenario. */
  public UniformRandomProvider random() {
    return random;
  }

  /** For the files of this run; goes away when the run is green. */
  public Path folder() {
    return folder;
  }

  /** Where the world keeps the local state of its agents. */
  public Path stateFolder() {
    return Path.of(world.settings().get("DATA_DIR")).resolve("streams");
  }

  /** Shares of the feed, rising, at which something shall happen. */
  public List<Double> moments(int count, double from, double until) {
    List<Double> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(from + (until - from) * random.nextDouble());
    }
    moments.sort(null);
    return moments;
  }

  /** Says what was done; shown while it runs and kept for the report. */
  public void note(String what) {
    notes.add(what);
    LOG.info("{}: {}", name, what);
  }

  /** Says on which server the world stands, where machines differ; shown with the table. */
  public void uses(String program) {
    programs.add(program);
    LOG.info("{}: on {}", name, program);
  }

  List<String> programs() {
    return List.copyOf(programs);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Closed when the run has been judged, the last first; also when it goes wrong. */
  public <T extends AutoCloseable> T closeAtEnd(T part) {
    open.push(part);
    return part;
  }

  /** A record was planted that must end in the dead letters. */
  public void expectDeadLetter(ExpectedLetter letter) {
    expectedLetters.add(letter);
  }

  List<ExpectedLetter> expectedLetters() {
    return List.copyOf(expectedLetters);
  }

  /** Keys that a world of this run needs besides those of its surroundings. */
  static Map<String, String> clock(FeedPlan plan) {
    return Map.of("CLOCK_SOURCE", plan.feedsClock() ? "feed" : "wall");
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{}: {} did not close: {}", name, part.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
