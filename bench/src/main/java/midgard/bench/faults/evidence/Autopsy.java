package midgard.bench.faults.evidence;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import midgard.agent.Agent;
import midgard.bench.faults.feed.Fate;
import midgard.schemas.Domain;
import midgard.service.config.ServiceConfig;
import midgard.topology.replay.LogRecord;
import midgard.topology.router.Routes;

/** Collects the {@link Evidence} of a run, step by step. */
public final class Autopsy {
  private final ServiceConfig config;
  private final Routes routes;
  private final List<Agent<?>> replayedAgents;
  private final StoreCatalogue catalogue;
  private Logs logs;
  private Evidence.Effects effects;
  private States replayed;
  private States changelogs;
  private States local;
  private Optional<States> restored = Optional.empty();
  private Map<String, Evidence.TableRows> tables;
  private List<String> openFailures;

  /**
   * @param agents of the program that ran
   * @param replayedAgents of the replay that it is compared with
   */
  public Autopsy(ServiceConfig config, List<Agent<?>> agents, List<Agent<?>> replayedAgents) {
    this.config = config;
    this.replayedAgents = replayedAgents;
    this.routes = Routes.of(agents);
    this.catalogue = new StoreCatalogue(agents);
  }

  /** Reads topics, tables and local states. The world must have been stopped in an orderly way. */
  public void ofStoppedWorld() throws IOException, InterruptedException {
    try (FrozenWorld world = new FrozenWorld(config, replayedAgents)) {
      local = LocalStores.read(world.stateFolder(), catalogue);
      LogReader reader = new LogReader(world);
      logs = reader.read();
      ReplayReader replay = new ReplayReader(world, logs);
      List<String> inboxes =
          Arrays.stream(Domain.values()).map(d -> world.topics().inbox(d).name()).toList();
      effects = replay.effects(reader.raw(inboxes), catalogue);
      replayed = replay.states();
      changelogs = changelogs(world, reader);
      TableReader rows = new TableReader(world.database().dsl());
      tables = rows.read(world.topics().worldChanges().name(), logs.changes());
      openFailures = rows.failures();
    }
  }

  private States changelogs(FrozenWorld world, LogReader reader) {
    States states = States.empty();
    Map<String, String> stores = new HashMap<>();
    catalogue
        .names()
        .forEach(store -> stores.put(world.applicationId() + "-" + store + "-changelog", store));
    for (LogRecord record : reader.raw(List.copyOf(stores.keySet()))) {
      catalogue.put(
          states,
          stores.get(record.topic()),
          record.partition(),
          record.key().orElseThrow(),
          record.value().orElse(null));
    }
    return states;
  }

  private Set<String> notReplayed() {
    return catalogue.notFilledByReplay(replayedAgents);
  }

  /** Reads the local states again, after the world was started without any and stopped. */
  public void ofRestoredWorld() throws IOException {
    restored =
        Optional.of(
            LocalStores.read(
                config
                    .storage()
                    .dataDir()
                    .resolve("streams")
                    .resolve(midgard.service.ClusterTopics.applicationId(config)),
                catalogue));
  }

  /** What the topics hold. */
  public Logs logs() {
    return logs;
  }

  /** All of it. */
  public Evidence evidence(
      Map<String, Fate> fates,
      Map<Long, Long> purses,
      Evidence.Figures figures,
      Set<ExpectedLetter> expectedLetters,
      Map<String, Integer> journal,
      boolean filesHurt) {
    return new Evidence(
        fates,
        logs,
        routes,
        effects,
        new Evidence.Kept(replayed, notReplayed(), changelogs, local, restored),
        tables,
        openFailures,
        purses,
        figures,
        Set.copyOf(expectedLetters),
        journal,
        filesHurt);
  }
}
