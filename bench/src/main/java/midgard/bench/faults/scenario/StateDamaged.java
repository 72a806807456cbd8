package midgard.bench.faults.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The disk gives back other files than were written. Only after an orderly stop are local states
 * taken for good at all, so the world is stopped each time before its files are hurt.
 */
public final class StateDamaged implements Scenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How many files are hurt, round by round. */
  private static final int[] ROUNDS = {1, 12, 60};

  /** What is done to a file. */
  private enum Damage {
    TRUNCATED {
      @Override
      void strike(FileChannel file, UniformRandomProvider random) throws IOException {
        file.truncate((long) (file.size() * random.nextDouble()));
      }
    },
    FLIPPED {
      @Override
      void strike(FileChannel file, UniformRandomProvider random) throws IOException {
        int bits = 1 + random.nextInt(4);
        for (int i = 0; i < bits; i++) {
          long place = random.nextLong(file.size());
          ByteBuffer one = ByteBuffer.allocate(1);
          file.read(one, place);
          one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(Byte.SIZE)));
          file.write(one.flip(), place);
        }
      }
    };

    abstract void strike(FileChannel file, UniformRandomProvider random) throws IOException;
  }

  private final String name;
  private final Damage damage;

  private StateDamaged(String name, Damage damage) {
    this.name = name;
    this.damage = damage;
  }

  /** Files end early. */
  public static StateDamaged truncated() {
    return new StateDamaged("state-truncated", Damage.TRUNCATED);
  }

  /** Bits are other ones. */
  public static StateDamaged flipped() {
    return new StateDamaged("state-flipped", Damage.FLIPPED);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String what() {
    return damage == Damage.TRUNCATED
        ? "random files of the state folder are cut short, in 3 rounds"
        : "random bits in random files of the state folder are flipped, in 3 rounds";
  }

  @Override
  public boolean hurtsFiles() {
    return true;
  }

  @Override
  public void strike(Run run) throws Exception {
    List<Double> moments = run.moments(ROUNDS.length, 0.1, 0.95);
    for (int round = 0; round < ROUNDS.length; round++) {
      run.feed().awaitShare(moments.get(round), PATIENCE);
      run.world().stop();
      List<Path> files = files(run.stateFolder());
      List<Path> hurt = someOf(files, ROUNDS[round], run.random());
      for (Path file : hurt) {
        try (FileChannel open =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          damage.strike(open, run.random());
        }
      }
      run.note(
          "stopped at %.1f %% of the feed, %d of %d files hurt, one is %s"
              .formatted(
                  100 * moments.get(round),
                  hurt.size(),
                  files.size(),
                  run.stateFolder().relativize(hurt.get(0))));
      run.world().startAndAwaitReady();
    }
  }

  private static List<Path> someOf(List<Path> files, int count, UniformRandomProvider random) {
    List<Path> left = new ArrayList<>(files);
    List<Path> some = new ArrayList<>();
    while (some.size() < count && !left.isEmpty()) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        if (Files.isRegularFile(path) && Files.size(path) > 0) {
          files.add(path);
        }
      }
    }
    return files;
  }
}
