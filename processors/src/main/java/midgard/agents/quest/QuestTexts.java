package midgard.agents.quest;

import java.util.List;
import java.util.stream.Collectors;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestType;

/** What players read of a quest. */
final class QuestTexts {
  private QuestTexts() {}

  static String title(QuestType type, String npc) {
    String what =
        switch (type) {
          case fetch -> "Gathering for ";
          case kill -> "A Hunt for ";
          case escort -> "Safe Roads for ";
          case delivery -> "A Parcel from ";
          case explore -> "Eyes for ";
          case dialogue -> "Word for ";
          case craft -> "Steel for ";
          case investigate -> "A Riddle of ";
        };
    return what + npc;
  }

  static String description(String npc, List<QuestObjective> objectives) {
    return npc
        + " asks you: "
        + objectives.stream().map(QuestTexts::task).collect(Collectors.joining("; "))
        + ".";
  }

  static String task(QuestObjective objective) {
    String where = objective.getMap().isEmpty() ? "" : " in " + objective.getMap();
    return switch (objective.getKind()) {
      case kill_monsters -> "slay %d monsters%s".formatted(objective.getRequired(), where);
      case pick_up_items -> "pick up %d things%s".formatted(objective.getRequired(), where);
      case visit_map -> "go to " + objective.getMap();
      case talk_to_npcs ->
          objective.getRequired() == 1
              ? "talk to somebody" + where
              : "talk to %d people%s".formatted(objective.getRequired(), where);
      case refine_item -> "have an item refined";
    };
  }
}
