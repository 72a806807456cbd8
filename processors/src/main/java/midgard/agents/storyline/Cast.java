package midgard.agents.storyline;

import java.util.Comparator;
import java.util.List;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StorylineState;

/** Who took part in the arc, sorted by player id; at most 500, those who contributed most. */
final class Cast {
  static final Comparator<StoryParticipant> BEST_FIRST =
      Comparator.comparingLong(StoryParticipant::getContributionScore)
          .thenComparingInt(StoryParticipant::getChaptersCompleted)
          .thenComparingInt(StoryParticipant::getQuestsCompleted)
          .reversed()
          .thenComparingLong(StoryParticipant::getPlayerId);

  private Cast() {}

  /** The player's entry, with the contribution added. */
  static StoryParticipant contribute(
      StorylineState state, long player, String name, long contribution, long now) {
    List<StoryParticipant> cast = state.getParticipants();
    int place = place(cast, player);
    if (place == cast.size() || cast.get(place).getPlayerId() != player) {
      cast.add(place, new StoryParticipant(player, "", 0L, 0, 0, 0, 0, "", now, true));
      state.setTotalParticipants(state.getTotalParticipants() + 1);
    }
    StoryParticipant entry = cast.get(place);
    if (!name.isEmpty()) {
      entry.setPlayerName(name);
    }
    entry.setContributionScore(Math.addExact(entry.getContributionScore(), contribution));
    entry.setLastParticipation(Math.max(entry.getLastParticipation(), now));
    entry.setUnwritten(true);
    join(state.getArc(), entry);
    if (cast.size() > StorylineRules.PARTICIPANTS_KEPT) {
      cast.remove(cast.stream().max(BEST_FIRST).orElseThrow());
    }
    return entry;
  }

  private static int place(List<StoryParticipant> cast, long player) {
    int low = 0;
    int high = cast.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cast.get(middle).getPlayerId() < player) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void join(Arc arc, StoryParticipant entry) {
    Chapter chapter = StoryCourse.current(arc);
    if (chapter.getStatus() == ChapterStatus.active
        && entry.getChapter() != chapter.getChapterNumber()) {
      entry.setChapter(chapter.getChapterNumber());
      chapter.setParticipationCount(chapter.getParticipationCount() + 1);
    }
  }

  /** Best first. */
  static List<StoryParticipant> best(StorylineState state, int limit) {
    return state.getParticipants().stream().sorted(BEST_FIRST).limit(limit).toList();
  }

  /** The chapter has gone well: whoever took part in it has one more. */
  static void completeChapter(StorylineState state, int chapter) {
    for (StoryParticipant entry : state.getParticipants()) {
      if (entry.getChapter() == chapter) {
        entry.setChaptersCompleted(entry.getChaptersCompleted() + 1);
        entry.setUnwritten(true);
      }
    }
  }
}
