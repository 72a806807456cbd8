package midgard.agents.dynamicnpc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import midgard.schemas.dynamicnpc.Encounter;
import midgard.schemas.dynamicnpc.NpcObjective;
import midgard.schemas.dynamicnpc.NpcObjectiveKind;
import midgard.schemas.dynamicnpc.NpcQuestStatus;
import midgard.schemas.dynamicnpc.NpcType;

/** The two objectives of a wanderer's quest, and how far a player is. */
final class NpcQuest {
  private NpcQuest() {}

  /** In the order of {@link NpcTexts#objectives}. */
  static List<NpcObjective> objectives(NpcType type) {
    return switch (type) {
      case treasure_seeker ->
          List.of(of(NpcObjectiveKind.visit_maps, 3), of(NpcObjectiveKind.talk_to_others, 1));
      case runaway_sage ->
          List.of(of(NpcObjectiveKind.talk_to_others, 2), of(NpcObjectiveKind.visit_town, 1));
      case wandering_blacksmith ->
          List.of(of(NpcObjectiveKind.buy_at_shop, 1), of(NpcObjectiveKind.refine, 1));
      case mysterious_child ->
          List.of(of(NpcObjectiveKind.emote_nearby, 1), of(NpcObjectiveKind.visit_maps, 2));
      case lost_merchant ->
          List.of(of(NpcObjectiveKind.visit_town, 1), of(NpcObjectiveKind.sell_at_shop, 1));
    };
  }

  private static NpcObjective of(NpcObjectiveKind kind, int required) {
    return new NpcObjective(kind, required, 0, new ArrayList<>());
  }

  /**
   * Counts what a player did.
   *
   * @param what tells one map or NPC from another: the same counts once
   */
  static void count(Encounter encounter, NpcObjectiveKind kind, String what) {
    if (encounter.getQuest() != NpcQuestStatus.open) {
      return;
    }
    for (NpcObjective objective : encounter.getObjectives()) {
      if (objective.getKind() == kind
          && objective.getDone() < objective.getRequired()
          && !objective.getSeen().contains(what)) {
        objective.getSeen().add(what);
        objective.setDone(objective.getDone() + 1);
      }
    }
  }

  static boolean isFulfilled(Encounter encounter) {
    return encounter.getObjectives().stream().allMatch(NpcQuest::isMet);
  }

  private static boolean isMet(NpcObjective objective) {
    return objective.getDone() >= objective.getRequired();
  }

  static List<String> missing(NpcType type, Encounter encounter) {
    List<String> texts = NpcTexts.objectives(type);
    return IntStream.range(0, texts.size())
        .filter(i -> !isMet(encounter.getObjectives().get(i)))
        .mapToObj(texts::get)
        .toList();
  }
}
