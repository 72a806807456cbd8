package midgard.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What the processors have done since the machine started, in ticks, as proc(5) describes {@code
 * /proc/stat}.
 *
 * @param stolen what the host of a virtual machine did for others while this one had work to do
 * @param all busy, idle and stolen, of all processors together
 */
record ProcessorTime(long stolen, long all) {
  private static final Path STAT = Path.of("/proc/stat");

  /** After the line's name: user, nice, system, idle, iowait, irq, softirq, steal. */
  private static final int COLUMNS = 8;

  private static final double HUNDRED = 100;

  /**
   * @throws UncheckedIOException when this system does not tell
   */
  static ProcessorTime now() {
    try (Stream<String> lines = Files.lines(STAT)) {
      return parse(lines.findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param line the first of {@code /proc/stat}; guests' time, at its end, is in user's already
   * @throws IOException when it is something else
   */
  static ProcessorTime parse(String line) throws IOException {
    String[] words = line.split(" +");
    if (!words[0].equals("cpu") || words.length <= COLUMNS) {
      throw new IOException(
          "%s should begin with \"cpu\" and %d numbers, and begins with \"%s\""
              .formatted(STAT, COLUMNS, line));
    }
    long[] ticks = Arrays.stream(words, 1, COLUMNS + 1).mapToLong(Long::parseLong).toArray();
    return new ProcessorTime(ticks[COLUMNS - 1], Arrays.stream(ticks).sum());
  }

  /** Of 100 parts of all time until a later look, how many were stolen; 0 to 100. */
  double stolenPercentUntil(ProcessorTime later) {
    long passed = later.all - all;
    return passed == 0 ? 0 : HUNDRED * (later.stolen - stolen) / passed;
  }
}
