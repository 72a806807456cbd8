package midgard.agents.storyline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.StorylineState;

/**
 * How the stories of a world have gone.
 *
 * @param arcsByStatus of the last 50 that are over
 * @param meanParticipants likewise, as a mean
 * @param meanSuccessRate likewise, 0 to 1
 * @param villainTier how strong the next boss comes, 1 to 5
 */
public record StoryMetrics(
    int totalArcs,
    int totalQuests,
    Map<String, Integer> arcsByStatus,
    double meanParticipants,
    double meanSuccessRate,
    int villainDefeats,
    int villainTier,
    int arcsByModel,
    int currentParticipants,
    int deedsRemembered) {

  public static StoryMetrics of(StorylineState state) {
    List<PastArc> past = state.getPast();
    Map<String, Integer> byStatus = new TreeMap<>();
    past.forEach(arc -> byStatus.merge(arc.getStatus().name(), 1, Integer::sum));
    boolean runs = state.getArc() != null && StoryCourse.isActive(state.getArc());
    return new StoryMetrics(
        state.getArcs(),
        state.getQuests(),
        byStatus,
        past.stream().mapToInt(PastArc::getTotalParticipants).average().orElse(0),
        past.stream().mapToInt(PastArc::getSuccessRateMilli).average().orElse(0)
            / StorylineRules.MILLI,
        state.getVillainDefeats(),
        StorylineRules.villainTier(state.getVillainDefeats()),
        state.getArcsByModel(),
        runs ? state.getTotalParticipants() : 0,
        state.getDeeds().size());
  }
}
