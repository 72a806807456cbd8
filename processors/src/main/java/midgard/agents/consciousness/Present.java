package midgard.agents.consciousness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;

/** What goes on now, most important first. */
final class Present {
  private static final Comparator<Happening> ORDER =
      Comparator.comparing(Happening::getImportance)
          .thenComparing(Happening::getStartedAt)
          .reversed()
          .thenComparing(Happening::getTopic)
          .thenComparing(Happening::getId);

  private Present() {}

  /** Within the bounds that a reader can rely on. */
  static Happening wellFormed(Happening told) {
    String text = told.getText();
    int longest = ConsciousnessRules.LONGEST_TEXT;
    if (text.length() > longest) {
      int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
      text = text.substring(0, end) + "…";
    }
    return Happening.newBuilder(told)
        .setText(text)
        .setImportance(Math.max(1, Math.min(10, told.getImportance())))
        .build();
  }

  static boolean isOver(Happening happening, long now) {
    return happening.getEndsAt() > 0 && happening.getEndsAt() <= now;
  }

  /** Takes the place of an earlier one of that name; a later one stays. */
  static void put(ConsciousnessState state, Happening happening, long now) {
    List<Happening> present = state.getPresent();
    Optional<Happening> before = find(present, happening.getTopic(), happening.getId());
    if (before.isPresent()) {
      Happening old = before.get();
      if (old.getStartedAt() > happening.getStartedAt()) {
        return;
      }
      present.remove(old);
      if (old.getStartedAt() < happening.getStartedAt()) {
        Past.add(state, Past.of(old, happening.getStartedAt()), now);
      }
    }
    present.add(happening);
    present.sort(ORDER);
    if (present.size() > ConsciousnessRules.PRESENT) {
      present.remove(present.size() - 1);
    }
  }

  /** Takes a happening out, unless it began after the end that is told. */
  static Optional<Happening> take(ConsciousnessState state, String topic, String id, long endedAt) {
    Optional<Happening> found =
        find(state.getPresent(), topic, id).filter(h -> h.getStartedAt() <= endedAt);
    found.ifPresent(state.getPresent()::remove);
    return found;
  }

  private static Optional<Happening> find(List<Happening> present, String topic, String id) {
    return present.stream()
        .filter(happening -> happening.getTopic().equals(topic) && happening.getId().equals(id))
        .findFirst();
  }
}
