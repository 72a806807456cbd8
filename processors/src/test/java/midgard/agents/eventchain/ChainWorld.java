package midgard.agents.eventchain;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainCalled;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.EventChainState;
import midgard.schemas.world.WorldState;
import org.apache.avro.specific.SpecificRecord;

/** A world of level 50, whose clock stands at {@link #START}. */
final class ChainWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final String MAP = "prt_fild08";

  final World world;
  private long now = START;

  ChainWorld() {
    world = new World(EventChainAgents.of(Settings.DEFAULTS));
    world.put(
        WorldPulse.STATE,
        Domain.WORLD_KEY,
        WorldState.newBuilder().setOnlinePlayers(20).setMeanLevelMilli(50_000).build());
    world.tick(START);
  }

  static ChainWorld with(ChainType type) {
    ChainWorld chains = new ChainWorld();
    chains.call(type);
    return chains;
  }

  void call(ChainType type) {
    world.signal(Domain.WORLD, Domain.WORLD_KEY, now, new ChainCalled(type, "test", "a test", MAP));
  }

  long now() {
    return now;
  }

  void tick(long millis) {
    now += millis;
    world.tick(now);
  }

  EventChainState state() {
    return world.state(
        new EventChains(EventChainAgents.rules(Settings.DEFAULTS)), Domain.WORLD_KEY);
  }

  Chain chain() {
    return state().getChains().get(0);
  }

  boolean over() {
    return state().getChains().isEmpty();
  }

  ChainStep step() {
    return EventChains.current(chain());
  }

  /** Does all that the current step requires, as one player, and lets a second pass. */
  void fulfil(long player) {
    ChainStep step = step();
    deeds(player, step.getSuccessCondition().getRequired());
    tick(1000);
  }

  /** Does something for the current step. */
  void deeds(long player, int times) {
    ChainStep step = step();
    for (int i = 0; i < times; i++) {
      switch (step.getSuccessCondition().getTask()) {
        case talk -> talk(player, step.getNpcData().getName(), step.getNpcData().getMap());
        case visit -> arrive(player, step.getSuccessCondition().getTargetMap());
        default ->
            kill(
                player,
                step.getSuccessCondition().getTargetMap(),
                step.getSuccessCondition().getMonsterId() == 0
                    ? 1002
                    : step.getSuccessCondition().getMonsterId());
      }
    }
  }

  void kill(long player, String map, int monster) {
    happens(player, map, MonsterKill.newBuilder().setMonsterId(monster).build());
  }

  void mvp(long killer, long other, String map, int monster) {
    happens(
        killer,
        map,
        MvpKill.newBuilder()
            .setMvpId(monster)
            .setParticipants(
                List.of(new MvpParticipant(killer, 500L, 0), new MvpParticipant(other, 400L, 0)))
            .build());
  }

  void talk(long player, String npc, String map) {
    happens(
        player,
        map,
        NpcInteraction.newBuilder().setNpcName(npc).setInteraction(Interaction.talk).build());
  }

  void arrive(long player, String map) {
    happens(player, map, new MapChange("prontera", map));
  }

  private void happens(long player, String map, SpecificRecord payload) {
    world.event(Domain.MAP, map, Events.event(now, player, map, payload));
  }
}
