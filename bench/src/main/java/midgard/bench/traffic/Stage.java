package midgard.bench.traffic;

import java.util.List;
import java.util.PriorityQueue;
import midgard.schemas.event.EventTypes;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ZenyChange;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Where scenes play: each tells its events with their delay from now on, and they come out in order
 * of time. Purses and bags change here and nowhere else.
 */
final class Stage {
  private static final int MAP_CELLS = 360;

  private record Told(long time, long order, GameEvent event, GameServer server) {}

  private final PriorityQueue<Told> told =
      new PriorityQueue<>(
          (a, b) ->
              a.time != b.time ? Long.compare(a.time, b.time) : Long.compare(a.order, b.order));
  private final UniformRandomProvider random;
  private final Roster roster;
  private final double pace;
  private long order;
  private long now;
  private long lastTaken;

  /**
   * @param pace how many times faster than recorded each player acts, 1 or more: what follows
   *     follows faster by as much
   */
  Stage(UniformRandomProvider random, Roster roster, double pace) {
    this.random = random;
    this.roster = roster;
    this.pace = pace;
  }

  UniformRandomProvider random() {
    return random;
  }

  Roster roster() {
    return roster;
  }

  long now() {
    return now;
  }

  /** Something that breaks in from outside happens now: after all that came out. */
  void setNowToLastTaken() {
    now = Math.max(lastTaken, 1);
  }

  void setNow(long time) {
    now = time;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Tells what a player does, and keeps the player busy until then. */
  void tell(Player player, int delayMs, Object payload) {
    long time = now + Math.round(delayMs / pace);
    player.busyUntil = Math.max(player.busyUntil, time + 1);
    GameEvent event = event(payload);
    player.sign(event);
    put(time, event, player.server);
  }

  /** Tells what a server does, now. */
  void tell(GameServer server, Object payload) {
    put(now, event(payload), server);
  }

  /** The same, when a player's scene is that far. */
  void tell(GameServer server, int delayMs, Object payload) {
    put(now + Math.round(delayMs / pace), event(payload), server);
  }

  private void put(long time, GameEvent event, GameServer server) {
    event.setTimestamp(time);
    told.add(new Told(time, order++, event, server));
  }

  private static GameEvent event(Object payload) {
    GameEvent event = new GameEvent();
    event.setEventId("");
    event.setPayload(payload);
    event.setPriority(EventTypes.defaultPriority(EventTypes.nameOf(event)));
    event.setExtra(List.of());
    return event;
  }

  /** How many events were told so far. */
  long told() {
    return order;
  }

  /** When the next told event is due, ms UTC; {@link Long#MAX_VALUE}: none is. */
  long nextDue() {
    return told.isEmpty() ? Long.MAX_VALUE : told.peek().time;
  }

  /** The next told event, numbered by its server. */
  GameEvent take() {
    Told next = told.remove();
    lastTaken = next.time;
    next.server.number(next.event);
    return next.event;
  }

  void give(Player player, int delayMs, int item, int amount, Reason reason) {
    player.bag.add(item, amount);
    tell(player, delayMs, new ItemChange(item, amount, reason));
  }

  /**
   * @throws IllegalStateException when the purse would hold less than nothing
   */
  void pay(Player player, int delayMs, long amount, Reason reason, Player other) {
    if (player.zeny + amount < 0) {
      throw new IllegalStateException(
          "%d zeny cannot leave a purse of %d".formatted(-amount, player.zeny));
    }
    player.zeny += amount;
    tell(
        player,
        delayMs,
        new ZenyChange(amount, player.zeny, reason, other == null ? null : other.id));
  }

  void move(Player player, int delayMs, String map) {
    if (!player.map.equals(map)) {
      String from = player.map;
      roster.move(player, map);
      step(player);
      tell(player, delayMs, new MapChange(from, map));
    }
  }

  /** To some other cell. */
  void step(Player player) {
    player.x = 20 + random.nextInt(MAP_CELLS);
    player.y = 20 + random.nextInt(MAP_CELLS);
  }
}
