package midgard.bench.week;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import midgard.agent.Settings;
import midgard.agents.Agents;
import midgard.agents.outbox.ActionRows;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.outbox.GameActionRow;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Some days of a whole world, as fast as they go: made players, all agents, and a game server that
 * carries out what they ask for. The same options give the same bytes on every machine.
 */
final class Week implements OfflineWorld.Witness {
  private static final long SECOND = 1000;
  private static final ZoneId ZONE = ZoneOffset.UTC;

  private final Company company;
  private final long end;
  private final MessageDigest outputs = sha256();
  private final WeekTable table = new WeekTable(ZONE);
  private final OfflineWorld world;
  private final SimulatedGameServer server;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, GameActionRow> actions = new LinkedHashMap<>();
  private long events;
  private long clock;

  /**
   * @param start when the first event may come, ms UTC
   * @param end when it is over, ms UTC
   * @param seed of the world's chance, and of the game server's
   */
  Week(Company company, long start, long end, long seed) {
    this.company = company;
    this.end = end;
    world = new OfflineWorld(Agents.all(Settings.DEFAULTS), seed, ZONE, this);
    server = new SimulatedGameServer(world, RandomSource.XO_SHI_RO_256_PP.create(seed ^ 1));
    clock = Math.floorDiv(start, SECOND) * SECOND;
  }

  /**
   * Plays it to its end.
   *
   * @param daily is told the day when one is over
   */
  void run(LongConsumer daily) {
    long nextDay = clock + Duration.ofDays(1).toMillis();
    while (company.hasNext()) {
      GameEvent event = company.next();
      if (event.getTimestamp() >= end) {
        break;
      }
      tickUpTo(event.getTimestamp());
      events++;
      world.event(event);
      if (event.getPayload() instanceof PlayerLogin) {
        collectMail(event.getPlayerId());
      }
      if (clock >= nextDay) {
        daily.accept(nextDay);
        nextDay += Duration.ofDays(1).toMillis();
      }
    }
    tickUpTo(end);
  }

  private void tickUpTo(long time) {
    while (clock + SECOND <= time) {
      clock += SECOND;
      world.tick(clock);
      server.poll(clock);
      company.look(world, clock);
    }
  }

  private void collectMail(long player) {
    long zeny = server.takeMail(player);
    if (zeny > 0) {
      company.receive(player, zeny);
    }
  }

  @Override
  public void change(Change change, byte[] bytes) {
    outputs.update(bytes, 5, bytes.length - 5);
    table.change(change);
    if (change.getBody() instanceof GameActionRow row) {
      actions.put(row.getIdempotencyKey(), row);
    }
  }

  @Override
  public void action(GameAction action, byte[] bytes) {
    outputs.update(bytes, 5, bytes.length - 5);
    table.action(action.getAgent(), ActionRows.type(action), "asked", action.getCreatedAt());
  }

  @Override
  public void failed(String agent, String key, Throwable failure) {
    failures.add(agent + " on " + key + ": " + failure);
  }

  /** One hash of all states, windows, timers and everything that was concluded on the way. */
  String hash() {
    MessageDigest digest = sha256();
    digest.update(outputsSoFar());
    world.dump(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] outputsSoFar() {
    try {
      return ((MessageDigest) outputs.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 is always clonable here.", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  WeekTable table() {
    return table;
  }

  List<String> failures() {
    return failures;
  }

  OfflineWorld world() {
    return world;
  }

  Company company() {
    return company;
  }

  SimulatedGameServer server() {
    return server;
  }

  /** How each action stands, by its idempotency key. */
  Map<String, GameActionRow> actions() {
    return actions;
  }

  long events() {
    return events;
  }
}
