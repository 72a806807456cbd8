package midgard.agents.social;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.GatheringAttended;
import midgard.schemas.social.GatheringClosed;
import midgard.schemas.social.GatheringOpened;
import midgard.schemas.social.GuildDay;
import midgard.schemas.social.GuildSeen;
import midgard.schemas.social.KnownGuild;
import midgard.schemas.social.SociabilityChanged;
import midgard.schemas.social.SocialMetrics;
import midgard.schemas.social.SocialState;
import midgard.schemas.social.SocialStatus;

/** The day's gatherings, the guilds that are alive, and how sociable yesterday was. */
public final class SocialCalendar extends Agent<SocialState> {
  public static final StateOf<SocialState> STATE =
      StateOf.of(AgentName.SOCIAL, Domain.WORLD, SocialState.class);

  /** What was told of yesterday has arrived by then. */
  private static final LocalTime METRICS = LocalTime.of(0, 10);

  private static final LocalTime GATHERINGS = LocalTime.of(7, 0);
  private static final long KEPT = Duration.ofDays(1).toMillis();
  private static final long ALIVE = Duration.ofDays(7).toMillis();
  private static final int MOST_GUILDS = 500;
  private static final Comparator<KnownGuild> LONGEST_UNSEEN =
      Comparator.comparingLong(KnownGuild::getSeenAt).thenComparing(KnownGuild::getGuildId);

  private static final String END = "end";
  private static final String CLOSE = "close";

  private final int gatherings;

  /**
   * @param gatherings a day, 3 to 7
   */
  public SocialCalendar(int gatherings) {
    super(STATE);
    this.gatherings = gatherings;
    on(GatheringAttended.class, this::attended);
    on(GuildSeen.class, this::seen);
    on(SociabilityChanged.class, (changed, c) -> SocialDays.add(c.state().getDays(), changed));
    onTimer(END, (due, context) -> end(context));
    onTimer(CLOSE, (due, context) -> close(context));
    daily("social_metrics", METRICS, this::measure);
    daily("daily_guild_tasks", GuildTasks.GIVEN, this::giveGuildTasks);
    daily("daily_social_events", GATHERINGS, this::begin);
  }

  private void begin(Context<SocialState> context) {
    List<Gathering> known = context.state().getGatherings();
    known.removeIf(gathering -> gathering.getDespawnsAt() + KEPT <= context.time());
    for (Gathering gathering : GatheringChoice.of(gatherings, context)) {
      known.add(gathering);
      context.broadcast(Domain.MAP, new GatheringOpened(gathering));
      SocialEffects.begin(gathering, context);
      context.change(SocialEffects.row(gathering));
      context.wakeAt(gathering.getDespawnsAt(), END);
      context.wakeAt(gathering.getDespawnsAt() + SocialRules.GRACE.toMillis(), CLOSE);
    }
  }

  private void attended(GatheringAttended attended, Context<SocialState> context) {
    for (Gathering gathering : context.state().getGatherings()) {
      if (gathering.getEventId().equals(attended.getEventId())) {
        gathering.setParticipationCount(gathering.getParticipationCount() + attended.getPlayers());
        if (gathering.getStatus() == SocialStatus.expired) {
          gathering.setStatus(SocialStatus.completed);
        }
        context.change(SocialEffects.row(gathering));
      }
    }
  }

  private static void end(Context<SocialState> context) {
    for (Gathering gathering : context.state().getGatherings()) {
      if (gathering.getStatus() == SocialStatus.active
          && gathering.getDespawnsAt() <= context.clock()) {
        gathering.setStatus(
            gathering.getParticipationCount() > 0 ? SocialStatus.completed : SocialStatus.expired);
        SocialEffects.end(gathering, context);
        context.change(SocialEffects.row(gathering));
      }
    }
  }

  private static void close(Context<SocialState> context) {
    for (Gathering gathering : context.state().getGatherings()) {
      long closes = gathering.getDespawnsAt() + SocialRules.GRACE.toMillis();
      if (closes <= context.clock()) {
        context.broadcast(Domain.MAP, new GatheringClosed(gathering.getEventId()));
      }
    }
  }

  private void seen(GuildSeen seen, Context<SocialState> context) {
    List<KnownGuild> guilds = context.state().getGuilds();
    guilds.removeIf(guild -> guild.getGuildId() == seen.getGuildId());
    if (!seen.getDisbanded()) {
      guilds.add(new KnownGuild(seen.getGuildId(), context.time()));
      guilds.sort(Comparator.comparingLong(KnownGuild::getGuildId));
    }
    if (guilds.size() > MOST_GUILDS) {
      guilds.remove(guilds.stream().min(LONGEST_UNSEEN).orElseThrow());
    }
  }

  private void giveGuildTasks(Context<SocialState> context) {
    List<KnownGuild> guilds = context.state().getGuilds();
    guilds.removeIf(guild -> guild.getSeenAt() + ALIVE <= context.time());
    for (KnownGuild guild : guilds) {
      context.signal(
          Domain.WORLD, GuildHall.key(guild.getGuildId()), new GuildDay(guild.getGuildId()));
    }
  }

  private void measure(Context<SocialState> context) {
    SocialState state = context.state();
    SocialDays.find(state.getDays(), context.day() - 1)
        .filter(day -> day.getActivePlayers() > 0)
        .ifPresent(
            day -> {
              SocialMetrics metrics = SocialHealth.of(day, context.time());
              state.setLastMetrics(metrics);
              context.change(metrics);
            });
    state.getDays().removeIf(day -> day.getDay() < context.day() - 1);
  }
}
