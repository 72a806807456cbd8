package midgard.agents.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import midgard.schemas.memory.Holder;
import midgard.schemas.memory.Rumour;
import midgard.schemas.memory.RumourBegan;

/** What goes round on a map, most important first. */
final class Gossip {
  private static final int CERTAIN = 1000;

  private Gossip() {}

  /**
   * @return whether it is news, and important enough to be kept
   */
  static boolean begin(List<Rumour> rumours, RumourBegan began) {
    if (rumours.stream().anyMatch(rumour -> rumour.getInfoId().equals(began.getInfoId()))) {
      return false;
    }
    Rumour rumour =
        new Rumour(
            began.getInfoId(),
            began.getContent(),
            began.getSource(),
            began.getPlayerId(),
            began.getImportance(),
            began.getCreatedAt(),
            began.getExpiresAt(),
            new ArrayList<>(List.of(new Holder(began.getSource(), CERTAIN))));
    rumours.add(rumour);
    rumours.sort(
        Comparator.comparing(Rumour::getImportance)
            .thenComparing(Rumour::getCreatedAt)
            .reversed()
            .thenComparing(Rumour::getInfoId));
    return rumours.size() <= TalkRules.RUMOURS || rumours.remove(rumours.size() - 1) != rumour;
  }

  static Rumour find(List<Rumour> rumours, String id) {
    return rumours.stream()
        .filter(rumour -> rumour.getInfoId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The most important that one could tell the other. */
  static Optional<Rumour> between(List<Rumour> rumours, String teller, String listener) {
    return rumours.stream()
        .filter(rumour -> rumour.getHolders().size() < TalkRules.HOLDERS)
        .filter(rumour -> holder(rumour, listener).isEmpty())
        .filter(
            rumour ->
                holder(rumour, teller)
                    .filter(
                        holder ->
                            TalkRules.retold(holder.getReliabilityMilli())
                                >= TalkRules.LEAST_RELIABILITY_MILLI)
                    .isPresent())
        .findFirst();
  }

  /**
   * @return how reliable it is as the listener heard it
   */
  static int pass(Rumour rumour, String teller, String listener) {
    int reliability = TalkRules.retold(holder(rumour, teller).orElseThrow().getReliabilityMilli());
    rumour.getHolders().add(new Holder(listener, reliability));
    return reliability;
  }

  private static Optional<Holder> holder(Rumour rumour, String npc) {
    return rumour.getHolders().stream().filter(holder -> holder.getNpcId().equals(npc)).findFirst();
  }
}
