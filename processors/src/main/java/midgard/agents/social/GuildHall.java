package midgard.agents.social;

import java.time.Duration;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.social.GuildDay;
import midgard.schemas.social.GuildEffort;
import midgard.schemas.social.GuildSeen;
import midgard.schemas.social.GuildState;
import midgard.schemas.social.GuildTask;
import midgard.schemas.social.MemberShare;
import midgard.schemas.social.SocialStatus;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

/**
 * One guild and its tasks. Each guild has a key of its own in the world's domain, so that its
 * members' kills touch no state but its own.
 */
public final class GuildHall extends Agent<GuildState> {
  public static final StateOf<GuildState> STATE =
      StateOf.of(AgentName.SOCIAL, Domain.WORLD, "guild", GuildState.class);

  private static final String KEY = "guild/";
  private static final long TELL_EVERY = Duration.ofHours(1).toMillis();
  private static final long WRITE_EVERY = Duration.ofMinutes(1).toMillis();
  private static final int MOST_SCORE = 100;

  private static final String EXPIRE = "expire";
  private static final String WRITE = "write";

  public GuildHall() {
    super(STATE);
    on(GuildEffort.class, this::effort);
    on(GuildDay.class, (day, context) -> giveTasks(day.getGuildId(), context));
    onTimer(EXPIRE, (due, context) -> expire(context));
    onTimer(WRITE, (due, context) -> write(context));
  }

  /** The key of a guild in the world's domain. */
  public static String key(long guild) {
    return KEY + guild;
  }

  private void effort(GuildEffort effort, Context<GuildState> context) {
    GuildState state = context.state();
    if (effort.getDisbanded()) {
      end(state.getTasks(), context);
      tell(effort.getGuildId(), true, context);
      context.forget();
      return;
    }
    state.setSize(effort.getSize() > 0 ? effort.getSize() : state.getSize());
    giveTasks(effort.getGuildId(), context);
    if (context.time() >= state.getToldAt() + TELL_EVERY) {
      state.setToldAt(context.time());
      tell(effort.getGuildId(), false, context);
    }
    for (GuildTask task : state.getTasks()) {
      if (isActive(task) && context.time() < task.getExpiresAt() && GuildTasks.add(task, effort)) {
        if (task.getProgress() >= task.getCompletionThreshold()) {
          complete(task, context);
        } else {
          task.setUnwritten(true);
          context.wakeAt((context.clock() / WRITE_EVERY + 1) * WRITE_EVERY, WRITE);
        }
      }
    }
  }

  private static boolean isActive(GuildTask task) {
    return task.getStatus() == SocialStatus.active;
  }

  private static void tell(long guild, boolean disbanded, Context<GuildState> context) {
    context.signal(Domain.WORLD, Domain.WORLD_KEY, new GuildSeen(guild, disbanded));
  }

  /** A guild has its tasks from the moment at which it is first seen after they are due. */
  private static void giveTasks(long guild, Context<GuildState> context) {
    GuildState state = context.state();
    long due = GuildTasks.givenAt(context.time(), context.zone());
    if (state.getGivenAt() >= due) {
      return;
    }
    end(state.getTasks(), context);
    state.setGuildId(guild);
    state.setGivenAt(due);
    state.setTasks(GuildTasks.draw(context));
    for (GuildTask task : state.getTasks()) {
      context.change(SocialEffects.row(task));
      context.wakeAt(task.getExpiresAt(), EXPIRE);
    }
  }

  private static void complete(GuildTask task, Context<GuildState> context) {
    task.setStatus(SocialStatus.completed);
    task.setCompletedAt(context.time());
    task.setUnwritten(false);
    SocialEffects.reward(task, GuildTasks.foremost(task), context);
    context.change(SocialEffects.row(task));
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Deed(
            DeedKind.social,
            task.getTaskId(),
            "A guild's task: " + task.getTaskDescription(),
            "",
            task.getMembers().stream()
                .filter(member -> member.getAmount() > 0)
                .map(GuildHall::share)
                .toList(),
            task.getCompletionThreshold(),
            DeedOutcome.success));
  }

  private static DeedShare share(MemberShare member) {
    return new DeedShare(member.getPlayerId(), (int) Math.min(MOST_SCORE, member.getAmount()));
  }

  private static void expire(Context<GuildState> context) {
    end(
        context.state().getTasks().stream()
            .filter(task -> task.getExpiresAt() <= context.clock())
            .toList(),
        context);
  }

  private static void end(List<GuildTask> tasks, Context<GuildState> context) {
    for (GuildTask task : tasks) {
      if (isActive(task)) {
        task.setStatus(SocialStatus.expired);
        task.setUnwritten(false);
        context.change(SocialEffects.row(task));
      }
    }
  }

  private static void write(Context<GuildState> context) {
    for (GuildTask task : context.state().getTasks()) {
      if (task.getUnwritten()) {
        task.setUnwritten(false);
        context.change(SocialEffects.row(task));
      }
    }
  }
}
