package midgard.agents.consciousness;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.consciousness.PastHappening;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedShare;

/** What players have brought about, as something that has happened. */
final class Deeds {
  private Deeds() {}

  /** A deed whose beginning nobody told. */
  static PastHappening past(Deed deed, long time) {
    return new PastHappening(
        deed.getKind().name(),
        deed.getId(),
        "",
        deed.getMap(),
        ConsciousnessRules.DEED_IMPORTANCE,
        time,
        time,
        0L,
        new ArrayList<>());
  }

  static boolean isKnown(List<PastHappening> past, Deed deed) {
    return past.stream().anyMatch(happening -> isOf(happening, deed));
  }

  private static boolean isOf(PastHappening happening, Deed deed) {
    return happening.getTopic().equals(deed.getKind().name())
        && happening.getId().equals(deed.getId());
  }

  /** How it came out, and who shared in it. */
  static void addTo(List<PastHappening> past, Deed deed) {
    for (PastHappening happening : past) {
      if (isOf(happening, deed)) {
        if (deed.getOutcome() != null) {
          happening.setText(text(deed));
        }
        for (DeedShare share : deed.getPlayers()) {
          List<Long> players = happening.getPlayers();
          if (players.size() < ConsciousnessRules.PLAYERS
              && !players.contains(share.getPlayerId())) {
            players.add(share.getPlayerId());
          }
        }
        return;
      }
    }
  }

  private static String text(Deed deed) {
    String what =
        deed.getTitle().isEmpty()
            ? "A " + deed.getKind().name().replace('_', ' ')
            : deed.getTitle();
    String where = deed.getMap().isEmpty() ? "" : " at " + deed.getMap();
    return switch (deed.getOutcome()) {
      case success -> "%s%s was brought to a good end.".formatted(what, where);
      case failure -> "%s%s came to a bad end.".formatted(what, where);
      case mixed -> "%s%s has passed.".formatted(what, where);
    };
  }
}
