package midgard.bench.faults.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.SizedFolder;

/**
 * The disk with everything on it is full: the embedded broker, PostgreSQL, Redis and the stores.
 */
public final class WholeDiskFull implements Scenario {
  private static final int MEGABYTES = 800;

  private SizedFolder disk;
  private final List<String> found = new ArrayList<>();

  @Override
  public String name() {
    return "whole-disk-full";
  }

  @Override
  public String what() {
    return "no space for the embedded broker and all else; started again when there is";
  }

  @Override
  public Optional<String> impossible() {
    return SizedFolder.isPossible()
        ? Optional.empty()
        : Optional.of("needs root, to mount a file system of a fixed size");
  }

  @Override
  public FeedPlan plan() {
    return FeedPlan.SHORT;
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    disk = run.closeAtEnd(SizedFolder.mount(run.folder().resolve("disk"), MEGABYTES));
    return Map.of("DATA_DIR", disk.folder().toAbsolutePath().resolve("data").toString());
  }

  @Override
  public void strike(Run run) throws Exception {
    run.feed().awaitShare(0.4, Patience.FEED);
    FullDisk full = new FullDisk(run);
    disk.fill();
    Optional<String> complaint = full.awaitComplaint();
    run.note("it says: " + complaint.orElse("nothing"));
    if (complaint.isEmpty()) {
      found.add("Neither health nor console say that the disk is full.");
    }
    run.note(run.world().jvm().isAlive() ? "it lives on" : "it has ended");
    disk.empty();
    if (run.world().jvm().isAlive()) {
      run.world().stop();
    }
    run.world().startAndAwaitReady();
  }

  @Override
  public List<String> judge(Evidence evidence) {
    return found;
  }
}
