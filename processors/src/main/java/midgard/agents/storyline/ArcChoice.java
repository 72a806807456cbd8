package midgard.agents.storyline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import midgard.agents.storyline.ArcTemplate.Mood;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.PastArc;
import org.apache.commons.rng.UniformRandomProvider;

/** Which arc a world gets: the better one fits what was measured, the likelier it is drawn. */
final class ArcChoice {
  private static final int BASE = 10;
  private static final int FACTION = 20;
  private static final int MOOD = 10;
  private static final int PLACE = 10;
  private static final int LEVEL = 10;
  private static final int SECOND_TRY = 10;
  private static final int LEVELS_NEAR = 20;

  private ArcChoice() {}

  /** What an administrator insists on. */
  record Wish(Optional<String> theme, Optional<String> faction) {
    static final Wish NONE = new Wish(Optional.empty(), Optional.empty());

    boolean allows(ArcTemplate arc) {
      return theme.map(arc.theme()::equals).orElse(true)
          && faction.map(arc.faction()::equals).orElse(true);
    }

    boolean isNone() {
      return theme.isEmpty() && faction.isEmpty();
    }
  }

  /**
   * @param past latest first
   */
  static ArcTemplate choose(
      WorldStateSnapshot world, List<PastArc> past, Wish wish, UniformRandomProvider random) {
    if (wish.isNone() && world.playerAverageLevel() == 0) {
      // Nobody was ever there: nothing was measured that an arc could fit.
      return ArcLibrary.FALLBACK;
    }
    List<String> lately =
        past.stream().limit(StorylineRules.NOT_REPEATED).map(PastArc::getTemplateId).toList();
    List<ArcTemplate> fitting =
        matching(arc -> wish.allows(arc) && isFresh(arc, lately) && isWithinReach(arc, world));
    if (fitting.isEmpty() && !wish.isNone()) {
      fitting = matching(wish::allows);
    }
    return fitting.isEmpty() ? ArcLibrary.FALLBACK : draw(fitting, world, past, random);
  }

  private static List<ArcTemplate> matching(Predicate<ArcTemplate> condition) {
    return ArcLibrary.ALL.stream().filter(condition).toList();
  }

  private static boolean isFresh(ArcTemplate arc, List<String> lately) {
    return !lately.contains(arc.id());
  }

  private static boolean isWithinReach(ArcTemplate arc, WorldStateSnapshot world) {
    return arc.minLevel() <= Math.max(1, world.playerAverageLevel());
  }

  private static ArcTemplate draw(
      List<ArcTemplate> fitting,
      WorldStateSnapshot world,
      List<PastArc> past,
      UniformRandomProvider random) {
    int total = fitting.stream().mapToInt(arc -> weight(arc, world, past)).sum();
    int drawn = random.nextInt(total);
    for (ArcTemplate arc : fitting) {
      drawn -= weight(arc, world, past);
      if (drawn < 0) {
        return arc;
      }
    }
    throw new IllegalStateException("The weights add up to less than " + total);
  }

  static int weight(ArcTemplate arc, WorldStateSnapshot world, List<PastArc> past) {
    boolean lost = !past.isEmpty() && past.get(0).getStatus() == ArcStatus.failed;
    boolean near =
        world.mostVisitedMaps().stream()
            .anyMatch(map -> map.equals(arc.town()) || map.equals(arc.ground()));
    return BASE
        + (world.dominantFaction().map(arc.faction()::equals).orElse(false) ? FACTION : 0)
        + (arc.mood() != Mood.ANY && arc.mood() == world.mood() ? MOOD : 0)
        + (near ? PLACE : 0)
        + (world.playerAverageLevel() - arc.minLevel() <= LEVELS_NEAR ? LEVEL : 0)
        + (lost && past.get(0).getDominantFaction().equals(arc.faction()) ? SECOND_TRY : 0);
  }
}
