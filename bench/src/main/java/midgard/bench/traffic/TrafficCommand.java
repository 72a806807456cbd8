package midgard.bench.traffic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import midgard.schemas.event.GameEvent;
import midgard.service.feed.FeedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "traffic",
    description = "Writes made traffic of N players as JSON lines, ready to be fed.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TrafficCommand implements Callable<Integer> {
  private static final int COMPARED_EVENTS = 500_000;

  @Spec private CommandSpec spec;

  @Option(names = "--players", defaultValue = "1000", description = "Default: 1000.")
  private int players;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same gives the same. Default: 1.")
  private long seed;

  @Option(names = "--seconds", description = "How much event time.")
  private Long seconds;

  @Option(names = "--events", description = "How many events; or --seconds.")
  private Long events;

  @Option(
      names = "--rate",
      description = "Events per second of event time. Default: the players at the recorded pace.")
  private Double rate;

  @Option(
      names = "--start",
      paramLabel = "TIME|now",
      description = "When the servers start, as 2026-11-22T12:00:00Z. Default: the recording's.")
  private String start;

  @Option(names = "--servers", description = "Game servers. Default: 2.")
  private Integer servers;

  @Option(names = "--maps", description = "Hunting grounds. Default: 24.")
  private Integer maps;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Compressed if it ends in .gz. Default: the console.")
  private Path output;

  @Option(names = "--compare", description = "Writes no events: tells how close to the recording.")
  private boolean compare;

  @Option(
      names = "--calibrate",
      paramLabel = "RECORDING",
      description = "Writes no events: measures a recording and writes the table.")
  private Path recording;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (recording != null) {
      return calibrate();
    }
    if (!compare && (seconds == null) == (events == null)) {
      throw wrong("Say how much: --seconds or --events.");
    }
    Traffic traffic = new Traffic(options());
    if (compare) {
      return compare(traffic);
    }
    try (OutputStream out = open()) {
      write(traffic, out);
    }
    return 0;
  }

  private TrafficOptions options() {
    try {
      TrafficOptions usual = TrafficOptions.of(players, seed);
      return new TrafficOptions(
          players,
          seed,
          rate == null ? usual.rate() : rate,
          started(),
          servers == null ? usual.servers() : servers,
          maps == null ? usual.maps() : maps);
    } catch (IllegalArgumentException e) {
      throw wrong("This traffic cannot be made: " + e.getMessage() + ".");
    }
  }

  private long started() {
    if (start == null) {
      return TrafficOptions.RECORDED_START;
    }
    try {
      return start.equals("now")
          ? Instant.now().toEpochMilli()
          : Instant.parse(start).toEpochMilli();
    } catch (DateTimeException e) {
      throw wrong("\"" + start + "\" is no time; it must be as 2026-11-22T12:00:00Z, or now.");
    }
  }

  private void write(Traffic traffic, OutputStream out) throws IOException {
    long most = events == null ? Long.MAX_VALUE : events;
    long end = seconds == null ? Long.MAX_VALUE : started(traffic) + seconds * 1000;
    GameEvent event = traffic.next();
    for (long n = 0; n < most && event.getTimestamp() < end; n++) {
      out.write(EventText.of(event));
      out.write('\n');
      event = traffic.next();
    }
  }

  private static long started(Traffic traffic) {
    return traffic.options().start();
  }

  private int compare(Traffic traffic) {
    Comparison comparison = new Comparison();
    long end = seconds == null ? Long.MAX_VALUE : started(traffic) + seconds * 1000;
    long most = events == null ? COMPARED_EVENTS : events;
    GameEvent event = traffic.next();
    for (long n = 0; n < most && event.getTimestamp() < end; n++) {
      comparison.add(event);
      event = traffic.next();
    }
    print(comparison.report(players));
    return 0;
  }

  private int calibrate() throws IOException, InterruptedException {
    try {
      String table = Calibration.of(recording).json();
      if (output == null) {
        print(table);
      } else {
        Files.writeString(output, table);
      }
      return 0;
    } catch (FeedException | IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private OutputStream open() throws IOException {
    if (output == null) {
      return new BufferedOutputStream(System.out);
    }
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(output), 1 << 16);
    return output.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
  }

  private void print(String text) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.print(text);
    out.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
