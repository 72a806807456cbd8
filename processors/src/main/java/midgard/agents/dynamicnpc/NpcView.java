package midgard.agents.dynamicnpc;

import java.time.Instant;
import java.util.List;
import midgard.schemas.dynamicnpc.DynamicNpcState;
import midgard.schemas.dynamicnpc.NpcReward;
import midgard.schemas.dynamicnpc.NpcStatus;
import midgard.schemas.dynamicnpc.NpcType;
import midgard.schemas.dynamicnpc.PersonalityData;
import midgard.schemas.dynamicnpc.QuestData;
import midgard.schemas.dynamicnpc.Wanderer;

/** A wanderer as the API shows it (domain reference 2.3). */
public record NpcView(
    String npcId,
    NpcType npcType,
    String npcName,
    PersonalityData personalityData,
    String spawnMap,
    int spawnX,
    int spawnY,
    QuestData questData,
    NpcReward rewardData,
    NpcStatus status,
    Instant spawnedAt,
    Instant despawnsAt,
    long interactionCount) {

  /** Those who are there at an instant, oldest first. Who has left is gone, tick or no tick. */
  public static List<NpcView> active(DynamicNpcState state, long now) {
    return state.getNpcs().stream()
        .filter(npc -> WanderingNpcs.isActive(npc) && now < npc.getDespawnsAt())
        .map(NpcView::of)
        .toList();
  }

  private static NpcView of(Wanderer npc) {
    return new NpcView(
        npc.getNpcId(),
        npc.getNpcType(),
        npc.getNpcName(),
        npc.getPersonalityData(),
        npc.getSpawnMap(),
        npc.getSpawnX(),
        npc.getSpawnY(),
        npc.getQuestData(),
        npc.getRewardData(),
        npc.getStatus(),
        Instant.ofEpochMilli(npc.getSpawnedAt()),
        Instant.ofEpochMilli(npc.getDespawnsAt()),
        npc.getInteractionCount());
  }
}
