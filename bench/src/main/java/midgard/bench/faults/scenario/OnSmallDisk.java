package midgard.bench.faults.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.SizedFolder;

/** A world's data on a disk of a fixed size that can be filled; the world has to say so. */
abstract class OnSmallDisk implements Scenario {
  private final int megabytes;
  private final List<String> found = new ArrayList<>();
  private SizedFolder disk;

  OnSmallDisk(int megabytes) {
    this.megabytes = megabytes;
  }

  @Override
  public final Optional<String> impossible() {
    return SizedFolder.isPossible()
        ? Optional.empty()
        : Optional.of("needs root, to mount a file system of a fixed size");
  }

  @Override
  public final FeedPlan plan() {
    return FeedPlan.SHORT;
  }

  /** Mounts the disk; returns the data folder on it. */
  final String dataOnDisk(Run run) throws IOException, InterruptedException {
    disk = run.closeAtEnd(SizedFolder.mount(run.folder().resolve("disk"), megabytes));
    return disk.folder().toAbsolutePath().resolve("data").toString();
  }

  final SizedFolder disk() {
    return disk;
  }

  /** Waits until the world names the full disk; that it does not is a finding. */
  final void awaitComplaint(Run run, FullDisk full) throws IOException, InterruptedException {
    Optional<String> complaint = full.awaitComplaint();
    run.note("it says: " + complaint.orElse("nothing"));
    if (complaint.isEmpty()) {
      found.add("Neither health nor console say that the disk is full.");
    }
  }

  @Override
  public final List<String> judge(Evidence evidence) {
    return found;
  }
}
