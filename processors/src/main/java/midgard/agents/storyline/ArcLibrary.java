package midgard.agents.storyline;

import java.util.List;
import java.util.Optional;

/** The arcs that were written. */
final class ArcLibrary {
  static final List<ArcTemplate> ALL =
      List.of(
          ArcsOfWar.GATHERING_STORM,
          ArcsOfWar.ORC_BANNER,
          ArcsOfWar.CLOCKWORK_HEART,
          ArcsOfShadow.HOLLOW_CROWN,
          ArcsOfShadow.SANDS_REMEMBER,
          ArcsOfShadow.MOONLIT_MASQUERADE,
          ArcsOfWonder.WHISPERING_ROOTS,
          ArcsOfWonder.DROWNED_BELL,
          ArcsOfWant.WINTER_WITHOUT_END,
          ArcsOfWant.GILDED_THIEF);

  /** The one that any world can have. */
  static final ArcTemplate FALLBACK = ArcsOfWar.GATHERING_STORM;

  private ArcLibrary() {}

  static Optional<ArcTemplate> find(String id) {
    return ALL.stream().filter(arc -> arc.id().equals(id)).findFirst();
  }
}
