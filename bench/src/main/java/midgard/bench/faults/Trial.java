package midgard.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import midgard.bench.faults.evidence.Autopsy;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.evidence.WorldAnswers;
import midgard.bench.faults.feed.Fate;
import midgard.bench.faults.feed.FedEvent;
import midgard.bench.faults.feed.Feed;
import midgard.bench.faults.feed.GameServerStandIn;
import midgard.bench.faults.feed.Session;
import midgard.bench.faults.oracle.RestoreAgrees;
import midgard.bench.process.WorldProcess;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import org.apache.commons.rng.simple.RandomSource;

/** One scenario from its start to the judgement. */
final class Trial {
  private static final Duration FED_WITHIN = Duration.ofMinutes(5);
  private static final Duration SERVED_WITHIN = Duration.ofSeconds(20);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

  private final Scenario scenario;
  private final Programs programs;
  private final Path recording;
  private final Path folder;
  private final long seed;
  private final Clock clock;

  Trial(Scenario scenario, Programs programs, Path recording, Path folder, long seed, Clock clock) {
    this.scenario = scenario;
    this.programs = programs;
    this.recording = recording;
    this.folder = folder;
    this.seed = seed;
    this.clock = clock;
  }

  /** Runs it; what goes wrong on the way is a finding of its own. */
  Outcome run(List<Oracle> oracles) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Map<String, List<String>> findings = new LinkedHashMap<>();
    List<String> programs = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try (Run run = new Run(scenario.name(), folder, seed)) {
      try {
        Evidence evidence = evidence(run);
        findings.put(Outcome.COMES_BACK, List.of());
        for (Oracle oracle : oracles) {
          if (!leftOut().contains(oracle.name())) {
            findings.put(oracle.name(), oracle.judge(evidence));
          }
        }
        if (judgesItself()) {
          findings.put(Outcome.OWN, scenario.judge(evidence));
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        findings.put(
            Outcome.COMES_BACK, List.of(e.getMessage() == null ? e.toString() : e.getMessage()));
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("failure.txt"), trace.toString());
        notes.add("more in " + folder.resolve("failure.txt"));
      }
      programs.addAll(run.programs());
      notes.addAll(run.notes());
    }
    return new Outcome(
        scenario.name(),
        findings,
        programs,
        notes,
        Duration.ofNanos(System.nanoTime() - began),
        Optional.empty());
  }

  /** Whether the scenario has a judgement of its own, so that the table does not claim one. */
  private boolean judgesItself() throws NoSuchMethodException {
    return !scenario.getClass().getMethod("judge", Evidence.class).isDefault();
  }

  private Set<String> leftOut() {
    Set<String> names = new TreeSet<>(scenario.leftOut());
    if (!scenario.plan().feedsClock()) {
      // With the wall's clock the world would live on before it could be looked at again.
      names.add(new RestoreAgrees().name());
    }
    return names;
  }

  private Evidence evidence(Run run) throws Exception {
    Map<String, String> settings = new TreeMap<>(Run.clock(scenario.plan()));
    settings.putAll(scenario.surroundings(run));
    WorldProcess world =
        run.closeAtEnd(WorldProcess.in(scenario.program(programs), folder, settings));
    ServiceConfig config = ServiceConfig.read(Sources.of(world.settings(), folder));
    Topics topics = new Topics(ClusterTopics.settings(config), new LocalSchemaIds());
    List<FedEvent> events = events();
    Feed feed =
        run.closeAtEnd(
            new Feed(
                world.uri("").toString(),
                topics.gameEvents().name(),
                events,
                scenario.plan().perSecond()));
    run.begin(world, feed);
    world.startAndAwaitReady();
    GameServerStandIn game =
        run.closeAtEnd(
            new GameServerStandIn(world, RandomSource.XO_SHI_RO_256_PP.create(seed ^ 7)));
    game.start();
    feed.start();
    scenario.strike(run);
    Map<String, Fate> fates = new HashMap<>(feed.awaitEnd(FED_WITHIN));
    events.stream().filter(FedEvent::tick).forEach(tick -> fates.remove(tick.id()));
    run.note(
        "%d events fed, %d requests broke off or had to be sent again"
            .formatted(fates.size(), feed.brokenOff()));
    world.awaitReady();
    game.awaitNothingToDo(SERVED_WITHIN);
    Map<String, Integer> journal = game.stop();
    run.note("the game server did %d actions".formatted(journal.size()));
    String group = ClusterTopics.applicationId(config);
    new Settling(world, group, topics, SETTLED_WITHIN).await();
    return judged(run, config, fates, events, journal);
  }

  private List<FedEvent> events() throws InterruptedException {
    FeedPlan plan = scenario.plan();
    long endsAt = plan.feedsClock() ? -1 : clock.millis();
    return plan.change()
        .apply(new Session(recording).events(plan.servers(), plan.feedsClock(), endsAt));
  }

  private Evidence judged(
      Run run,
      ServiceConfig config,
      Map<String, Fate> fates,
      List<FedEvent> events,
      Map<String, Integer> journal)
      throws IOException, InterruptedException {
    Autopsy autopsy =
        new Autopsy(config, scenario.agents().of(config), scenario.replayed().of(config));
    WorldAnswers answers = new WorldAnswers(run.world());
    Evidence.Figures figures = answers.figures();
    Map<Long, Long> purses = answers.purses(players(events));
    run.world().stop();
    autopsy.ofStoppedWorld();
    if (!leftOut().contains(new RestoreAgrees().name())) {
      Folders.delete(run.stateFolder());
      run.world().startAndAwaitReady();
      run.world().stop();
      autopsy.ofRestoredWorld();
    }
    Set<ExpectedLetter> expected = new HashSet<>(run.expectedLetters());
    expected.addAll(scenario.expectedLetters(autopsy.logs()));
    return autopsy.evidence(fates, purses, figures, expected, journal, scenario.hurtsFiles());
  }

  private static Set<Long> players(List<FedEvent> events) {
    Set<Long> players = new TreeSet<>();
    events.stream().map(FedEvent::player).filter(player -> player > 0).forEach(players::add);
    return players;
  }
}
