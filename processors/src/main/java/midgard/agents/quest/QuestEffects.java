package midgard.agents.quest;

import java.time.Instant;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.action.CreateQuest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Priority;
import midgard.schemas.quest.GeneratedQuest;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestState;

/** What the game and the database get to see of quests. */
final class QuestEffects {
  private QuestEffects() {}

  static void create(Quest quest, Context<QuestState> context) {
    long player = Long.parseLong(context.key());
    context.action(
        new GameRequest(
            "quest:" + quest.getQuestId() + ":create",
            new CreateQuest(
                player, quest.getGameQuestId(), quest.getTitle(), quest.getDescription()),
            Priority.normal,
            QuestRules.TIME_TO_DO,
            player,
            ""));
  }

  static void reward(Quest quest, Context<QuestState> context) {
    GiveReward reward =
        GiveReward.newBuilder()
            .setPlayerId(Long.parseLong(context.key()))
            .setBaseExp(quest.getRewards().getBaseExp())
            .setZeny(quest.getRewards().getZeny())
            .build();
    context.action(GameRequest.reward("quest:" + quest.getQuestId() + ":reward", reward));
  }

  static GeneratedQuest row(Quest quest, Context<QuestState> context) {
    return new GeneratedQuest(
        quest.getQuestId(),
        Long.parseLong(context.key()),
        quest.getGameQuestId(),
        quest.getNpcName(),
        quest.getNpcMap(),
        quest.getQuestType(),
        quest.getTitle(),
        quest.getDescription(),
        quest.getDifficulty(),
        quest.getMinLevel(),
        quest.getMaxLevel(),
        quest.getObjectives(),
        quest.getRewards(),
        quest.getStatus(),
        Instant.ofEpochMilli(quest.getCreatedAt()),
        Instant.ofEpochMilli(quest.getExpiresAt()),
        instant(quest.getAcceptedAt()),
        instant(quest.getCompletedAt()));
  }

  private static Instant instant(Long time) {
    return time == null ? null : Instant.ofEpochMilli(time);
  }
}
