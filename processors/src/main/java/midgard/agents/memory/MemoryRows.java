package midgard.agents.memory;

import java.time.Instant;
import java.util.List;
import midgard.schemas.memory.Holder;
import midgard.schemas.memory.MemoryState;
import midgard.schemas.memory.Npc;
import midgard.schemas.memory.NpcBond;
import midgard.schemas.memory.NpcRelationship;
import midgard.schemas.memory.NpcTalk;
import midgard.schemas.memory.Rumour;
import midgard.schemas.memory.SharedInformation;

/** What the database gets to see. */
final class MemoryRows {
  private MemoryRows() {}

  static Npc npc(String id, MemoryState state, long time) {
    return new Npc(
        id,
        state.getNpcName(),
        state.getMap(),
        state.getX(),
        state.getY(),
        state.getSpawned(),
        Instant.ofEpochMilli(state.getFirstSeen()),
        Instant.ofEpochMilli(time));
  }

  static NpcRelationship relationship(NpcBond bond) {
    return new NpcRelationship(
        bond.getNpcId1(),
        bond.getNpcId2(),
        TalkRules.type(bond.getValueMilli()),
        bond.getValueMilli(),
        bond.getTrustMilli(),
        bond.getTalks(),
        Instant.ofEpochMilli(bond.getFirstAt()),
        Instant.ofEpochMilli(bond.getLastAt()));
  }

  static NpcTalk talk(String id, NpcBond bond, String map, List<String> told) {
    return new NpcTalk(
        id,
        bond.getNpcId1(),
        bond.getNpcId2(),
        map,
        (int) TalkRules.TALK.toSeconds(),
        TalkRules.VALUE_GAIN_MILLI,
        TalkRules.TRUST_GAIN_MILLI,
        told,
        Instant.ofEpochMilli(bond.getLastAt()));
  }

  static SharedInformation information(Rumour rumour, String map) {
    List<Holder> holders = rumour.getHolders();
    return new SharedInformation(
        rumour.getInfoId(),
        "gossip",
        rumour.getContent(),
        rumour.getSource(),
        map,
        holders,
        holders.get(holders.size() - 1).getReliabilityMilli(),
        rumour.getImportance(),
        holders.size() - 1,
        Instant.ofEpochMilli(rumour.getCreatedAt()),
        Instant.ofEpochMilli(rumour.getExpiresAt()));
  }
}
