package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on; no name of it. */
record Machine(Hardware hardware, String jdk) {
  private static final double KIBIBYTES_PER_GIBIBYTE = 1024 * 1024;

  record Hardware(String cpu, int cores, double memoryGib, String kernel) {}

  static Machine here() throws IOException {
    return new Machine(
        new Hardware(
            line(Path.of("/proc/cpuinfo"), "model name"),
            Runtime.getRuntime().availableProcessors(),
            Math.round(kibibytes() / KIBIBYTES_PER_GIBIBYTE * 10) / 10.0,
            System.getProperty("os.name") + " " + System.getProperty("os.version")),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
  }

  private static double kibibytes() throws IOException {
    return Double.parseDouble(line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", ""));
  }

  private static String line(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse("0 (not told by " + file + ")");
  }
}
