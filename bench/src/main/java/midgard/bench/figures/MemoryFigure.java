package midgard.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import midgard.bench.process.WorldProcess;

/** Resident memory of the JVM: of an empty world at rest, and after the load figures. */
final class MemoryFigure {
  static final double MEBIBYTE = 1024 * 1024;

  /** How long an empty world is left alone before its memory is read. */
  static final Duration REST = Duration.ofSeconds(20);

  private MemoryFigure() {}

  /** Of a world of its own with nothing in it, at rest for 20 s. */
  static final class Idle implements Figure {
    @Override
    public String name() {
      return "rss_idle";
    }

    @Override
    public void measure(Bench bench, Results results) throws IOException, InterruptedException {
      try (WorldProcess world = bench.newWorld("idle")) {
        world.startAndAwaitReady();
        LockSupport.parkNanos(REST.toNanos());
        put("idle", world, results);
      }
      Folders.delete(bench.folder().resolve("idle"));
      results.setting(name(), "an empty world, 20 s after it was ready; kernel's VmRSS");
    }
  }

  /** Of the live world as the figures before have left it. */
  static final class Loaded implements Figure {
    @Override
    public String name() {
      return "rss_loaded";
    }

    @Override
    public void measure(Bench bench, Results results)
        throws IOException, InterruptedException, FigureRefused {
      LiveWorld world = bench.live();
      world.fillTo(bench.choose(200_000, 40_000));
      put("loaded", world.process(), results);
      results.setting(name(), "after %d events in this process's life".formatted(world.accepted()));
    }
  }

  private static void put(String state, WorldProcess world, Results results) throws IOException {
    results.put("rss_mb." + state, world.jvm().residentBytes() / MEBIBYTE);
    Optional<ProcessHandle> postgreSql = server("-p", world.settings().get("POSTGRES_PORT"));
    Optional<ProcessHandle> redis = server("redis", world.settings().get("REDIS_PORT"));
    if (postgreSql.isPresent()) {
      results.put("rss_mb." + state + "_postgresql", proportional(postgreSql.get()) / MEBIBYTE);
    }
    if (redis.isPresent()) {
      results.put("rss_mb." + state + "_redis", proportional(redis.get()) / MEBIBYTE);
    }
  }

  /** The server that was told this port; it need not be our child. */
  private static Optional<ProcessHandle> server(String word, String port) {
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              List<String> line = commandLine(process.pid());
              return !line.isEmpty()
                  && !line.get(0).endsWith("java")
                  && line.stream().anyMatch(argument -> argument.contains(word))
                  && line.stream().anyMatch(a -> a.equals(port) || a.endsWith(":" + port));
            })
        .findFirst();
  }

  private static List<String> commandLine(long pid) {
    try {
      return List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0| "));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Of a server with its children: what they share counts once (PSS), in bytes. */
  private static double proportional(ProcessHandle server) throws IOException {
    double bytes = 0;
    for (ProcessHandle process : Stream.concat(Stream.of(server), server.descendants()).toList()) {
      Path rollup = Path.of("/proc/" + process.pid() + "/smaps_rollup");
      for (String line : Files.readAllLines(rollup)) {
        if (line.startsWith("Pss:")) {
          bytes += Double.parseDouble(line.replaceAll("\\D", "")) * 1024;
        }
      }
    }
    return bytes;
  }
}
