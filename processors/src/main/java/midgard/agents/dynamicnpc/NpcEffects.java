package midgard.agents.dynamicnpc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.CreateQuest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.dynamicnpc.DynamicNpc;
import midgard.schemas.dynamicnpc.DynamicNpcState;
import midgard.schemas.dynamicnpc.NpcArrived;
import midgard.schemas.dynamicnpc.NpcEncounterState;
import midgard.schemas.dynamicnpc.NpcGift;
import midgard.schemas.dynamicnpc.Wanderer;
import midgard.schemas.event.Priority;
import midgard.schemas.memory.NpcGone;
import midgard.schemas.memory.NpcPlaced;

/** What the game and the database get to see of wanderers. */
final class NpcEffects {
  private static final Duration REMOVAL = Duration.ofDays(1);

  private static final int IMPORTANCE = 3;

  private NpcEffects() {}

  static String spawnKey(String npc) {
    return "dynamic_npc:" + npc + ":spawn";
  }

  static void spawn(Wanderer npc, Context<DynamicNpcState> context) {
    SpawnNpc spawn =
        new SpawnNpc(
            npc.getNpcId(),
            npc.getNpcName(),
            npc.getSpawnMap(),
            npc.getSpawnX(),
            npc.getSpawnY(),
            NpcRules.kind(npc.getNpcType()).sprite(),
            NpcTexts.greeting(npc.getNpcType()));
    context.action(
        GameRequest.of(
            spawnKey(npc.getNpcId()),
            spawn,
            Duration.ofMillis(npc.getDespawnsAt() - context.time()),
            npc.getSpawnMap()));
    NpcPlaced placed =
        new NpcPlaced(
            npc.getNpcId(), npc.getNpcName(), npc.getSpawnMap(), npc.getSpawnX(), npc.getSpawnY());
    context.signal(Domain.NPC, npc.getNpcId(), placed);
    context.signal(Domain.MAP, npc.getSpawnMap(), placed);
  }

  /** The other NPCs forget that it stands there. */
  static void gone(Wanderer npc, Context<DynamicNpcState> context) {
    context.signal(Domain.NPC, npc.getNpcId(), new NpcGone(npc.getNpcId()));
    context.signal(Domain.MAP, npc.getSpawnMap(), new NpcGone(npc.getNpcId()));
  }

  static void remove(Wanderer npc, Context<DynamicNpcState> context) {
    context.action(
        GameRequest.of(
            "dynamic_npc:" + npc.getNpcId() + ":remove",
            new RemoveNpc(npc.getNpcId()),
            REMOVAL,
            npc.getSpawnMap()));
  }

  static void rumour(List<Wanderer> npcs, Context<DynamicNpcState> context) {
    context.action(
        GameRequest.announcement(
            "dynamic_npc:" + npcs.get(0).getNpcId() + ":rumour", NpcTexts.rumour(npcs)));
  }

  /** So that others may talk of it. */
  static Happening happening(Wanderer npc) {
    return new Happening(
        AgentName.DYNAMIC_NPC.id(),
        npc.getNpcId(),
        NpcTexts.gossip(npc),
        npc.getSpawnMap(),
        IMPORTANCE,
        npc.getSpawnedAt(),
        npc.getDespawnsAt());
  }

  static DynamicNpc row(Wanderer npc) {
    return new DynamicNpc(
        npc.getNpcId(),
        npc.getNpcType(),
        npc.getNpcName(),
        npc.getPersonalityData(),
        npc.getSpawnMap(),
        npc.getSpawnX(),
        npc.getSpawnY(),
        npc.getQuestData(),
        npc.getRewardData(),
        npc.getInteractionCount(),
        npc.getStatus(),
        Instant.ofEpochMilli(npc.getSpawnedAt()),
        Instant.ofEpochMilli(npc.getDespawnsAt()));
  }

  private static String key(NpcArrived npc, String occasion, Context<?> context) {
    return "dynamic_npc:" + npc.getNpcId() + ":player:" + context.key() + ":" + occasion;
  }

  /** What the wanderer says, heard by all who are near. */
  static void say(
      NpcArrived npc, String occasion, String line, Context<NpcEncounterState> context) {
    context.action(
        GameRequest.announcementOn(
            npc.getSpawnMap(), key(npc, occasion, context), npc.getNpcName() + ": " + line));
  }

  static void quest(NpcArrived npc, Context<NpcEncounterState> context) {
    long player = Long.parseLong(context.key());
    CreateQuest quest =
        new CreateQuest(
            player,
            NpcRules.kind(npc.getNpcType()).gameQuest(),
            npc.getNpcName() + " the " + NpcTexts.readable(npc.getNpcType()),
            String.join("; ", NpcTexts.objectives(npc.getNpcType())));
    long left = npc.getDespawnsAt() - context.time();
    context.action(
        new GameRequest(
            key(npc, "quest", context),
            quest,
            Priority.normal,
            Duration.ofMillis(left),
            player,
            ""));
  }

  static void reward(NpcArrived npc, NpcGift gift, Context<NpcEncounterState> context) {
    GiveReward reward =
        GiveReward.newBuilder()
            .setPlayerId(Long.parseLong(context.key()))
            .setItems(gift.getItems())
            .setZeny(gift.getZeny())
            .setBaseExp(gift.getExp())
            .setBuffs(gift.getBuffs())
            .build();
    context.action(GameRequest.reward(key(npc, "reward", context), reward));
  }
}
