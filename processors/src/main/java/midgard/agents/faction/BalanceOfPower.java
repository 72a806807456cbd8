package midgard.agents.faction;

import java.time.Instant;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.karma.MoralBalance;
import midgard.schemas.Domain;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAlignment;
import midgard.schemas.faction.FactionImpact;
import midgard.schemas.faction.FactionScore;
import midgard.schemas.faction.FactionSum;

/**
 * How strong each faction is in the world. Scores move with every sum that players send; what
 * follows from them is looked at every five minutes, so that nothing wavers at a threshold.
 */
public final class BalanceOfPower extends Agent<BalanceOfPowerState> {
  public static final StateOf<BalanceOfPowerState> STATE =
      StateOf.of(AgentName.FACTION, Domain.WORLD, BalanceOfPowerState.class);

  private final FactionRules rules;

  public BalanceOfPower(FactionRules rules) {
    super(STATE);
    this.rules = rules;
    on(FactionImpact.class, this::add);
    on(FactionShift.class, BalanceOfPower::shift);
    every("faction_alignment_update", FactionRules.UPDATE, this::update);
  }

  private void add(FactionImpact impact, Context<BalanceOfPowerState> context) {
    for (FactionSum sum : impact.getSums()) {
      FactionScore score = score(context.state(), sum.getFaction());
      move(score, sum.getAlignmentMilli());
      score.setActions(Math.addExact(score.getActions(), sum.getActions()));
    }
  }

  /** What stories and chains of events have decided; it is nobody's own deed. */
  private static void shift(FactionShift shift, Context<BalanceOfPowerState> context) {
    for (Faction faction : Faction.values()) {
      if (faction.name().equals(shift.getFaction())) {
        move(score(context.state(), faction), shift.getMilli());
      }
    }
  }

  private static FactionScore score(BalanceOfPowerState state, Faction faction) {
    return state.getScores().get(faction.ordinal());
  }

  private static void move(FactionScore score, long milli) {
    long moved = FactionRules.bounded(Math.addExact(score.getScoreMilli(), milli));
    score.setUnwritten(score.getUnwritten() || moved != score.getScoreMilli());
    score.setScoreMilli(moved);
  }

  private void update(Context<BalanceOfPowerState> context) {
    startDay(context);
    BalanceOfPowerState state = context.state();
    for (FactionScore score : state.getScores()) {
      int level = FactionRules.level(score.getScoreMilli());
      int before = score.getLevel();
      if (level != before) {
        score.setLevel(level);
        score.setLastShift(context.time());
        score.setUnwritten(true);
        PowerShift.crossed(score.getFaction(), before, level, context);
      }
    }
    dominance(context);
    Conflicts.update(context);
    for (FactionScore score : state.getScores()) {
      if (score.getUnwritten()) {
        score.setUnwritten(false);
        context.change(row(score, state));
      }
    }
  }

  /** What the days that are over have taken, and what an evil world has given the cult. */
  private void startDay(Context<BalanceOfPowerState> context) {
    BalanceOfPowerState state = context.state();
    if (context.day() <= state.getDecayedDay()) {
      return;
    }
    long days = state.getDecayedDay() < 0 ? 0 : (long) context.day() - state.getDecayedDay();
    state.setDecayedDay(context.day());
    for (FactionScore score : state.getScores()) {
      long left = rules.decay().after(days, score.getScoreMilli());
      move(score, left - score.getScoreMilli());
    }
    long gain = FactionRules.gainFromEvil(context.peek(MoralBalance.STATE).getAlignment());
    move(score(state, Faction.shadow_cult), gain * days);
  }

  private static void dominance(Context<BalanceOfPowerState> context) {
    BalanceOfPowerState state = context.state();
    FactionScore strongest = null;
    for (FactionScore score : state.getScores()) {
      long strength = Math.abs(score.getScoreMilli());
      if (strength >= FactionRules.STRONG_MILLI
          && (strongest == null || strength > Math.abs(strongest.getScoreMilli()))) {
        strongest = score;
      }
    }
    Faction faction = strongest == null ? null : strongest.getFaction();
    boolean loved = strongest != null && strongest.getScoreMilli() > 0;
    if (faction == state.getDominant() && loved == state.getDominantLoved()) {
      return;
    }
    if (state.getDominant() != null) {
      score(state, state.getDominant()).setUnwritten(true);
    }
    if (strongest != null) {
      strongest.setUnwritten(true);
    }
    PowerShift.dominance(faction, loved, context);
    state.setDominant(faction);
    state.setDominantLoved(loved);
    state.setDominantSince(faction == null ? 0 : context.time());
  }

  private static FactionAlignment row(FactionScore score, BalanceOfPowerState state) {
    return new FactionAlignment(
        score.getFaction(),
        FactionProfile.of(score.getFaction()).name(),
        score.getScoreMilli(),
        score.getLevel(),
        score.getFaction() == state.getDominant(),
        score.getLastShift() == 0 ? null : Instant.ofEpochMilli(score.getLastShift()));
  }
}
