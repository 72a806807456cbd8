package midgard.agents.social;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.Chat;
import midgard.schemas.event.Custom;
import midgard.schemas.event.Emote;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.SkillUse;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;
import midgard.schemas.social.Attendance;
import midgard.schemas.social.AttendanceState;
import midgard.schemas.social.Attendee;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.GatheringAttended;
import midgard.schemas.social.GatheringClosed;
import midgard.schemas.social.GatheringOpened;
import midgard.schemas.social.OpenGatherings;
import midgard.schemas.social.SocialKind;
import midgard.schemas.social.TookPart;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

/** Who is at a map's gatherings, and who has met their needs; all of it seen, nothing claimed. */
public final class GatheringPlace extends Agent<AttendanceState> {
  public static final StateOf<AttendanceState> STATE =
      StateOf.of(AgentName.SOCIAL, Domain.MAP, AttendanceState.class);

  /** The custom event of a game server that reports pictures. */
  private static final String SCREENSHOT = "screenshot";

  private static final int DEED_SCORE = 10;

  private static final String TELL = "tell";
  private static final String REST = "rest";
  private static final String SETTLE = "settle";

  private final Shared<OpenGatherings> open;

  public GatheringPlace() {
    super(STATE);
    open = share(OpenGatherings.class, () -> OpenGatherings.newBuilder().build());
    onBroadcast(open, GatheringOpened.class, GatheringPlace::opened);
    onBroadcast(open, GatheringClosed.class, GatheringPlace::closed);
    on(Chat.class, (chat, context) -> look(Sighting.BEING_THERE, context));
    on(SkillUse.class, (skill, context) -> look(Sighting.BEING_THERE, context));
    on(Emote.class, (emote, context) -> look(Sighting.emote(emote.getEmoteId()), context));
    on(NpcInteraction.class, (talk, c) -> look(Sighting.talk(talk.getNpcName()), c));
    on(Custom.class, this::custom);
    on(TradeComplete.class, this::trade);
    on(VendingSale.class, this::sale);
    onTimer(TELL, (due, context) -> tell(context));
    onTimer(REST, (due, context) -> rest(context));
    onTimer(SETTLE, (due, context) -> settle(context));
  }

  private static void opened(GatheringOpened opened, OpenGatherings open) {
    closed(new GatheringClosed(opened.getGathering().getEventId()), open);
    open.getGatherings().add(opened.getGathering());
  }

  private static void closed(GatheringClosed closed, OpenGatherings open) {
    open.getGatherings().removeIf(known -> known.getEventId().equals(closed.getEventId()));
  }

  private void custom(Custom custom, Context<AttendanceState> context) {
    if (custom.getCustomType().equals(SCREENSHOT)) {
      look(Sighting.SCREENSHOT, context);
    }
  }

  private void trade(TradeComplete trade, Context<AttendanceState> context) {
    look(Sighting.TRADE, context);
    partner(trade.getOtherPlayerId(), context);
  }

  private void sale(VendingSale sale, Context<AttendanceState> context) {
    long player = context.event().getPlayerId();
    look(Sighting.TRADE, context);
    partner(player == sale.getBuyerId() ? sale.getSellerId() : sale.getBuyerId(), context);
  }

  private void look(Sighting sighting, Context<AttendanceState> context) {
    GameEvent event = context.event();
    see(event.getPlayerId(), event.getPartyId(), event.getGuildId(), sighting, context);
  }

  /** The other side of a trade; its party and guild are not told. */
  private void partner(long player, Context<AttendanceState> context) {
    see(player, null, null, Sighting.TRADE, context);
  }

  private void see(
      long player, Long party, Long guild, Sighting sighting, Context<AttendanceState> context) {
    if (player == 0) {
      return;
    }
    for (Gathering gathering : context.shared(open).getGatherings()) {
      if (gathering.getSpawnMap().equals(context.key())
          && isOpen(gathering, context)
          && sighting.isAt(gathering, context.event())) {
        Attendance attendance = Attendances.of(gathering, context.state().getAttendances());
        Attendees.find(attendance.getAttendees(), player)
            .ifPresent(
                attendee -> {
                  Attendees.note(attendee, party, guild, context.time());
                  sighting.apply(attendee, gathering);
                  reward(gathering, attendance, attendee, context);
                });
        context.wakeAt(closes(gathering.getDespawnsAt()), SETTLE);
      }
    }
  }

