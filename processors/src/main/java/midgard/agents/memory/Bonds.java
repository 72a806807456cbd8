package midgard.agents.memory;

import java.util.Comparator;
import java.util.List;
import midgard.mind.Decay;
import midgard.schemas.event.Interaction;
import midgard.schemas.memory.Bond;

/** What players are to an NPC, by player id. */
final class Bonds {
  private Bonds() {}

  /** The player's bond; a new one may cost the one whose player came longest ago. */
  static Bond of(List<Bond> bonds, long player, long time) {
    for (Bond bond : bonds) {
      if (bond.getPlayerId() == player) {
        return bond;
      }
    }
    Bond bond = new Bond(player, "", 0, time, 0, time, 0L, 0, 0);
    bonds.add(bond);
    if (bonds.size() > MemoryRules.BONDS) {
      bonds.stream()
          .filter(other -> other != bond)
          .min(Comparator.comparing(Bond::getLastVisitAt).thenComparing(Bond::getPlayerId))
          .ifPresent(bonds::remove);
    }
    bonds.sort(Comparator.comparing(Bond::getPlayerId));
    return bond;
  }

  /**
   * What was done, in the order of its coming.
   *
   * @return whether a visit began with it
   */
  static boolean meet(Bond bond, Interaction interaction, long time, int day) {
    long visit = MemoryRules.VISIT.toMillis();
    boolean begins = bond.getVisits() == 0 || Math.abs(time - bond.getLastVisitAt()) >= visit;
    if (begins) {
      bond.setVisits(bond.getVisits() + 1);
      bond.setLastVisitAt(Math.max(bond.getLastVisitAt(), time));
    }
    bond.setFirstAt(Math.min(bond.getFirstAt(), time));
    fade(bond, time);
    int value = MemoryRules.meaning(interaction).valueMilli();
    if (value < 0) {
      change(bond, value);
    } else if (begins || !MemoryRules.countsOnceAVisit(interaction)) {
      change(bond, withinTheDay(bond, value, day));
    }
    return begins;
  }

  private static int withinTheDay(Bond bond, int value, int day) {
    if (day > bond.getDay()) {
      bond.setDay(day);
      bond.setGainedMilli(0);
    }
    int granted = Math.min(value, MemoryRules.MOST_GAIN_A_DAY_MILLI - bond.getGainedMilli());
    bond.setGainedMilli(bond.getGainedMilli() + granted);
    return granted;
  }

  private static void change(Bond bond, int value) {
    int most = MemoryRules.MOST_MILLI;
    bond.setValueMilli(Math.max(-most, Math.min(most, bond.getValueMilli() + value)));
  }

  private static void fade(Bond bond, long time) {
    bond.setValueMilli(Decay.left(bond.getValueMilli(), bond.getValuedAt(), time));
    bond.setValuedAt(Decay.reckonedTo(bond.getValuedAt(), time));
  }
}
