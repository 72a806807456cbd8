package midgard.agents.quest;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestDifficulty;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestObjectiveKind;
import midgard.schemas.quest.QuestStatus;
import midgard.schemas.quest.QuestType;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes up what an NPC asks of a player. */
final class QuestOffer {
  private QuestOffer() {}

  /**
   * @param map where the NPC stands; empty: not known
   * @param level the player's, 1 or more
   * @param now ms UTC
   */
  static Quest draw(
      String id,
      int gameQuest,
      String npc,
      String map,
      int level,
      long now,
      UniformRandomProvider random) {
    QuestType type = QuestRules.type(npc, random);
    QuestDifficulty difficulty = QuestRules.difficulty(level, random);
    List<QuestObjective> objectives = objectives(type, difficulty, map, random);
    return new Quest(
        id,
        gameQuest,
        npc,
        map,
        type,
        QuestTexts.title(type, npc),
        QuestTexts.description(npc, objectives),
        difficulty,
        level,
        QuestRules.minLevel(level),
        QuestRules.maxLevel(level),
        objectives,
        QuestRules.rewards(type, level),
        QuestStatus.available,
        now,
        now + QuestRules.OFFER.toMillis(),
        null,
        null);
  }

  private static List<QuestObjective> objectives(
      QuestType type, QuestDifficulty difficulty, String map, UniformRandomProvider random) {
    int amount = QuestRules.amount(difficulty);
    return switch (type) {
      case fetch ->
          List.of(
              of(QuestObjectiveKind.pick_up_items, QuestPlaces.huntingGround(map, random), amount));
      case kill ->
          List.of(
              of(QuestObjectiveKind.kill_monsters, QuestPlaces.huntingGround(map, random), amount));
      case escort ->
          List.of(of(QuestObjectiveKind.visit_map, QuestPlaces.otherTown(map, random), 1));
      case delivery ->
          List.of(of(QuestObjectiveKind.talk_to_npcs, QuestPlaces.otherTown(map, random), 1));
      case explore ->
          List.of(of(QuestObjectiveKind.visit_map, QuestPlaces.otherGround(map, random), 1));
      case dialogue -> List.of(of(QuestObjectiveKind.talk_to_npcs, "", 2));
      case craft -> List.of(of(QuestObjectiveKind.refine_item, "", 1));
      case investigate ->
          List.of(
              of(QuestObjectiveKind.visit_map, QuestPlaces.otherGround(map, random), 1),
              of(QuestObjectiveKind.talk_to_npcs, "", 2));
    };
  }

  private static QuestObjective of(QuestObjectiveKind kind, String map, int required) {
    return new QuestObjective(kind, map, required, 0, new ArrayList<>());
  }
}
