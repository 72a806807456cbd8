package midgard.agents.social;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.social.Attendee;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.GuildObjective;
import midgard.schemas.social.GuildTask;
import midgard.schemas.social.GuildTaskRow;
import midgard.schemas.social.SocialEvent;
import midgard.schemas.social.SocialParticipation;
import midgard.schemas.social.SocialRewards;

/** What the game and the database get to see of gatherings and guild tasks. */
final class SocialEffects {
  /** The classic client's guide. */
  private static final int HOST = 105;

  /** A game server that was down at the end still has to send the host home. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  private SocialEffects() {}

  private static String key(String event, String occasion) {
    return "social:" + event + ":" + occasion;
  }

  static void begin(Gathering gathering, Context<?> context) {
    String id = gathering.getEventId();
    Duration lasts = Duration.ofMillis(gathering.getDespawnsAt() - gathering.getSpawnedAt());
    String how = how(gathering);
    context.action(
        GameRequest.of(
            key(id, "host"),
            new SpawnNpc(
                id,
                gathering.getEventName(),
                gathering.getSpawnMap(),
                gathering.getSpawnX(),
                gathering.getSpawnY(),
                HOST,
                "Welcome to the " + gathering.getEventName() + "! " + how),
            lasts,
            gathering.getSpawnMap()));
    context.action(
        GameRequest.announcement(
            key(id, "start"),
            "%s at %s (%d, %d)! %s"
                .formatted(
                    gathering.getEventName(),
                    gathering.getSpawnMap(),
                    gathering.getSpawnX(),
                    gathering.getSpawnY(),
                    how)));
  }

  private static String how(Gathering gathering) {
    String how =
        SocialRules.KINDS.stream()
            .filter(kind -> kind.kind() == gathering.getEventType())
            .map(SocialRules.Kind::how)
            .findFirst()
            .orElseThrow();
    List<Integer> emotes = gathering.getRequirements().getEmotes();
    return emotes.isEmpty() ? how : how + " Emotes: " + emotes + ".";
  }

  static void end(Gathering gathering, Context<?> context) {
    String id = gathering.getEventId();
    context.action(
        GameRequest.of(
            key(id, "host:end"), new RemoveNpc(id), END_VALID_FOR, gathering.getSpawnMap()));
    context.action(
        GameRequest.announcementOn(
            gathering.getSpawnMap(), key(id, "end"), gathering.getEventName() + " is over."));
  }

  static void reward(Gathering gathering, Attendee attendee, Context<?> context) {
    SocialRewards rewards = gathering.getRewards();
    long player = attendee.getPlayerId();
    context.action(
        GameRequest.reward(
            key(gathering.getEventId(), "player:" + player),
            GiveReward.newBuilder()
                .setPlayerId(player)
                .setItems(rewards.getItems())
                .setBuffs(rewards.getBuffs())
                .setTitle(rewards.getTitle())
                .build()));
    context.change(
        new SocialParticipation(
            gathering.getEventId() + ":" + player,
            gathering.getEventId(),
            player,
            attendee.getPartyId(),
            attendee.getGuildId(),
            rewards,
            Instant.ofEpochMilli(context.time())));
  }

  /**
   * @param player who is there for the guild
   */
  static void guildExperience(Gathering gathering, long guild, long player, Context<?> context) {
    context.action(
        GameRequest.reward(
            key(gathering.getEventId(), "guild:" + guild),
            GiveReward.newBuilder()
                .setPlayerId(player)
                .setGuildId(guild)
                .setGuildExp(gathering.getRewards().getGuildExp())
                .build()));
  }

  static void celebrate(String event, String map, boolean begin, Context<?> context) {
    context.action(
        GameRequest.mapFlag(
            key(event, begin ? "celebration" : "celebration:end"),
            map,
            SocialRules.CELEBRATION,
            begin ? SocialRules.CELEBRATION_MILLI : SocialRules.UNCHANGED,
            begin ? SocialRules.CELEBRATES : END_VALID_FOR));
  }

  static SocialEvent row(Gathering gathering) {
    return new SocialEvent(
        gathering.getEventId(),
        gathering.getEventType(),
        gathering.getEventName(),
        gathering.getSpawnMap(),
        gathering.getSpawnX(),
        gathering.getSpawnY(),
        gathering.getRequirements(),
        gathering.getRewards(),
        gathering.getParticipationCount(),
        gathering.getStatus(),
        Instant.ofEpochMilli(gathering.getSpawnedAt()),
        Instant.ofEpochMilli(gathering.getDespawnsAt()));
  }

  /**
   * @param player the member who did most of it
   */
  static void reward(GuildTask task, long player, Context<?> context) {
    context.action(
        GameRequest.reward(
            "guildtask:" + task.getTaskId(),
            GiveReward.newBuilder()
                .setPlayerId(player)
                .setItems(task.getRewards().getItems())
                .setGuildId(task.getGuildId())
                .setGuildExp(task.getRewards().getGuildExp())
                .build()));
  }

  static GuildTaskRow row(GuildTask task) {
    Long completedAt = task.getCompletedAt();
    return new GuildTaskRow(
        task.getTaskId(),
        task.getGuildId(),
        task.getTaskType(),
        task.getTaskDescription(),
        new GuildObjective(task.getTaskType(), task.getCompletionThreshold()),
        task.getRewards(),
        task.getProgress(),
        task.getCompletionThreshold(),
        task.getStatus(),
        Instant.ofEpochMilli(task.getCreatedAt()),
        Instant.ofEpochMilli(task.getExpiresAt()),
        completedAt == null ? null : Instant.ofEpochMilli(completedAt));
  }
}
