package midgard.bench.traffic;

import java.util.ArrayDeque;
import java.util.Deque;
import midgard.schemas.event.GameEvent;

/** A made character, as it is after everything it has begun. */
final class Player {
  final long id;
  final String name;
  final int model;
  final GameServer server;
  final Bag bag = new Bag();
  final Deque<Integer> openQuests = new ArrayDeque<>();
  int quests;
  int refined;
  int baseLevel;
  int jobLevel;
  final int jobClass;
  String map;
  String town;
  Ground ground;
  int x;
  int y;
  long zeny;
  Group party;
  Group guild;
  boolean online;
  long loggedIn;

  /** Until when what it began goes on, ms UTC; nothing else is begun before. */
  long busyUntil;

  /** Its place in the roster's list; -1: in none. */
  int slot = -1;

  Player(long id, String name, int model, Recorded.Character like, GameServer server) {
    this.id = id;
    this.name = name;
    this.model = model;
    this.server = server;
    this.jobClass = like.jobClass();
    this.baseLevel = like.baseLevel();
    this.jobLevel = like.jobLevel();
    this.zeny = like.zeny();
  }

  boolean inTown() {
    return Towns.isTown(map);
  }

  boolean isFree(long now) {
    return busyUntil <= now;
  }

  /** The acting player's context, as it is now. */
  void sign(GameEvent event) {
    event.setPlayerId(id);
    event.setAccountId(id + 1_850_000);
    event.setPlayerName(name);
    event.setBaseLevel(baseLevel);
    event.setJobLevel(jobLevel);
    event.setJobClass(jobClass);
    event.setPartyId(party == null ? null : party.id);
    event.setGuildId(guild == null ? null : guild.id);
    event.setMap(map);
    event.setX(x);
    event.setY(y);
  }
}
