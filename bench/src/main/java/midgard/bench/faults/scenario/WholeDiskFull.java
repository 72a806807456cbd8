package midgard.bench.faults.scenario;

import java.util.Map;
import midgard.bench.faults.Run;

/**
 * The disk with everything on it is full: the embedded broker, PostgreSQL, Redis and the stores.
 */
public final class WholeDiskFull extends OnSmallDisk {
  private static final int MEGABYTES = 800;

  public WholeDiskFull() {
    super(MEGABYTES);
  }

  @Override
  public String name() {
    return "whole-disk-full";
  }

  @Override
  public String what() {
    return "no space for the embedded broker and all else; started again when there is";
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    String data = dataOnDisk(run);
    return Map.of("DATA_DIR", data);
  }

  @Override
  public void strike(Run run) throws Exception {
    run.feed().awaitShare(0.4, Patience.FEED);
    FullDisk full = new FullDisk(run);
    disk().fill();
    awaitComplaint(run, full);
    run.note(run.world().jvm().isAlive() ? "it lives on" : "it has ended");
    disk().empty();
    if (run.world().jvm().isAlive()) {
      run.world().stop();
    }
    run.world().startAndAwaitReady();
  }
}
