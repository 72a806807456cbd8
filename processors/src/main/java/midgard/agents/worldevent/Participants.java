package midgard.agents.worldevent;

import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.worldevent.EventContribution;
import midgard.schemas.worldevent.EventParticipation;
import midgard.schemas.worldevent.EventProgress;
import midgard.schemas.worldevent.EventReward;
import midgard.schemas.worldevent.EventWindow;
import midgard.schemas.worldevent.OpenEvents;
import midgard.schemas.worldevent.ParticipantState;
import midgard.schemas.worldevent.WorldEventEnded;
import midgard.schemas.worldevent.WorldEventStarted;

/**
 * What each player does for the events that run. Each player settles for themselves when the grace
 * after the end is over, so a crowd of participants costs the world's one key nothing.
 */
public final class Participants extends Agent<ParticipantState> {
  public static final StateOf<ParticipantState> STATE =
      StateOf.of(AgentName.WORLD_EVENT, Domain.PLAYER, ParticipantState.class);

  /** What one player's share in a deed is at most. */
  private static final long MOST_SCORE = 100;

  private static final String TELL = "tell";
  private static final String SETTLE = "settle";

  private final Shared<OpenEvents> open;

  public Participants() {
    super(STATE);
    open = share(OpenEvents.class, () -> OpenEvents.newBuilder().build());
    onBroadcast(open, WorldEventStarted.class, Participants::started);
    onBroadcast(open, WorldEventEnded.class, Participants::ended);
    on(MonsterKill.class, (kill, context) -> earn(WorldEventRules.POINTS_PER_KILL, context));
    on(MvpKill.class, this::mvpKill);
    onTimer(TELL, (due, context) -> tell(context));
    onTimer(SETTLE, (due, context) -> settle(context));
  }

  private static void started(WorldEventStarted started, OpenEvents open) {
    open.getEvents().removeIf(event -> event.getEventId().equals(started.getEventId()));
    open.getEvents()
        .add(new EventWindow(started.getEventId(), started.getStartedAt(), started.getEndsAt()));
  }

  private static void ended(WorldEventEnded ended, OpenEvents open) {
    open.getEvents().removeIf(event -> event.getEventId().equals(ended.getEventId()));
  }

  /** The killer has a point from the monster_kill of the same monster already. */
  private void mvpKill(MvpKill kill, Context<ParticipantState> context) {
    boolean killer = context.key().equals(Long.toString(context.event().getPlayerId()));
    if (killer) {
      earn(WorldEventRules.POINTS_PER_MVP - WorldEventRules.POINTS_PER_KILL, context);
    } else if (fought(context.key(), kill)) {
      earn(WorldEventRules.POINTS_PER_MVP, context);
    }
  }

  private static boolean fought(String player, MvpKill kill) {
    return kill.getParticipants().stream()
        .anyMatch(
            participant ->
                participant.getDamage() > 0
                    && player.equals(Long.toString(participant.getPlayerId())));
  }

  private void earn(int points, Context<ParticipantState> context) {
    for (EventWindow event : context.shared(open).getEvents()) {
      long settled = event.getEndsAt() + WorldEventRules.GRACE.toMillis();
      if (context.time() >= event.getStartedAt()
          && context.time() < event.getEndsAt()
          && context.clock() < settled) {
        EventContribution contribution = contribution(event, context);
        contribution.setPoints(contribution.getPoints() + points);
        context.wakeAt(context.nextTurn(WorldEventRules.FLUSH), TELL);
        context.wakeAt(settled, SETTLE);
      }
    }
  }

  private static EventContribution contribution(
      EventWindow event, Context<ParticipantState> context) {
    List<EventContribution> contributions = context.state().getContributions();
    for (EventContribution contribution : contributions) {
      if (contribution.getEventId().equals(event.getEventId())) {
        return contribution;
      }
    }
    EventContribution first = new EventContribution(event.getEventId(), event.getEndsAt(), 0L, 0L);
    contributions.add(first);
    return first;
  }

  private static void tell(Context<ParticipantState> context) {
    for (EventContribution contribution : context.state().getContributions()) {
      long news = contribution.getPoints() - contribution.getToldPoints();
      if (news > 0) {
        context.signal(
            Domain.WORLD,
            Domain.WORLD_KEY,
            new EventProgress(contribution.getEventId(), news, contribution.getToldPoints() == 0));
        contribution.setToldPoints(contribution.getPoints());
      }
    }
  }

  private static void settle(Context<ParticipantState> context) {
    tell(context);
    List<EventContribution> contributions = context.state().getContributions();
    for (EventContribution contribution : contributions) {
      if (isSettled(contribution, context.time())) {
        reward(contribution, context);
      }
    }
    contributions.removeIf(contribution -> isSettled(contribution, context.time()));
  }

  private static boolean isSettled(EventContribution contribution, long now) {
    return contribution.getEndsAt() + WorldEventRules.GRACE.toMillis() <= now;
  }

  private static void reward(EventContribution contribution, Context<ParticipantState> context) {
    context.signal(
        Domain.PLAYER,
        context.key(),
        new ReputationGain(
            ReputationKind.event_participant,
            WorldEventRules.REPUTATION,
            "world event",
            contribution.getEventId()));
    int score = (int) Math.min(MOST_SCORE, contribution.getPoints());
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        Deed.newBuilder()
            .setKind(DeedKind.world_event)
            .setId(contribution.getEventId())
            .setPlayers(List.of(new DeedShare(Long.parseLong(context.key()), score)))
            .setPoints(contribution.getPoints())
            .build());
    context.change(
        new EventParticipation(
            contribution.getEventId(),
            Long.parseLong(context.key()),
            contribution.getPoints(),
            new EventReward(ReputationKind.event_participant.name(), WorldEventRules.REPUTATION),
            Instant.ofEpochMilli(context.time())));
  }
}
