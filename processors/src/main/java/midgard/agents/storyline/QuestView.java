package midgard.agents.storyline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.ObjectiveType;
import midgard.schemas.storyline.QuestProgress;
import midgard.schemas.storyline.QuestSteps;
import midgard.schemas.storyline.StoryObjective;
import midgard.schemas.storyline.StoryPlayerState;
import midgard.schemas.storyline.StoryQuest;
import midgard.schemas.storyline.StoryReward;

/**
 * A quest of the story as one player stands with it.
 *
 * @param status open, completed, or closed when its chapter is over
 */
public record QuestView(
    int questId,
    String arcId,
    int chapterNumber,
    String title,
    String objective,
    String giverNpcId,
    String status,
    int progressPercent,
    boolean isCompleted,
    Optional<Instant> completedAt,
    List<ObjectiveView> objectives,
    StoryReward reward) {
  private static final int PERCENT = 100;

  /** One thing that the quest asks for. */
  public record ObjectiveView(
      ObjectiveType objectiveType, String description, String targetMap, int quantity, int done) {}

  /** All objectives count alike; 100 only when every one is done. */
  static int percent(StoryQuest quest, List<Integer> done) {
    int parts = quest.getObjectives().size();
    int sum = 0;
    for (int i = 0; i < parts; i++) {
      sum += done.get(i) * PERCENT / quest.getObjectives().get(i).getQuantity();
    }
    return sum / parts;
  }

  static boolean isDone(StoryQuest quest, List<Integer> done) {
    for (int i = 0; i < quest.getObjectives().size(); i++) {
      if (done.get(i) < quest.getObjectives().get(i).getQuantity()) {
        return false;
      }
    }
    return true;
  }

  static QuestProgress row(String arc, long player, QuestSteps steps, Instant now) {
    long completed = steps.getCompletedAt();
    return new QuestProgress(
        arc,
        steps.getQuestId(),
        player,
        steps.getDone(),
        steps.getPercent(),
        completed != 0,
        now,
        completed == 0 ? null : Instant.ofEpochMilli(completed));
  }

  /** The quests of all chapters that were opened, those of the open one last. */
  public static List<QuestView> all(Arc arc, StoryPlayerState player, long now) {
    List<QuestView> views = new ArrayList<>();
    for (Chapter chapter : arc.getChapters()) {
      if (chapter.getStartedAt() != 0) {
        chapter.getQuests().forEach(quest -> views.add(of(arc, chapter, quest, player, now)));
      }
    }
    return views;
  }

  private static QuestView of(
      Arc arc, Chapter chapter, StoryQuest quest, StoryPlayerState player, long now) {
    Optional<QuestSteps> steps =
        player.getArcId().equals(arc.getArcId())
            ? player.getQuests().stream()
                .filter(one -> one.getQuestId() == quest.getQuestId())
                .findFirst()
            : Optional.empty();
    long completed = steps.map(QuestSteps::getCompletedAt).orElse(0L);
    boolean open = chapter.getStatus() == ChapterStatus.active && now < chapter.getEndsAt();
    List<ObjectiveView> objectives = new ArrayList<>();
    for (int i = 0; i < quest.getObjectives().size(); i++) {
      StoryObjective one = quest.getObjectives().get(i);
      int place = i;
      objectives.add(
          new ObjectiveView(
              one.getObjectiveType(),
              one.getDescription(),
              one.getTargetMap(),
              one.getQuantity(),
              steps.map(found -> found.getDone().get(place)).orElse(0)));
    }
    return new QuestView(
        quest.getQuestId(),
        arc.getArcId(),
        chapter.getChapterNumber(),
        quest.getTitle(),
        quest.getObjective(),
        quest.getGiverNpcId(),
        completed != 0 ? "completed" : open ? "open" : "closed",
        steps.map(QuestSteps::getPercent).orElse(0),
        completed != 0,
        completed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(completed)),
        objectives,
        quest.getReward());
  }
}
