package midgard.agents.quest;

import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestObjectiveKind;
import midgard.schemas.quest.QuestStatus;

/** How far a player is with a quest. */
final class QuestProgress {
  private QuestProgress() {}

  /** Whether the quest is taken and runs at an instant, ms UTC. */
  static boolean runs(Quest quest, long time) {
    return quest.getStatus() == QuestStatus.active
        && quest.getAcceptedAt() <= time
        && time < quest.getExpiresAt();
  }

  /**
   * Counts what the player did towards one quest.
   *
   * @param map where; empty: not known
   * @return whether anything counted
   */
  static boolean count(Quest quest, QuestObjectiveKind kind, String map, int amount) {
    boolean counted = false;
    for (QuestObjective objective : quest.getObjectives()) {
      if (objective.getKind() == kind && isOpen(objective) && isAt(objective, map)) {
        int left = objective.getRequired() - objective.getDone();
        objective.setDone(objective.getDone() + Math.min(amount, left));
        counted = true;
      }
    }
    return counted;
  }

  /** Counts a word with an NPC; each counts once, and the one who gave the quest never. */
  static boolean talk(Quest quest, String npc, String map) {
    boolean counted = false;
    for (QuestObjective objective : quest.getObjectives()) {
      if (objective.getKind() == QuestObjectiveKind.talk_to_npcs
          && isOpen(objective)
          && isAt(objective, map)
          && !npc.equals(quest.getNpcName())
          && !objective.getSeen().contains(npc)) {
        objective.getSeen().add(npc);
        objective.setDone(objective.getDone() + 1);
        counted = true;
      }
    }
    return counted;
  }

  private static boolean isOpen(QuestObjective objective) {
    return objective.getDone() < objective.getRequired();
  }

  private static boolean isAt(QuestObjective objective, String map) {
    return objective.getMap().isEmpty() || objective.getMap().equals(map);
  }

  static boolean isFulfilled(Quest quest) {
    return quest.getObjectives().stream().noneMatch(QuestProgress::isOpen);
  }
}
