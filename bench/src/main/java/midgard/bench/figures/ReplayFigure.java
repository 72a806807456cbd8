package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import midgard.bench.process.Jvm;

/**
 * How many messages a second the replay command works off, with its stores in memory: the world's
 * inboxes are exported to a file, and the file is replayed by a process of its own, which tells the
 * figure. The export's time and the JVM's start are not in it.
 */
final class ReplayFigure implements Figure {
  private static final Pattern EXPORTED = Pattern.compile("(\\d+) records of .* written");
  private static final Pattern TOTAL =
      Pattern.compile("(\\d+) messages in [\\d.]+ s, (\\d+) per second, (\\d+) failures");

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void measure(Bench bench, Results results)
      throws IOException, InterruptedException, FigureRefused {
    LiveWorld world = bench.live();
    world.fillTo(bench.choose(350_000, 40_000));
    Path file = bench.folder().resolve("inboxes.avro").toAbsolutePath();
    long records =
        Long.parseLong(
            run(bench, world, "export", List.of("export", "--quiet", "inboxes", file.toString()))
                .find(EXPORTED)
                .group(1));
    long least = bench.choose(300_000, 20_000);
    if (records < least) {
      throw new FigureRefused(
          "the inboxes hold %d messages; %d are needed".formatted(records, least));
    }
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < bench.choose(3, 1); round++) {
      Matcher total =
          run(bench, world, "replay", List.of("replay", "--quiet", "--file", file.toString()))
              .find(TOTAL);
      if (Long.parseLong(total.group(1)) != records || !total.group(3).equals("0")) {
        throw new FigureRefused(
            "of %d exported messages the replay tells: %s".formatted(records, total.group()));
      }
      rates.add(Double.parseDouble(total.group(2)));
    }
    Files.deleteIfExists(file);
    results.putMedian("replay.messages_per_s", rates);
    results.put("replay.messages", records);
    results.setting(name(), "from a container file, all domains, stores in memory, one thread");
  }

  /** What a command printed. */
  private record Printed(String command, String text, Path file) {
    Matcher find(Pattern pattern) throws FigureRefused {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.find()) {
        throw new FigureRefused("%s told no figure; see %s".formatted(command, file));
      }
      return matcher;
    }
  }

  private static Printed run(Bench bench, LiveWorld world, String name, List<String> arguments)
      throws IOException, InterruptedException, FigureRefused {
    Path output = bench.folder().resolve(name + ".txt");
    Files.deleteIfExists(output);
    List<String> program =
        new ArrayList<>(List.of("-jar", bench.jar().toAbsolutePath().toString()));
    program.addAll(arguments);
    try (Jvm jvm =
        Jvm.start(
            name, Jvm.small("2g"), program, world.process().settings(), bench.folder(), output)) {
      int code = jvm.awaitEnd();
      if (code != 0) {
        throw new FigureRefused("%s ended with %d; see %s".formatted(name, code, output));
      }
    }
    return new Printed(name, Files.readString(output), output);
  }
}
