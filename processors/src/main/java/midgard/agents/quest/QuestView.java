package midgard.agents.quest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestDifficulty;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestRewards;
import midgard.schemas.quest.QuestState;
import midgard.schemas.quest.QuestStatus;
import midgard.schemas.quest.QuestType;

/** A quest as the API shows it at an instant, with its progress. */
public record QuestView(
    String questId,
    long playerId,
    int gameQuestId,
    String npcName,
    String npcMap,
    QuestType questType,
    String title,
    String description,
    QuestDifficulty difficulty,
    int minLevel,
    int maxLevel,
    List<QuestObjective> objectives,
    QuestRewards rewards,
    QuestStatus status,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> acceptedAt,
    Optional<Instant> completedAt) {

  private static final String PREFIX = "quest-";

  /** Whose quest it is, by its id; empty when it is no id of a quest. */
  public static Optional<Long> playerOf(String questId) {
    String[] parts = questId.split("-", -1);
    return parts.length == 3
            && questId.startsWith(PREFIX)
            && parts[1].matches("[1-9]\\d{0,17}")
            && parts[2].matches("\\d{1,9}")
        ? Optional.of(Long.valueOf(parts[1]))
        : Optional.empty();
  }

  /** Offered and not yet taken. */
  public static List<QuestView> available(long player, QuestState state, long now) {
    return with(player, state, QuestStatus.available, now);
  }

  /** Taken and not yet done. */
  public static List<QuestView> active(long player, QuestState state, long now) {
    return with(player, state, QuestStatus.active, now);
  }

  private static List<QuestView> with(long player, QuestState state, QuestStatus status, long now) {
    return state.getOpen().stream()
        .map(quest -> of(player, quest, now))
        .filter(view -> view.status == status)
        .toList();
  }

  /** One of those that are open, or of the last 20 that are over. */
  public static Optional<QuestView> find(long player, QuestState state, String questId, long now) {
    return Stream.concat(state.getOpen().stream(), state.getPast().stream())
        .filter(quest -> quest.getQuestId().equals(questId))
        .findFirst()
        .map(quest -> of(player, quest, now));
  }

  private static QuestView of(long player, Quest quest, long now) {
    boolean over = now >= quest.getExpiresAt() && quest.getStatus() != QuestStatus.completed;
    return new QuestView(
        quest.getQuestId(),
        player,
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
        over ? QuestStatus.expired : quest.getStatus(),
        Instant.ofEpochMilli(quest.getCreatedAt()),
        Instant.ofEpochMilli(quest.getExpiresAt()),
        Optional.ofNullable(quest.getAcceptedAt()).map(Instant::ofEpochMilli),
        Optional.ofNullable(quest.getCompletedAt()).map(Instant::ofEpochMilli));
  }
}
