package midgard.agents.faction;

import java.util.ArrayList;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionResult;
import midgard.schemas.event.CastleCapture;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.faction.AllegianceState;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.faction.FactionDeed;
import midgard.schemas.faction.FactionMemberSlain;
import midgard.schemas.faction.Standing;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;

/**
 * What each faction thinks of a player. Deeds are summed for some seconds before the world and the
 * database are told.
 */
public final class Allegiance extends Agent<AllegianceState> {
  public static final StateOf<AllegianceState> STATE =
      StateOf.of(AgentName.FACTION, Domain.PLAYER, AllegianceState.class);

  private static final String TELL = "tell";

  private final FactionRules rules;

  public Allegiance(FactionRules rules) {
    super(STATE);
    this.rules = rules;
    on(MonsterKill.class, this::kill);
    on(QuestComplete.class, this::quest);
    on(Donation.class, this::donation);
    on(PvpKill.class, this::pvpKill);
    on(CastleCapture.class, this::castle);
    on(FactionMemberSlain.class, this::slain);
    on(FactionDeed.class, this::deed);
    on(ActionResult.class, this::result);
    onTimer(TELL, (due, context) -> PendingStandings.tell(context));
  }

  private void kill(MonsterKill kill, Context<AllegianceState> context) {
    FactionRules.enemyOf(kill.getMonsterId(), kill.getMonsterName())
        .ifPresent(
            faction ->
                earn(
                    faction,
                    FactionAction.monster_kill,
                    Integer.toString(kill.getMonsterId()),
                    context));
  }

  private void quest(QuestComplete quest, Context<AllegianceState> context) {
    FactionRules.faction(quest.getFactionId())
        .ifPresent(
            faction -> {
              String id = Integer.toString(quest.getQuestId());
              earn(faction, FactionAction.quest_complete, id, context);
              context.signal(
                  Domain.PLAYER,
                  context.key(),
                  new ReputationGain(
                      ReputationKind.faction_loyalist,
                      FactionRules.QUEST_MERIT,
                      "faction quest",
                      id));
            });
  }

  private void donation(Donation donation, Context<AllegianceState> context) {
    if (donation.getTarget() == DonationTarget.faction && donation.getAmount() > 0) {
      FactionRules.faction(donation.getFactionId())
          .ifPresent(faction -> earn(faction, FactionAction.donation, "donation", context));
    }
  }

  /** Comes to both; the one who was slain tells the other whose side that was. */
  private void pvpKill(PvpKill kill, Context<AllegianceState> context) {
    long killer = context.event().getPlayerId();
    if (kill.getMode() != PvpMode.gvg
        || killer <= 0
        || killer == kill.getVictimId()
        || !context.key().equals(Long.toString(kill.getVictimId()))) {
      return;
    }
    own(context.state())
        .ifPresent(
            faction ->
                context.signal(
                    Domain.PLAYER,
                    Long.toString(killer),
                    new FactionMemberSlain(kill.getVictimId(), faction)));
  }

  private void slain(FactionMemberSlain slain, Context<AllegianceState> context) {
    Optional<Faction> own = own(context.state());
    String victim = Long.toString(slain.getVictimId());
    earn(slain.getFaction(), FactionAction.pvp_attack, victim, context);
    own.filter(faction -> faction != slain.getFaction())
        .ifPresent(faction -> defend(faction, victim, context));
  }

  /** A castle that was held is a defence; one that was taken had no faction that is known. */
  private void castle(CastleCapture capture, Context<AllegianceState> context) {
    Long previous = capture.getPreviousGuildId();
    if (previous != null && previous == capture.getGuildId()) {
      own(context.state())
          .ifPresent(faction -> defend(faction, "castle " + capture.getCastleId(), context));
    }
  }

  private void defend(Faction faction, String against, Context<AllegianceState> context) {
    AllegianceState state = context.state();
    startDay(state, context.day());
    if (state.getDefendedToday().size() < FactionRules.DAILY_DEFENCES
        && !state.getDefendedToday().contains(against)) {
      state.getDefendedToday().add(against);
      earn(faction, FactionAction.pvp_defend, against, context);
    }
  }

  /** The faction with the highest standing, if that is one at all; of equals the first. */
  static Optional<Faction> own(AllegianceState state) {
    Standing best = state.getStandings().get(0);
    for (Standing standing : state.getStandings()) {
      if (standing.getReputation() > best.getReputation()) {
        best = standing;
      }
    }
    return best.getReputation() >= FactionRules.OWN_FROM
        ? Optional.of(best.getFaction())
        : Optional.empty();
  }

  private void deed(FactionDeed deed, Context<AllegianceState> context) {
    earn(deed.getFaction(), deed.getAction(), deed.getTarget(), context);
  }

  private void earn(
      Faction faction, FactionAction action, String target, Context<AllegianceState> context) {
    AllegianceState state = context.state();
    startDay(state, context.day());
    Standing standing = state.getStandings().get(faction.ordinal());
    if (!counts(standing, action)) {
      return;
    }
    int before = standing.getReputation();
    standing.setReputation(FactionRules.bounded(before + FactionRules.value(action)));
    standing.setTier(FactionRules.tier(standing.getReputation()));
    standing.setActionsCompleted(standing.getActionsCompleted() + 1);
    standing.setLastActionAt(Math.max(standing.getLastActionAt(), context.time()));
    TierRewards.give(standing, context);
    PendingStandings.add(
        state, faction, action, target, standing.getReputation() - before, context.time());
    context.wakeAt(context.nextTurn(FactionRules.FLUSH), TELL);
  }

  /** Kills and donations can be repeated at will, so only so many of a day count. */
  private boolean counts(Standing standing, FactionAction action) {
    if (action == FactionAction.monster_kill) {
      boolean left = standing.getKillsToday() < rules.dailyKills();
      standing.setKillsToday(standing.getKillsToday() + (left ? 1 : 0));
      return left;
    }
    if (action == FactionAction.donation) {
      boolean left = standing.getDonationsToday() < rules.dailyDonations();
      standing.setDonationsToday(standing.getDonationsToday() + (left ? 1 : 0));
      return left;
    }
    return true;
  }

  /** A late event counts for the day that runs: so the limits stay exact. */
  private static void startDay(AllegianceState state, int day) {
    if (day > state.getDay()) {
      state.setDay(day);
      state.setDefendedToday(new ArrayList<>());
      for (Standing standing : state.getStandings()) {
        standing.setKillsToday(0);
        standing.setDonationsToday(0);
      }
    }
  }

  private void result(ActionResult result, Context<AllegianceState> context) {
    for (Standing standing : context.state().getStandings()) {
      if (TierRewards.note(result, standing, context.key())) {
        context.change(PendingStandings.row(standing, context));
      }
    }
  }
}