  private static boolean isOpen(Gathering gathering, Context<?> context) {
    return context.time() >= gathering.getSpawnedAt()
        && context.time() < gathering.getDespawnsAt()
        && context.clock() < closes(gathering.getDespawnsAt());
  }

  private static long closes(long end) {
    return end + SocialRules.GRACE.toMillis();
  }

  private static void reward(
      Gathering gathering,
      Attendance attendance,
      Attendee latest,
      Context<AttendanceState> context) {
    List<Attendee> group =
        Attendees.fulfilling(gathering, attendance.getAttendees(), latest, context.time());
    for (Attendee attendee : group) {
      if (!attendee.getRewarded()) {
        attendee.setRewarded(true);
        attendance.setUntold(attendance.getUntold() + 1);
        SocialEffects.reward(gathering, attendee, context);
        context.signal(
            Domain.PLAYER,
            Long.toString(attendee.getPlayerId()),
            new TookPart(gathering.getEventId()));
        context.wakeAt(context.clock() + 1, TELL);
      }
    }
    if (group.isEmpty()) {
      return;
    }
    Long guild = latest.getGuildId();
    if (gathering.getRewards().getGuildExp() > 0 && !attendance.getGuilds().contains(guild)) {
      attendance.getGuilds().add(guild);
      SocialEffects.guildExperience(gathering, guild, latest.getPlayerId(), context);
    }
    if (gathering.getEventType() == SocialKind.community_gathering && !attendance.getCelebrated()) {
      attendance.setCelebrated(true);
      celebrate(gathering, context);
    }
  }

  private static void celebrate(Gathering gathering, Context<AttendanceState> context) {
    long until = context.clock() + SocialRules.CELEBRATES.toMillis();
    context.state().setCelebratesUntil(until);
    context.state().setCelebration(gathering.getEventId());
    SocialEffects.celebrate(gathering.getEventId(), context.key(), true, context);
    context.wakeAt(until, REST);
  }

  private static void rest(Context<AttendanceState> context) {
    AttendanceState state = context.state();
    if (state.getCelebratesUntil() > 0 && state.getCelebratesUntil() <= context.clock()) {
      SocialEffects.celebrate(state.getCelebration(), context.key(), false, context);
      state.setCelebratesUntil(0L);
      state.setCelebration("");
    }
    forgetIfOver(context);
  }

  private static void tell(Context<AttendanceState> context) {
    for (Attendance attendance : context.state().getAttendances()) {
      if (attendance.getUntold() > 0) {
        context.signal(
            Domain.WORLD,
            Domain.WORLD_KEY,
            new GatheringAttended(attendance.getEventId(), attendance.getUntold()));
        attendance.setUntold(0);
      }
    }
  }

  private static void settle(Context<AttendanceState> context) {
    tell(context);
    List<Attendance> attendances = context.state().getAttendances();
    for (Attendance attendance : List.copyOf(attendances)) {
      if (closes(attendance.getEndsAt()) <= context.clock()) {
        attendances.remove(attendance);
        deed(attendance, context);
      }
    }
    forgetIfOver(context);
  }

  private static void deed(Attendance attendance, Context<AttendanceState> context) {
    List<DeedShare> shares =
        attendance.getAttendees().stream()
            .filter(Attendee::getRewarded)
            .map(attendee -> new DeedShare(attendee.getPlayerId(), DEED_SCORE))
            .toList();
    if (!shares.isEmpty()) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new Deed(
              DeedKind.social,
              attendance.getEventId(),
              attendance.getEventName(),
              context.key(),
              shares,
              (long) shares.size(),
              DeedOutcome.success));
    }
  }

  private static void forgetIfOver(Context<AttendanceState> context) {
    AttendanceState state = context.state();
    if (state.getAttendances().isEmpty() && state.getCelebratesUntil() == 0) {
      context.forget();
    }
  }
}
