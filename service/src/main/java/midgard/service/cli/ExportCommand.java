package midgard.service.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import midgard.schemas.Domain;
import midgard.schemas.serde.ConfluentSchemaIds;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.topology.replay.BrokerLog;
import midgard.topology.replay.ContainerWriter;
import midgard.topology.replay.LogRecord;
import midgard.topology.replay.LogSource;
import midgard.topology.replay.LogWriter;
import midgard.topology.replay.NdjsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = "Writes what topics hold to a file.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  private static final String INBOXES = "inboxes";

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;
  @Mixin private RangeOptions range;

  @Parameters(
      index = "0",
      paramLabel = "TOPIC",
      split = ",",
      description = "One or more, with commas between; inboxes: the five of them.")
  private List<String> names;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "*.avro: a container file with the raw bytes, for replay; else JSON lines.")
  private Path file;

  @Option(names = "--quiet", description = "No progress bar.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    Set<String> topics = topics(new Topics(ClusterTopics.settings(config), new LocalSchemaIds()));
    SchemaIds ids = new ConfluentSchemaIds(Addresses.schemaRegistry(config));
    // Under another name until it is whole, so that half a file is never taken for one.
    Path part = file.resolveSibling(file.getFileName() + ".part");
    long written;
    try (LogSource log = new BrokerLog(Addresses.kafka(config));
        ReadProgress progress = new ReadProgress(quiet)) {
      try (LogWriter writer = writer(part, ids, topics.size() > 1)) {
        Copy copy = new Copy(writer, progress);
        log.read(topics, range.range(), copy);
        written = copy.written;
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(part);
    }
    spec.commandLine()
        .getOut()
        .printf("%d records of %s written to %s%n", written, String.join(", ", topics), file);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Set<String> topics(Topics world) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      if (name.equals(INBOXES)) {
        Arrays.stream(Domain.values()).forEach(domain -> found.add(world.inbox(domain).name()));
      } else {
        found.add(topic(world, name));
      }
    }
    return found;
  }

  private String topic(Topics world, String name) {
    String prefixed = world.settings().world() + "." + name;
    Optional<Topic<?>> topic = world.named(name).or(() -> world.named(prefixed));
    return topic
        .map(Topic::name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "\"%s\" is no topic of this world; it must be %s, or one of %s"
                        .formatted(
                            name,
                            INBOXES,
                            world.all().stream()
                                .map(Topic::name)
                                .collect(Collectors.joining(", ")))));
  }

  private LogWriter writer(Path part, SchemaIds ids, boolean several) throws IOException {
    Path folder = part.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(file + " cannot be written: there is no folder " + folder);
    }
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
    return file.toString().endsWith(".avro")
        ? new ContainerWriter(out, ids)
        : new NdjsonWriter(out, ids, several);
  }

  private static final class Copy implements LogSource.Reader {
    private final LogWriter writer;
    private final ReadProgress progress;
    private long written;

    Copy(LogWriter writer, ReadProgress progress) {
      this.writer = writer;
      this.progress = progress;
    }

    @Override
    public void atMost(long records) {
      progress.atMost(records);
    }

    @Override
    public boolean record(LogRecord record) {
      try {
        writer.write(record);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      written++;
      progress.advanced();
      return true;
    }
  }
}
