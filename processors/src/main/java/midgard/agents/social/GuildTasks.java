package midgard.agents.social;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Context;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.social.GuildEffort;
import midgard.schemas.social.GuildState;
import midgard.schemas.social.GuildTask;
import midgard.schemas.social.GuildTaskKind;
import midgard.schemas.social.GuildTaskRewards;
import midgard.schemas.social.MemberShare;
import midgard.schemas.social.SocialStatus;

/** The tasks of a guild (domain reference 1.20): three of five kinds a day. */
final class GuildTasks {
  /** When a day's tasks are given and the last day's end. */
  static final LocalTime GIVEN = LocalTime.of(4, 0);

  private static final int A_DAY = 3;
  private static final int USUAL_SIZE = 12;
  private static final int GREATEST_SIZE = 100;
  private static final int MOST_MEMBERS = 100;
  private static final int ELUNIUM = 985;
  private static final int EXPERIENCE = 10;

  private record Kind(GuildTaskKind kind, int from, int to, String description) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(GuildTaskKind.cooperative_hunting, 50, 200, "Slay %d monsters."),
          new Kind(GuildTaskKind.resource_gathering, 20, 100, "Gather %d things."),
          new Kind(GuildTaskKind.guild_vs_guild, 1, 5, "Win %d fights against other guilds."),
          new Kind(GuildTaskKind.boss_raid, 1, 3, "Bring down %d MVPs."),
          new Kind(GuildTaskKind.exploration, 5, 15, "Go to %d different maps."));

  private static final Comparator<MemberShare> MOST =
      Comparator.comparingLong(MemberShare::getAmount)
          .thenComparing(Comparator.comparingLong(MemberShare::getPlayerId).reversed());

  private GuildTasks() {}

  /** The latest instant at which tasks were due. */
  static long givenAt(long now, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochMilli(now).atZone(zone);
    ZonedDateTime today = time.with(GIVEN);
    return (today.isAfter(time) ? time.minusDays(1).with(GIVEN) : today).toInstant().toEpochMilli();
  }

  /** The next instant at which tasks are due. */
  static long until(long now, ZoneId zone) {
    return Instant.ofEpochMilli(givenAt(now, zone))
        .atZone(zone)
        .plusDays(1)
        .with(GIVEN)
        .toInstant()
        .toEpochMilli();
  }

  /**
   * Mean of the kind's range times a tenth of the guild, at least 1.
   *
   * @param size members; 0: not known
   */
  static long threshold(GuildTaskKind kind, int size) {
    int members = size == 0 ? USUAL_SIZE : Math.min(GREATEST_SIZE, size);
    Kind range = KINDS.stream().filter(k -> k.kind == kind).findFirst().orElseThrow();
    return Math.max(1, (range.from + range.to) * members / 20);
  }

  static List<GuildTask> draw(Context<GuildState> context) {
    GuildState state = context.state();
    List<GuildTask> tasks = new ArrayList<>();
    for (Kind kind : Draw.some(KINDS, A_DAY, context.random())) {
      long threshold = threshold(kind.kind, state.getSize());
      tasks.add(
          new GuildTask(
              context.newId("task"),
              state.getGuildId(),
              kind.kind,
              kind.description.formatted(threshold),
              threshold,
              0L,
              new GuildTaskRewards(
                  threshold * EXPERIENCE,
                  List.of(new ItemAmount(ELUNIUM, (int) Math.max(1, threshold / EXPERIENCE)))),
              SocialStatus.active,
              context.time(),
              until(context.time(), context.zone()),
              null,
              new ArrayList<>(),
              new ArrayList<>(),
              false));
    }
    return tasks;
  }

  /** Adds what a member did; whether anything changed. */
  static boolean add(GuildTask task, GuildEffort effort) {
    long before = task.getProgress();
    long more =
        task.getTaskType() == GuildTaskKind.exploration
            ? explore(task, effort.getMaps())
            : Efforts.of(task.getTaskType(), effort);
    if (more != 0) {
      task.setProgress(Math.max(0, Math.addExact(before, more)));
      share(task.getMembers(), effort.getPlayerId(), more);
    }
    return task.getProgress() != before;
  }

  private static long explore(GuildTask task, List<String> maps) {
    long found = 0;
    for (String map : maps) {
      int place = Collections.binarySearch(task.getMaps(), map);
      if (place < 0) {
        task.getMaps().add(-place - 1, map);
        found++;
      }
    }
    return found;
  }

  /** A hundred members are remembered; whoever comes after them counts for the task alone. */
  private static void share(List<MemberShare> members, long player, long more) {
    int place = 0;
    while (place < members.size() && members.get(place).getPlayerId() < player) {
      place++;
    }
    boolean known = place < members.size() && members.get(place).getPlayerId() == player;
    if (!known) {
      if (members.size() == MOST_MEMBERS) {
        return;
      }
      members.add(place, new MemberShare(player, 0L));
    }
    MemberShare member = members.get(place);
    member.setAmount(Math.max(0, Math.addExact(member.getAmount(), more)));
  }

  /** Who did most; of equals the lowest id. */
  static long foremost(GuildTask task) {
    return task.getMembers().stream().max(MOST).orElseThrow().getPlayerId();
  }
}
