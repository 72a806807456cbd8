package midgard.agents.outbox;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.event.Priority;
import midgard.schemas.outbox.EmergencyStop;
import midgard.schemas.outbox.GameActionRow;
import midgard.schemas.outbox.LeaseAction;
import midgard.schemas.outbox.OutboxState;
import midgard.schemas.outbox.ReportAction;
import org.apache.avro.specific.SpecificRecord;

/** A world with nothing but the outbox, whose clock stands at {@link #START}. */
final class OutboxWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final long DAY = 86_400_000L;

  final World world;

  OutboxWorld() {
    this(OutboxAgents.of(Settings.DEFAULTS));
  }

  OutboxWorld(List<Agent<?>> agents) {
    world = new World(agents);
    world.tick(START);
  }

  static GameAction reward(String key, long player, long zeny) {
    GiveReward reward = GiveReward.newBuilder().setPlayerId(player).setZeny(zeny).build();
    return action(key, reward, player);
  }

  static GameAction spawn(String key) {
    return action(key, new SpawnMonster("prontera", 0, 0, 1002, 5, null), null);
  }

  static GameAction action(String key, SpecificRecord payload, Long player) {
    return new GameAction(
        "action-" + key,
        "problem-world",
        "world",
        "world",
        key,
        Priority.normal,
        null,
        player,
        null,
        START,
        START + DAY,
        new Cause("inbox.world", 0, 0L, "boot-1"),
        payload);
  }

  /** Asks for it as an agent does. */
  OutboxWorld wish(GameAction action) {
    Long player = action.getTargetPlayerId();
    if (player != null) {
      world.signal(Domain.PLAYER, player.toString(), START, action);
    } else {
      world.signal(Domain.WORLD, action.getIdempotencyKey(), START, action);
    }
    return this;
  }

  OutboxWorld lease(String key, String lease) {
    world.signal(Domain.WORLD, key, START, new LeaseAction(lease, "midgard-1"));
    return this;
  }

  OutboxWorld report(String key, boolean done) {
    world.signal(Domain.WORLD, key, START, new ReportAction("midgard-1", done, done ? "" : "No."));
    return this;
  }

  OutboxWorld stop(boolean stopped) {
    world.signal(Domain.WORLD, null, START, new EmergencyStop(stopped, "Somebody cheats."));
    return this;
  }

  OutboxState state(String key) {
    return world.state(new Outbox(new OutboxRules(1, 1, 1)), key);
  }

  List<ActionResult> results() {
    return world.signals(ActionResult.class);
  }

  GameActionRow lastRow() {
    List<GameActionRow> rows = world.changes(GameActionRow.class);
    return rows.get(rows.size() - 1);
  }
}
