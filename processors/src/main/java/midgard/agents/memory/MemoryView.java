package midgard.agents.memory;

import java.time.Instant;
import java.util.List;
import midgard.mind.Acquaintance;
import midgard.mind.Decay;
import midgard.schemas.memory.Bond;
import midgard.schemas.memory.Hearsay;
import midgard.schemas.memory.Memory;
import midgard.schemas.memory.MemoryState;

/**
 * What an NPC remembers at an instant.
 *
 * @param known false: nobody ever met it
 */
public record MemoryView(
    String npcId,
    String npcName,
    boolean known,
    String map,
    List<Remembered> memories,
    List<Relationship> relationships,
    List<Heard> hearsay,
    Instant timestamp) {

  /**
   * @param valence -1 to 1
   * @param strength importance as far as it has not faded
   */
  public record Remembered(
      String memoryId,
      String type,
      String sector,
      String content,
      List<String> participants,
      String location,
      int importance,
      double valence,
      double strength,
      Instant rememberedAt) {}

  /**
   * @param value -100 to 100
   * @param word stranger, acquaintance, friend, close friend
   */
  public record Relationship(
      long playerId, String playerName, double value, String word, int visits, Instant lastVisit) {}

  public record Heard(
      String infoId, String content, String toldBy, int importance, double reliability) {}

  private static final double MILLI = 1000;

  public static MemoryView of(String npc, MemoryState state, long now) {
    return new MemoryView(
        npc,
        state.getNpcName(),
        state.getFirstSeen() > 0,
        state.getMap(),
        state.getMemories().stream()
            .filter(memory -> !MemoryRules.isForgotten(memory, now))
            .map(memory -> remembered(memory, now))
            .toList(),
        state.getBonds().stream().map(bond -> relationship(bond, now)).toList(),
        state.getHearsay().stream()
            .filter(hearsay -> hearsay.getExpiresAt() > now)
            .map(MemoryView::heard)
            .toList(),
        Instant.ofEpochMilli(now));
  }

  private static Remembered remembered(Memory memory, long now) {
    return new Remembered(
        memory.getMemoryId(),
        memory.getType(),
        memory.getSector().name(),
        memory.getContent(),
        memory.getParticipants(),
        memory.getMap(),
        memory.getImportance(),
        memory.getValenceMilli() / MILLI,
        MemoryRules.strength(memory, now) / MILLI,
        Instant.ofEpochMilli(memory.getRememberedAt()));
  }

  private static Relationship relationship(Bond bond, long now) {
    return new Relationship(
        bond.getPlayerId(),
        bond.getPlayerName(),
        Decay.left(bond.getValueMilli(), bond.getValuedAt(), now) / MILLI,
        Acquaintance.of(bond.getVisits()).word(),
        bond.getVisits(),
        Instant.ofEpochMilli(bond.getLastVisitAt()));
  }

  private static Heard heard(Hearsay hearsay) {
    return new Heard(
        hearsay.getInfoId(),
        hearsay.getContent(),
        hearsay.getToldBy(),
        hearsay.getImportance(),
        hearsay.getReliabilityMilli() / MILLI);
  }
}
