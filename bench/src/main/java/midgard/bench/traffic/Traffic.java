package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Made traffic without end, in order of event time: the same options give the same events, byte for
 * byte. An open workload: scenes begin by a Poisson process, whatever becomes of those before, and
 * each brings its burst of events. Everything is as a real server would tell it: numbered without a
 * gap, nobody acts off line, purses and bags add up and never hold less than nothing. Not safe for
 * several threads.
 */
public final class Traffic implements Iterator<GameEvent> {
  private static final int HEARTBEAT_MS = 10_000;
  private static final long FIRST_PLAYER = 200_001;

  /** Over about how many scenes the mean burst is taken: long enough to be steady. */
  private static final double SCENES_IN_MEAN = 2000;

  /** Time goes on even where nobody can do anything. */
  private static final double LEAST_BURST = 0.2;

  private final TrafficOptions options;
  private final UniformRandomProvider random;
  private final List<GameServer> servers = new ArrayList<>();
  private final Stage stage;
  private final Scenes scenes;
  private final double rate;
  private double nextScene;
  private long nextHeartbeat;
  private final int models;
  private double meanBurst;

  /** Traffic from the options' start on; its first heartbeats come after ten seconds. */
  public Traffic(TrafficOptions options) {
    this.options = options;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(options.seed());
    Recorded recorded = Recorded.load();
    this.models = recorded.characters().size();
    for (int i = 1; i <= options.servers(); i++) {
      servers.add(new GameServer(i, options.start(), options.seed()));
    }
    Wilds wilds = new Wilds(recorded, options.maps());
    Roster roster =
        new Roster(
            new Population(recorded, wilds, servers, random)
                .players(FIRST_PLAYER, options.players()),
            recorded.characters().size(),
            random);
    this.rate = Math.max(options.rate() - servers.size() * 1000.0 / HEARTBEAT_MS, 1e-6);
    double pace = rate / options.players() / recorded.ratePerPlayer();
    this.stage = new Stage(random, roster, Math.max(1, pace));
    this.scenes = new Scenes(stage, recorded, wilds);
    this.meanBurst = scenes.recordedBurst();
    this.nextScene = options.start();
    this.nextHeartbeat = options.start() + HEARTBEAT_MS;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public GameEvent next() {
    while (Math.min((long) nextScene, nextHeartbeat) <= stage.nextDue()) {
      if (nextHeartbeat <= nextScene) {
        beat();
      } else {
        begin();
      }
    }
    return stage.take();
  }

  private void beat() {
    stage.setNow(nextHeartbeat);
    for (GameServer server : servers) {
      stage.tell(server, new Heartbeat(0, (nextHeartbeat - server.started) / 1000, 0L, 0L));
    }
    nextHeartbeat += HEARTBEAT_MS;
  }

  /** The gap to the next scene keeps the rate by the bursts as they turn out. */
  private void begin() {
    stage.setNow((long) nextScene);
    long before = stage.told();
    scenes.next();
    meanBurst += (stage.told() - before - meanBurst) / SCENES_IN_MEAN;
    double burst = Math.max(LEAST_BURST, meanBurst);
    nextScene += -Math.log(1 - random.nextDouble()) * 1000 * burst / rate;
  }

  /**
   * Lets some free player who is on line go and do things, one after the other, and come back.
   *
   * @param gapMs between one thing and the next
   * @return the player's id; empty: nobody is free now
   */
  public OptionalLong send(List<Errand> errands, int gapMs) {
    stage.setNowToLastTaken();
    Player player = stage.roster().pick(random.nextInt(models), Scene.Place.ANYWHERE, stage.now());
    if (player == null) {
      return OptionalLong.empty();
    }
    send(player, errands, gapMs);
    return OptionalLong.of(player.id);
  }

  /**
   * The same for one player.
   *
   * @return whether the player is on line and free now
   */
  public boolean send(long playerId, List<Errand> errands, int gapMs) {
    stage.setNowToLastTaken();
    Player player = stage.roster().byId(playerId);
    if (!player.online || !player.isFree(stage.now())) {
      return false;
    }
    send(player, errands, gapMs);
    return true;
  }

  private void send(Player player, List<Errand> errands, int gapMs) {
    String home = player.map;
    int delay = 0;
    for (Errand errand : errands) {
      delay += gapMs;
      stage.move(player, delay, errand.map());
      player.x = errand.x();
      player.y = errand.y();
      stage.tell(player, delay + 1, errand.payload());
    }
    stage.move(player, delay + gapMs, home);
  }

  /** Puts zeny from outside into the purse of a player who is on line. */
  public boolean receive(long playerId, long zeny) {
    stage.setNowToLastTaken();
    Player player = stage.roster().byId(playerId);
    if (!player.online) {
      return false;
    }
    stage.pay(player, 0, zeny, Reason.script, null);
    return true;
  }

  /** What all purses of players hold, as they are after everything that was begun. */
  public long purses() {
    return stage.roster().purses();
  }

  /** The options it was made with. */
  public TrafficOptions options() {
    return options;
  }
}
