package midgard.service.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import midgard.agent.engine.EngineConfig;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.topology.replay.BrokerLog;
import midgard.topology.replay.Difference;
import midgard.topology.replay.LogFiles;
import midgard.topology.replay.LogRange;
import midgard.topology.replay.LogRecord;
import midgard.topology.replay.LogSource;
import midgard.topology.replay.Replay;
import midgard.topology.replay.ReplaySchemaIds;
import midgard.topology.replay.StateReader;
import midgard.topology.replay.Turn;
import midgard.topology.replay.Verification;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    description = "Works recorded inboxes off once more, offline; nothing leaves the program.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;
  @Mixin private RangeOptions range;

  @Option(
      names = "--domain",
      defaultValue = "all",
      paramLabel = "DOMAIN,...|all",
      converter = DomainChoice.Converter.class,
      description = "Whose inboxes: player, map, item, npc, world. Default: all.")
  private DomainChoice domains;

  @Option(
      names = "--file",
      description = "From a container file that export wrote, not from Kafka; may be repeated.")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = "--trace",
      paramLabel = "DOMAIN/KEY",
      converter = TraceKey.Converter.class,
      description = "Shows the key's states after each message that touched it; may be repeated.")
  private final List<TraceKey> traces = new ArrayList<>();

  @Option(
      names = "--verify",
      description = "Compares each change with what world.changes recorded; 1 if one differs.")
  private boolean verify;

  @Option(names = "--hash", description = "One SHA-256 over all state.")
  private boolean hash;

  @Option(names = "--step", description = "Waits for Enter after each message of a traced key.")
  private boolean step;

  @Option(names = "--quiet", description = "No progress bar.")
  private boolean quiet;

  @Override
  public Integer call() throws InterruptedException {
    checkOptions();
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    if (!files.isEmpty()) {
      try (LogFiles log = new LogFiles(files)) {
        return replay(config, log, log.ids(), Map.of());
      }
    }
    try (BrokerLog log = new BrokerLog(Addresses.kafka(config))) {
      // What the world has not committed yet has led to nothing that could be compared.
      Map<TopicPartition, Long> committed =
          verify ? log.committed(ClusterTopics.applicationId(config)) : Map.of();
      SchemaIds ids = new ConfluentSchemaIds(Addresses.schemaRegistry(config));
      return replay(config, log, ids, committed);
    }
  }

  private void checkOptions() {
    for (TraceKey key : traces) {
      if (!domains.domains().contains(key.domain())) {
        throw new ParameterException(
            spec.commandLine(), "--trace " + key + " needs its domain in --domain too");
      }
    }
    if (step && traces.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--step needs a key to watch: --trace");
    }
    if (step && System.console() == null) {
      throw new ParameterException(spec.commandLine(), "--step works on a terminal only");
    }
  }

  private int replay(
      ServiceConfig config,
      LogSource log,
      SchemaIds recorded,
      Map<TopicPartition, Long> committed) {
    SchemaIds ids = new ReplaySchemaIds(recorded);
    Topics topics = new Topics(ClusterTopics.settings(config), ids);
    EngineConfig engine =
        new EngineConfig(
            config.world().seed(),
            config.world().zone(),
            config.world().disabled(),
            topics,
            ids,
            store -> store);
    Replay replay = new Replay(config.agents(), engine, domains.domains());
    ReplayPrinter printer =
        new ReplayPrinter(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            new StateReader(config.agents(), ids));
    Optional<Verification> verification =
        verify ? Optional.of(recordedChanges(log, topics, replay)) : Optional.empty();
    ReplayRun run;
    long started = System.nanoTime();
    try (ReadProgress progress = new ReadProgress(quiet || !traces.isEmpty())) {
      run = new ReplayRun(replay, traces, verification, committed, progress, watcher(printer));
      log.read(replay.inboxes(), range.range(), run);
    }
    double seconds = (System.nanoTime() - started) / NANOS;
    if (run.messages() == 0) {
      throw new IllegalStateException(
          "There is no message of %s in this range."
              .formatted(String.join(", ", replay.inboxes())));
    }
    return report(replay, run, verification, printer, seconds);
  }

  private static Verification recordedChanges(LogSource log, Topics topics, Replay replay) {
    Verification verification = new Verification(topics.worldChanges(), replay.inboxes());
    boolean[] any = {false};
    log.read(
        List.of(topics.worldChanges().name()),
        LogRange.ALL,
        record -> {
          any[0] = true;
          verification.expect(record);
          return true;
        });
    if (!any[0]) {
      throw new IllegalStateException(
          "--verify found nothing in %s to compare with. To verify from a file, export both: export inboxes,%s FILE.avro"
              .formatted(topics.worldChanges().name(), topics.worldChanges().name()));
    }
    return verification;
  }

  private int report(
      Replay replay,
      ReplayRun run,
      Optional<Verification> verification,
      ReplayPrinter printer,
      double seconds) {
    Optional<Difference> difference = run.difference();
    if (range.endsSooner() || difference.isPresent()) {
      replay.progress().forEach(printer::progress);
      traces.forEach(key -> printer.states(key, replay.states(key.domain(), key.key())));
    }
    if (difference.isPresent()) {
      printer.difference(difference.get());
    } else {
      verification.ifPresent(v -> printer.agreed(v.agreed()));
    }
    if (hash) {
      spec.commandLine().getOut().println("state " + replay.hash());
    }
    printer.total(run.messages(), run.failures(), seconds);
    return difference.isPresent() ? 1 : 0;
  }

  private ReplayRun.Watcher watcher(ReplayPrinter printer) {
    return new ReplayRun.Watcher() {
      @Override
      public void traced(Turn turn, TraceKey key) {
        printer.turn(turn, key);
        if (step) {
          awaitEnter();
        }
      }

      @Override
      public void failed(Turn turn, Turn.Failed failure) {
        printer.failed(turn, failure);
      }

      @Override
      public void unreadable(LogRecord record) {
        printer.unreadable(record);
      }

      @Override
      public void late(String topic, int partition) {
        lateStart(topic, partition);
      }
    };
  }

  private static void awaitEnter() {
    Console console = System.console();
    if (console != null) {
      console.readLine("Enter goes on ");
    }
  }

  private void lateStart(String topic, int partition) {
    String what =
        "The replay of %s-%d starts later than the inbox did, so its states start empty"
            .formatted(topic, partition);
    if (verify) {
      throw new IllegalStateException(
          what + ". Only a replay from the inbox's first record can verify.");
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(what + " and need not be those of the world.");
    err.flush();
  }
}
