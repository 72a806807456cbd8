package midgard.agents.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import midgard.agent.Context;
import midgard.mind.Decay;
import midgard.schemas.Domain;
import midgard.schemas.memory.MapNpc;
import midgard.schemas.memory.NpcBond;
import midgard.schemas.memory.NpcMapState;
import midgard.schemas.memory.Rumour;
import midgard.schemas.memory.RumourHeard;

/** One look at who stands near whom, and the talks that come of it. */
final class Talks {
  private Talks() {}

  static void hold(TalkRules rules, Context<NpcMapState> context) {
    NpcMapState state = context.state();
    Set<String> talking = new TreeSet<>();
    int talks = 0;
    for (Roster.Pair pair : Roster.near(state.getNpcs(), rules.range())) {
      if (talks == TalkRules.TALKS_AT_ONCE) {
        return;
      }
      MapNpc one = pair.first();
      MapNpc other = pair.second();
      if (talking.contains(one.getNpcId()) || talking.contains(other.getNpcId())) {
        continue;
      }
      if (isBusy(one, context) && isBusy(other, context)) {
        continue;
      }
      if (wantsToTalk(one, other, context)) {
        talk(one, other, context);
        talking.add(one.getNpcId());
        talking.add(other.getNpcId());
        talks++;
      }
    }
  }

  private static boolean isBusy(MapNpc npc, Context<NpcMapState> context) {
    return npc.getBusyUntil() > context.time();
  }

  private static boolean wantsToTalk(MapNpc one, MapNpc other, Context<NpcMapState> context) {
    int value =
        find(context.state().getBonds(), one.getNpcId(), other.getNpcId())
            .map(bond -> Decay.left(bond.getValueMilli(), bond.getValuedAt(), context.time()))
            .orElse(0);
    return value >= TalkRules.HOSTILE_MILLI
        && context.random().nextInt(1000) < TalkRules.chanceMilli(value);
  }

  private static void talk(MapNpc one, MapNpc other, Context<NpcMapState> context) {
    long now = context.time();
    NpcBond bond = bond(context.state().getBonds(), one.getNpcId(), other.getNpcId(), now);
    int value = Decay.left(bond.getValueMilli(), bond.getValuedAt(), now);
    bond.setValuedAt(Decay.reckonedTo(bond.getValuedAt(), now));
    bond.setValueMilli(Math.min(TalkRules.MOST_MILLI, value + TalkRules.VALUE_GAIN_MILLI));
    bond.setTrustMilli(
        Math.min(TalkRules.MOST_MILLI, bond.getTrustMilli() + TalkRules.TRUST_GAIN_MILLI));
    bond.setTalks(bond.getTalks() + 1);
    bond.setLastAt(now);
    for (MapNpc npc : List.of(one, other)) {
      npc.setTalkedAt(now);
      npc.setBusyUntil(Math.max(npc.getBusyUntil(), now + TalkRules.TALK.toMillis()));
    }
    List<String> told = new ArrayList<>();
    tell(one, other, bond, context).ifPresent(told::add);
    tell(other, one, bond, context).ifPresent(told::add);
    context.change(MemoryRows.talk(context.newId("talk"), bond, context.key(), told));
    context.change(MemoryRows.relationship(bond));
  }

  /** As likely as the two trust each other. */
  private static Optional<String> tell(
      MapNpc teller, MapNpc listener, NpcBond bond, Context<NpcMapState> context) {
    Optional<Rumour> found =
        Gossip.between(context.state().getRumours(), teller.getNpcId(), listener.getNpcId());
    if (found.isEmpty() || context.random().nextInt(TalkRules.MOST_MILLI) >= bond.getTrustMilli()) {
      return Optional.empty();
    }
    Rumour rumour = found.get();
    int reliability = Gossip.pass(rumour, teller.getNpcId(), listener.getNpcId());
    context.signal(
        Domain.NPC,
        listener.getNpcId(),
        new RumourHeard(
            rumour.getInfoId(),
            rumour.getContent(),
            teller.getName(),
            rumour.getImportance(),
            reliability,
            rumour.getPlayerId(),
            rumour.getExpiresAt()));
    context.change(MemoryRows.information(rumour, context.key()));
    return Optional.of(rumour.getInfoId());
  }

  private static Optional<NpcBond> find(List<NpcBond> bonds, String one, String other) {
    String first = one.compareTo(other) < 0 ? one : other;
    String second = first.equals(one) ? other : one;
    return bonds.stream()
        .filter(bond -> bond.getNpcId1().equals(first) && bond.getNpcId2().equals(second))
        .findFirst();
  }

  private static NpcBond bond(List<NpcBond> bonds, String one, String other, long now) {
    Optional<NpcBond> found = find(bonds, one, other);
    if (found.isPresent()) {
      return found.get();
    }
    boolean inOrder = one.compareTo(other) < 0;
    NpcBond bond =
        new NpcBond(
            inOrder ? one : other,
            inOrder ? other : one,
            0,
            TalkRules.FIRST_TRUST_MILLI,
            now,
            0,
            now,
            now);
    bonds.add(bond);
    if (bonds.size() > TalkRules.BONDS) {
      bonds.stream()
          .filter(old -> old != bond)
          .min(
              Comparator.comparing(NpcBond::getLastAt)
                  .thenComparing(NpcBond::getNpcId1)
                  .thenComparing(NpcBond::getNpcId2))
          .ifPresent(bonds::remove);
    }
    bonds.sort(Comparator.comparing(NpcBond::getNpcId1).thenComparing(NpcBond::getNpcId2));
    return bond;
  }
}
