package midgard.bench.faults.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.bench.faults.FeedPlan;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.process.BrokerProcess;
import midgard.bench.process.Databases;
import midgard.bench.process.ServerProcess;
import midgard.bench.process.SizedFolder;

/**
 * The disk with the agents' stores and the log file is full, the servers are elsewhere. The world
 * dies on it and is started again while there is no room to rebuild anything.
 */
public final class StateDiskFull implements Scenario {
  private static final int MEGABYTES = 256;

  private SizedFolder disk;
  private final List<String> found = new ArrayList<>();

  @Override
  public String name() {
    return "state-disk-full";
  }

  @Override
  public String what() {
    return "no space for stores and log file; the world is killed and started on the full disk";
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
    BrokerProcess broker = run.closeAtEnd(BrokerProcess.alone(run.folder().resolve("kafka")));
    broker.start();
    ServerProcess sql = run.closeAtEnd(Databases.postgreSql(run.folder().resolve("postgresql")));
    sql.start();
    ServerProcess redis = run.closeAtEnd(Databases.redis(run.folder().resolve("redis")));
    redis.start();
    String data = disk.folder().toAbsolutePath().resolve("data").toString();
    return Map.of(
        "DATA_DIR",
        data,
        "LOG_FILE_PATH",
        data + "/logs/midgard-streams.log",
        "KAFKA_BOOTSTRAP_SERVERS",
        broker.bootstrapServers(),
        "DATABASE_URL",
        Databases.databaseUrl(sql.port()),
        "REDIS_URL",
        Databases.redisUrl(redis.port()));
  }

  @Override
  public void strike(Run run) throws Exception {
    run.feed().awaitShare(0.3, Patience.FEED);
    disk.fill();
    run.note("full");
    run.feed().awaitShare(0.6, Patience.FEED);
    run.note("the running world takes events in on a full disk");
    FullDisk full = new FullDisk(run);
    run.world().kill();
    run.world().start();
    Optional<String> complaint = full.awaitComplaint();
    run.note("it says: " + complaint.orElse("nothing"));
    if (complaint.isEmpty()) {
      found.add("Neither health nor console say that the disk is full.");
    }
    disk.empty();
    if (!run.world().jvm().isAlive()) {
      run.note("it had ended and is started again");
      run.world().start();
    }
    run.world().awaitReady();
    run.note("ready again");
  }

  @Override
  public List<String> judge(Evidence evidence) {
    return found;
  }
}
