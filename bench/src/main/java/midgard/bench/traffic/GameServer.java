package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;

/** One game server in one boot: it numbers its events and knows who is on line. */
final class GameServer {
  final String id;
  final String boot;
  final long started;
  final List<Group> parties = new ArrayList<>();
  final List<Group> guilds = new ArrayList<>();
  private final String prefix;
  private long sequence;
  private int online;
  private int trades;
  private int sales;

  GameServer(int number, long started, long seed) {
    this.id = "midgard-" + number;
    this.boot = "m%d-%x.%x".formatted(number, started, seed);
    this.prefix = boot + "-";
    this.started = started;
  }

  String nextTrade() {
    return prefix + "t" + ++trades;
  }

  String nextSale() {
    return prefix + "v" + ++sales;
  }

  /** Gives an event that leaves now its number. */
  void number(GameEvent event) {
    sequence++;
    event.setServerId(id);
    event.setSequence(sequence);
    event.setEventId(prefix + sequence);
    Object payload = event.getPayload();
    if (payload instanceof PlayerLogin) {
      online++;
    } else if (payload instanceof PlayerLogout) {
      online--;
    } else if (payload instanceof Heartbeat heartbeat) {
      heartbeat.setOnlinePlayers(online);
    }
  }
}
