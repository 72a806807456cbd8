package midgard.agents.storyline;

import java.util.List;
import midgard.agent.Context;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterClosed;
import midgard.schemas.storyline.ChapterOpened;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.StorylineState;

/** Opens, judges and closes the chapters of the arc, one after the other. */
final class StoryCourse {
  private StoryCourse() {}

  static boolean isActive(Arc arc) {
    return arc.getStatus() == ArcStatus.active;
  }

  /** The chapter that is open, or the last one when none is. */
  static Chapter current(Arc arc) {
    return arc.getChapters().get(arc.getCurrentChapter() - 1);
  }

  static boolean isOpen(Arc arc) {
    return isActive(arc) && current(arc).getStatus() == ChapterStatus.active;
  }

  static boolean isLast(Arc arc) {
    return arc.getCurrentChapter() == arc.getChapters().size();
  }

  static int rateMilli(Chapter chapter) {
    return StorylineRules.rateMilli(chapter.getPoints(), chapter.getRequiredPoints());
  }

  static void open(int number, Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    arc.setCurrentChapter(number);
    Chapter chapter = current(arc);
    chapter.setStatus(ChapterStatus.active);
    chapter.setStartedAt(context.time());
    chapter.setEndsAt(end(arc, context.time()));
    chapter.setRequiredPoints(
        StorylineRules.requiredPoints(context.peek(WorldPulse.STATE).getOnlinePlayers()));
    boolean last = isLast(arc);
    if (last) {
      arc.getBoss().setStatus(BossStatus.spawned);
    }
    context.broadcast(
        Domain.PLAYER,
        new ChapterOpened(
            arc.getArcId(),
            number,
            chapter.getQuests(),
            chapter.getNpcs(),
            last ? arc.getBoss().getBossId() : 0,
            last ? arc.getBoss().getSpawnMap() : "",
            chapter.getStartedAt(),
            chapter.getEndsAt()));
    StoryEffects.open(arc, chapter, context);
    StoryEffects.tellWorld(arc, chapter, context);
    StoryRows.opened(arc, chapter, context);
    context.wakeAt(chapter.getEndsAt(), Storyline.CHAPTER);
  }

  /** The last chapter also has the days that do not fill a chapter of their own. */
  private static long end(Arc arc, long now) {
    long length = StorylineRules.chapterLength(arc.getDurationDays());
    long end = now + length;
    if (isLast(arc)) {
      long rest = arc.getExpectedEndAt() - arc.getStartedAt() - length * arc.getChapters().size();
      end += rest;
    }
    return Math.min(end, Math.max(arc.getExpectedEndAt(), now + 1));
  }

  static void addPoints(long points, Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    if (isOpen(arc)) {
      Chapter chapter = current(arc);
      chapter.setPoints(Math.max(0, Math.addExact(chapter.getPoints(), points)));
      if (rateMilli(chapter) >= StorylineRules.MILLI && isOldEnough(chapter, context)) {
        close(ChapterOutcome.success, context);
      }
    }
  }

  private static boolean isOldEnough(Chapter chapter, Context<StorylineState> context) {
    return context.time() >= chapter.getStartedAt() + StorylineRules.SHORTEST_CHAPTER;
  }

  /** The daily look: a chapter that is good enough need not wait for its end. */
  static void check(Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    if (arc == null || !isOpen(arc)) {
      return;
    }
    if (context.time() >= current(arc).getEndsAt()) {
      expire(context);
    } else if (StorylineRules.isDone(rateMilli(current(arc)))
        && isOldEnough(current(arc), context)) {
      close(ChapterOutcome.success, context);
    }
  }

  /** At the chapter's end. */
  static void expire(Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    if (arc == null || !isOpen(arc) || context.time() < current(arc).getEndsAt()) {
      return;
    }
    Chapter chapter = current(arc);
    close(StorylineRules.outcome(rateMilli(chapter), chapter.getParticipationCount()), context);
  }

  static void close(ChapterOutcome outcome, Context<StorylineState> context) {
    StorylineState state = context.state();
    Arc arc = state.getArc();
    Chapter chapter = current(arc);
    boolean well = outcome == ChapterOutcome.success || outcome == ChapterOutcome.mixed;
    settle(chapter, well ? ChapterStatus.completed : ChapterStatus.failed, context.time());
    chapter.setOutcome(outcome);
    if (well) {
      Cast.completeChapter(state, chapter.getChapterNumber());
    }
    leave(chapter, context);
    StoryEffects.tell(arc, chapter, outcome, context);
    if (!isLast(arc) && context.time() < arc.getExpectedEndAt()) {
      open(arc.getCurrentChapter() + 1, context);
      return;
    }
    skipRest(arc, context);
    arc.setClosesAt(context.time() + StorylineRules.GRACE.toMillis());
    context.wakeAt(arc.getClosesAt(), Storyline.CLOSE);
  }

  /** Chapters for which no time is left. */
  private static void skipRest(Arc arc, Context<StorylineState> context) {
    List<Chapter> rest =
        arc.getChapters().stream()
            .filter(chapter -> chapter.getStatus() == ChapterStatus.pending)
            .toList();
    for (Chapter chapter : rest) {
      settle(chapter, ChapterStatus.failed, context.time());
      chapter.setOutcome(ChapterOutcome.timeout);
      context.change(StoryRows.chapter(arc, chapter));
    }
  }

  private static void settle(Chapter chapter, ChapterStatus status, long now) {
    chapter.setStatus(status);
    chapter.setCompletedAt(now);
  }

  /** Ends the open chapter without a judgement. */
  static void breakOff(Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    Chapter chapter = current(arc);
    if (chapter.getStatus() == ChapterStatus.active) {
      settle(chapter, ChapterStatus.failed, context.time());
      leave(chapter, context);
    }
  }

  private static void leave(Chapter chapter, Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    context.broadcast(Domain.PLAYER, new ChapterClosed(arc.getArcId(), chapter.getChapterNumber()));
    if (arc.getBoss().getStatus() == BossStatus.spawned) {
      arc.getBoss().setStatus(BossStatus.withdrawn);
    }
    StoryEffects.close(arc, chapter, context);
    StoryRows.closed(arc, chapter, context);
  }
}
