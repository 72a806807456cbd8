package midgard.agents.storyline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.Hero;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.StoryBoss;
import midgard.schemas.storyline.StoryNpc;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StoryQuest;
import midgard.schemas.storyline.StorylineState;
import midgard.schemas.storyline.WorldModifier;

/**
 * An arc as the API shows it (domain reference 2.8).
 *
 * @param chapters empty for an arc before the last one
 * @param boss empty likewise
 * @param npcsSpawned people who have appeared so far
 * @param successRate good chapters among those that ended, 0 to 1
 */
public record ArcView(
    String arcId,
    String arcName,
    String arcSummary,
    int totalChapters,
    int currentChapter,
    String theme,
    String dominantFaction,
    ArcStatus status,
    int durationDays,
    Instant startedAt,
    Instant expectedEndAt,
    Optional<Instant> completedAt,
    int npcsSpawned,
    int questsCreated,
    int totalParticipants,
    double successRate,
    int villainTier,
    String textsBy,
    Optional<BossView> boss,
    List<ChapterView> chapters,
    List<Hero> heroes) {

  /** The arc's boss and how it stands with it. */
  public record BossView(String bossName, int bossId, String spawnMap, BossStatus status) {}

  /**
   * A chapter.
   *
   * @param successRate its points through those that it asks for, 0 to 1
   */
  public record ChapterView(
      String chapterId,
      int chapterNumber,
      String chapterTitle,
      String chapterSummary,
      ChapterStatus status,
      Optional<ChapterOutcome> outcome,
      Optional<Instant> startedAt,
      Optional<Instant> endsAt,
      Optional<Instant> completedAt,
      int participationCount,
      long points,
      long requiredPoints,
      double successRate,
      List<StoryNpc> npcs,
      List<StoryQuest> quests,
      List<WorldModifier> worldModifiers) {}

  /**
   * One of those who took part, by rank.
   *
   * @param chaptersCompleted not known of arcs before the last one; so are the next two
   */
  public record ParticipantView(
      int rank,
      long playerId,
      String playerName,
      String arcId,
      OptionalLong chaptersCompleted,
      OptionalLong questsCompleted,
      OptionalLong choicesMade,
      long contributionScore,
      boolean isHero) {}

  /** The arc that runs; none in a world that never ticked, or between two arcs. */
  public static Optional<ArcView> current(StorylineState state) {
    return Optional.ofNullable(state.getArc())
        .filter(StoryCourse::isActive)
        .map(arc -> view(arc, state.getTotalParticipants()));
  }

  /** The arc of an id: the last one whole, those before it as the history knows them. */
  public static Optional<ArcView> find(StorylineState state, String id) {
    Arc arc = state.getArc();
    if (arc != null && arc.getArcId().equals(id)) {
      return Optional.of(view(arc, state.getTotalParticipants()));
    }
    return state.getPast().stream()
        .filter(past -> past.getArcId().equals(id))
        .map(ArcView::of)
        .findFirst();
  }

  /** Who took part in the last arc, best first. */
  public static List<ParticipantView> participants(StorylineState state, int limit) {
    List<StoryParticipant> best = Cast.best(state, limit);
    return IntStream.range(0, best.size())
        .mapToObj(index -> participant(state.getArc(), index + 1, best.get(index)))
        .toList();
  }

  private static ParticipantView participant(Arc arc, int rank, StoryParticipant entry) {
    return new ParticipantView(
        rank,
        entry.getPlayerId(),
        entry.getPlayerName(),
        arc.getArcId(),
        OptionalLong.of(entry.getChaptersCompleted()),
        OptionalLong.of(entry.getQuestsCompleted()),
        OptionalLong.of(entry.getChoicesMade()),
        entry.getContributionScore(),
        arc.getHeroes().stream().anyMatch(hero -> hero.getPlayerId() == entry.getPlayerId()));
  }

  private static ArcView view(Arc arc, int participants) {
    List<Chapter> opened =
        arc.getChapters().stream().filter(chapter -> chapter.getStartedAt() != 0).toList();
    StoryBoss boss = arc.getBoss();
    return new ArcView(
        arc.getArcId(),
        arc.getArcName(),
        arc.getArcSummary(),
        arc.getChapters().size(),
        arc.getCurrentChapter(),
        arc.getTheme(),
        arc.getDominantFaction(),
        arc.getStatus(),
        arc.getDurationDays(),
        Instant.ofEpochMilli(arc.getStartedAt()),
        Instant.ofEpochMilli(arc.getExpectedEndAt()),
        instant(arc.getCompletedAt()),
        opened.stream().mapToInt(chapter -> chapter.getNpcs().size()).sum(),
        opened.stream().mapToInt(chapter -> chapter.getQuests().size()).sum(),
        participants,
        (double) ArcEnd.successMilli(arc) / StorylineRules.MILLI,
        arc.getVillainTier(),
        arc.getTextsBy(),
        Optional.of(
            new BossView(
                boss.getBossName(), boss.getBossId(), boss.getSpawnMap(), boss.getStatus())),
        arc.getChapters().stream().map(ArcView::chapter).toList(),
        arc.getHeroes());
  }

  private static ArcView of(PastArc past) {
    return new ArcView(
        past.getArcId(),
        past.getArcName(),
        past.getArcSummary(),
        past.getTotalChapters(),
        past.getTotalChapters(),
        past.getTheme(),
        past.getDominantFaction(),
        past.getStatus(),
        past.getDurationDays(),
        Instant.ofEpochMilli(past.getStartedAt()),
        Instant.ofEpochMilli(past.getStartedAt()).plus(Duration.ofDays(past.getDurationDays())),
        instant(past.getCompletedAt()),
        0,
        0,
        past.getTotalParticipants(),
        (double) past.getSuccessRateMilli() / StorylineRules.MILLI,
        0,
        "",
        Optional.empty(),
        List.of(),
        past.getHeroes());
  }

  private static ChapterView chapter(Chapter chapter) {
    return new ChapterView(
        chapter.getChapterId(),
        chapter.getChapterNumber(),
        chapter.getChapterTitle(),
        chapter.getChapterSummary(),
        chapter.getStatus(),
        Optional.ofNullable(chapter.getOutcome()),
        instant(chapter.getStartedAt()),
        instant(chapter.getEndsAt()),
        instant(chapter.getCompletedAt()),
        chapter.getParticipationCount(),
        chapter.getPoints(),
        chapter.getRequiredPoints(),
        (double) StoryCourse.rateMilli(chapter) / StorylineRules.MILLI,
        chapter.getNpcs(),
        chapter.getQuests(),
        chapter.getWorldModifiers());
  }

  private static Optional<Instant> instant(long time) {
    return time == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
  }
}
