package midgard.agents.dynamicboss;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.dynamicboss.GuardCalled;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.avro.specific.SpecificRecord;

/** A world at level 50 whose clock stands just before an evaluation. */
final class BossWorld {
  static final long START = World.at("2026-11-22T12:14:59Z");
  static final long EVALUATION = START + 1000;
  static final long MINUTE = 60_000;
  static final String MAP = "prt_fild08";

  final World world = new World(DynamicBossAgents.of(Settings.DEFAULTS));

  BossWorld kills(String map, long kills) {
    WorldState state = WorldPulse.STATE.initial();
    state.setMeanLevelMilli(50_999);
    state.getMaps().add(new MapEntry(map, 0, 0L, kills, false));
    world.put(WorldPulse.STATE, Domain.WORLD_KEY, state);
    world.tick(START);
    return this;
  }

  /** A boss that farming has called, and of which the game has said that it is there. */
  static BossWorld withBoss() {
    BossWorld bosses = new BossWorld().kills(MAP, 200);
    bosses.world.tick(EVALUATION);
    bosses.kills(MAP, 0);
    bosses.result(ActionOutcome.completed);
    return bosses;
  }

  void result(ActionOutcome outcome) {
    world.answer(
        DynamicBosses.STATE.id(),
        Domain.WORLD,
        Domain.WORLD_KEY,
        EVALUATION + 1,
        new ActionResult("boss:" + boss().getBossId() + ":spawn", outcome, ""));
  }

  void guard(String treasure, String map) {
    world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        EVALUATION,
        GuardCalled.newBuilder().setTreasureId(treasure).setMap(map).build());
  }

  DynamicBossState state() {
    return world.state(new DynamicBosses(), Domain.WORLD_KEY);
  }

  Boss boss() {
    return state().getBosses().get(0);
  }

  void event(long after, long player, SpecificRecord payload) {
    world.event(Domain.MAP, MAP, Events.event(EVALUATION + after, player, MAP, payload));
  }

  void kill(long after, long player, int monster, long damage) {
    event(after, player, MonsterKill.newBuilder().setMonsterId(monster).setDamage(damage).build());
  }

  void mvp(long after, long player, MvpParticipant... participants) {
    event(
        after,
        player,
        MvpKill.newBuilder()
            .setMvpId(1900)
            .setSeconds(90L)
            .setParticipants(List.of(participants))
            .build());
  }

  void death(long after, long player) {
    event(after, player, new PlayerDeath(KillerType.monster, 1900L));
  }

  void tick(long after) {
    world.tick(EVALUATION + after);
  }
}
