package midgard.agents.storyline;

import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.ArcData;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterEvent;
import midgard.schemas.storyline.Hero;
import midgard.schemas.storyline.NpcPersonality;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.StoryArc;
import midgard.schemas.storyline.StoryArcHistory;
import midgard.schemas.storyline.StoryChapter;
import midgard.schemas.storyline.StoryNpc;
import midgard.schemas.storyline.StoryNpcRow;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StoryParticipation;
import midgard.schemas.storyline.StoryQuest;
import midgard.schemas.storyline.StoryQuestRow;
import midgard.schemas.storyline.StorylineState;

/** What the database gets to see of the story. */
final class StoryRows {
  private StoryRows() {}

  private static Instant instant(long time) {
    return time == 0 ? null : Instant.ofEpochMilli(time);
  }

  static void opened(Arc arc, Chapter chapter, Context<StorylineState> context) {
    context.change(arc(arc));
    context.change(chapter(arc, chapter));
    people(arc, chapter, context);
    quests(arc, chapter, "active", context);
  }

  static void closed(Arc arc, Chapter chapter, Context<StorylineState> context) {
    context.change(arc(arc));
    context.change(chapter(arc, chapter));
    people(arc, chapter, context);
    quests(arc, chapter, "closed", context);
  }

  private static void people(Arc arc, Chapter chapter, Context<StorylineState> context) {
    for (StoryNpc npc : chapter.getNpcs()) {
      context.change(npc(arc, chapter, npc));
    }
  }

  private static void quests(
      Arc arc, Chapter chapter, String status, Context<StorylineState> context) {
    for (StoryQuest quest : chapter.getQuests()) {
      context.change(
          new StoryQuestRow(
              arc.getArcId(),
              quest.getQuestId(),
              chapter.getChapterNumber(),
              quest.getGiverNpcId(),
              quest,
              status,
              instant(chapter.getStartedAt())));
    }
  }

  static StoryArc arc(Arc arc) {
    return new StoryArc(
        arc.getArcId(),
        arc.getArcName(),
        arc.getArcSummary(),
        arc.getChapters().size(),
        arc.getCurrentChapter(),
        arc.getTheme(),
        arc.getDominantFaction(),
        new ArcData(
            arc.getTemplateId(),
            arc.getDurationDays(),
            arc.getBoss(),
            arc.getSuccessOutcome(),
            arc.getFailureOutcome(),
            arc.getAlignmentShift(),
            arc.getVillainTier(),
            arc.getTextsBy(),
            arc.getAdminNotes(),
            arc.getChoices()),
        arc.getStatus(),
        arc.getCreatedBy(),
        instant(arc.getStartedAt()),
        instant(arc.getExpectedEndAt()),
        instant(arc.getCompletedAt()));
  }

  static StoryChapter chapter(Arc arc, Chapter chapter) {
    List<Integer> quests = chapter.getQuests().stream().map(StoryQuest::getQuestId).toList();
    return new StoryChapter(
        chapter.getChapterId(),
        arc.getArcId(),
        chapter.getChapterNumber(),
        chapter.getChapterTitle(),
        chapter.getChapterSummary(),
        chapter.getNpcs().stream()
            .map(
                npc ->
                    new ChapterEvent(
                        npc.getNpcId(), npc.getNpcName(), npc.getNpcLocation(), quests))
            .toList(),
        chapter.getWorldModifiers(),
        chapter.getStatus(),
        chapter.getOutcome(),
        chapter.getParticipationCount(),
        chapter.getPoints(),
        chapter.getRequiredPoints(),
        StoryCourse.rateMilli(chapter),
        instant(chapter.getStartedAt()),
        instant(chapter.getCompletedAt()));
  }

  private static StoryNpcRow npc(Arc arc, Chapter chapter, StoryNpc npc) {
    long all = appearances(arc, npc, arc.getChapters().size());
    return new StoryNpcRow(
        npc.getNpcId(),
        arc.getArcId(),
        chapter.getChapterId(),
        npc.getNpcName(),
        npc.getNpcRole(),
        npc.getNpcSprite(),
        npc.getNpcLocation(),
        npc.getX(),
        npc.getY(),
        new NpcPersonality(npc.getNpcRole(), npc.getGreeting()),
        npc.getDialogue(),
        chapter.getQuests().stream().map(StoryQuest::getQuestId).toList(),
        all > 1,
        (int) appearances(arc, npc, chapter.getChapterNumber()),
        instant(chapter.getStartedAt()),
        instant(chapter.getCompletedAt()));
  }

  private static long appearances(Arc arc, StoryNpc npc, int upTo) {
    return arc.getChapters().stream()
        .limit(upTo)
        .flatMap(chapter -> chapter.getNpcs().stream())
        .filter(other -> other.getNpcName().equals(npc.getNpcName()))
        .count();
  }

  /** Rows that have become older than the state, and the open chapter's. */
  static void flush(Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    boolean any = false;
    for (StoryParticipant entry : context.state().getParticipants()) {
      if (entry.getUnwritten()) {
        entry.setUnwritten(false);
        any = true;
        context.change(participation(arc, entry));
      }
    }
    if (any) {
      context.change(chapter(arc, StoryCourse.current(arc)));
    }
  }

  private static StoryParticipation participation(Arc arc, StoryParticipant entry) {
    boolean hero =
        arc.getHeroes().stream().anyMatch(one -> one.getPlayerId() == entry.getPlayerId());
    return new StoryParticipation(
        arc.getArcId(),
        entry.getPlayerId(),
        entry.getPlayerName(),
        entry.getChoicesMade(),
        entry.getChaptersCompleted(),
        entry.getQuestsCompleted(),
        entry.getContributionScore(),
        hero,
        instant(entry.getLastParticipation()));
  }

  /** Whoever became or ceased to be a hero gets a new row. */
  static void markHeroes(StorylineState state, List<Hero> before) {
    List<Hero> now = state.getArc().getHeroes();
    for (StoryParticipant entry : state.getParticipants()) {
      if (contains(before, entry) || contains(now, entry)) {
        entry.setUnwritten(true);
      }
    }
  }

  private static boolean contains(List<Hero> heroes, StoryParticipant entry) {
    return heroes.stream().anyMatch(hero -> hero.getPlayerId() == entry.getPlayerId());
  }

  static StoryArcHistory history(PastArc past) {
    return new StoryArcHistory(
        past.getArcId(),
        past.getArcName(),
        past.getArcSummary(),
        past.getStatus(),
        past.getDurationDays(),
        past.getTotalParticipants(),
        past.getTotalChapters(),
        past.getChaptersCompleted(),
        past.getSuccessRateMilli(),
        past.getHeroes(),
        past.getWorldChanges(),
        past.getOutcomeSummary(),
        instant(past.getCompletedAt()));
  }
}
