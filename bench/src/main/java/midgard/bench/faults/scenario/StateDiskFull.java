package midgard.bench.faults.scenario;

import java.util.Map;
import midgard.bench.faults.Run;
import midgard.bench.process.BrokerProcess;
import midgard.bench.process.Databases;
import midgard.bench.process.ServerProcess;

/**
 * The disk with the agents' stores and the log file is full, the servers are elsewhere. The world
 * dies on it and is started again while there is no room to rebuild anything.
 */
public final class StateDiskFull extends OnSmallDisk {
  private static final int MEGABYTES = 256;

  public StateDiskFull() {
    super(MEGABYTES);
  }

  @Override
  public String name() {
    return "state-disk-full";
  }

  @Override
  public String what() {
    return "no space for stores and log file; the world is killed and started on the full disk";
  }

  @Override
  public Map<String, String> surroundings(Run run) throws Exception {
    String data = dataOnDisk(run);
    BrokerProcess broker = run.closeAtEnd(BrokerProcess.alone(run.folder().resolve("kafka")));
    broker.start();
    ServerProcess sql = run.closeAtEnd(Databases.postgreSql(run.folder().resolve("postgresql")));
    sql.start();
    ServerProcess redis = run.closeAtEnd(Databases.redis(run.folder().resolve("redis")));
    redis.start();
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
    disk().fill();
    run.note("full");
    run.feed().awaitShare(0.6, Patience.FEED);
    run.note("the running world takes events in on a full disk");
    FullDisk full = new FullDisk(run);
    run.world().kill();
    run.world().start();
    awaitComplaint(run, full);
    disk().empty();
    if (!run.world().jvm().isAlive()) {
      run.note("it had ended and is started again");
      run.world().start();
    }
    run.world().awaitReady();
    run.note("ready again");
  }
}
