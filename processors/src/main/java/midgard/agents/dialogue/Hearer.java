package midgard.agents.dialogue;

import java.util.List;
import midgard.mind.Acquaintance;
import midgard.mind.Decay;
import midgard.schemas.memory.Bond;
import midgard.schemas.memory.MemoryState;

/**
 * The player whom an NPC speaks to, as the NPC knows him.
 *
 * @param valueMilli -100000 to 100000
 */
record Hearer(long playerId, String name, int valueMilli, int visits) {
  private static final int HOSTILE_MILLI = -20_000;

  static Hearer of(MemoryState memory, long player, String name, long time) {
    List<Bond> bonds = memory.getBonds();
    for (Bond bond : bonds) {
      if (bond.getPlayerId() == player) {
        int value = Decay.left(bond.getValueMilli(), bond.getValuedAt(), time);
        return new Hearer(player, name, value, bond.getVisits());
      }
    }
    return new Hearer(player, name, 0, 0);
  }

  Acquaintance word() {
    return Acquaintance.of(visits);
  }

  boolean isHostile() {
    return valueMilli <= HOSTILE_MILLI;
  }
}
