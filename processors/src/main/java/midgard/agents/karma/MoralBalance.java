package midgard.agents.karma;

import java.time.Instant;
import java.time.LocalTime;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.karma.GlobalKarma;
import midgard.schemas.karma.GlobalKarmaShifted;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.KarmaAlignment;
import midgard.schemas.karma.KarmaHistory;
import midgard.schemas.karma.KarmaImpact;

/**
 * The karma of the world: a tenth of every deed of every player, good and evil alike. When it
 * crosses a threshold, the world becomes another, at most once in 15 minutes.
 */
public final class MoralBalance extends Agent<GlobalKarmaState> {
  public static final StateOf<GlobalKarmaState> STATE =
      StateOf.of(AgentName.KARMA, Domain.WORLD, GlobalKarmaState.class);

  private static final int ONLY_ROW = 1;
  private static final LocalTime DECAY_AT = LocalTime.of(3, 0);

  private final KarmaRules rules;

  public MoralBalance(KarmaRules rules) {
    super(STATE);
    this.rules = rules;
    on(KarmaImpact.class, this::add);
    daily("karma_decay", DECAY_AT, this::decay);
    every("karma_update", KarmaRules.UPDATE, this::update);
  }

  private void add(KarmaImpact impact, Context<GlobalKarmaState> context) {
    GlobalKarmaState state = context.state();
    state.setKarmaMilli(
        KarmaRules.bounded(Math.addExact(state.getKarmaMilli(), impact.getKarmaMilli())));
    state.setGoodActions(Math.addExact(state.getGoodActions(), impact.getGoodActions()));
    state.setEvilActions(Math.addExact(state.getEvilActions(), impact.getEvilActions()));
    state.setUnwritten(true);
    if (context.clock() - state.getLastShift() >= KarmaRules.UPDATE.toMillis()) {
      settle(context);
    }
  }

  private void decay(Context<GlobalKarmaState> context) {
    GlobalKarmaState state = context.state();
    if (context.day() <= state.getDecayedDay()) {
      return;
    }
    if (state.getDecayedDay() >= 0) {
      long days = (long) context.day() - state.getDecayedDay();
      long left = rules.decay().after(days, state.getKarmaMilli());
      state.setUnwritten(state.getUnwritten() || left != state.getKarmaMilli());
      state.setKarmaMilli(left);
    }
    state.setDecayedDay(context.day());
  }

  private void update(Context<GlobalKarmaState> context) {
    if (!settle(context) && context.state().getUnwritten()) {
      write(false, context);
    }
  }

  /** Whether the world has become another. */
  private boolean settle(Context<GlobalKarmaState> context) {
    GlobalKarmaState state = context.state();
    KarmaAlignment previous = state.getAlignment();
    KarmaAlignment alignment = rules.alignment(state.getKarmaMilli());
    if (alignment == previous) {
      return false;
    }
    state.setAlignment(alignment);
    state.setLastShift(context.clock());
    state.setShifts(state.getShifts() + 1);
    KarmaShift.carryOut(previous, context);
    GlobalKarmaShifted shifted = new GlobalKarmaShifted(previous, alignment, state.getKarmaMilli());
    context.broadcast(Domain.PLAYER, shifted);
    context.broadcast(Domain.NPC, shifted);
    write(true, context);
    return true;
  }

  private static void write(boolean shifted, Context<GlobalKarmaState> context) {
    GlobalKarmaState state = context.state();
    state.setUnwritten(false);
    context.change(
        new GlobalKarma(
            ONLY_ROW,
            state.getKarmaMilli(),
            state.getAlignment(),
            state.getGoodActions(),
            state.getEvilActions(),
            state.getLastShift() == 0 ? null : Instant.ofEpochMilli(state.getLastShift())));
    context.change(
        new KarmaHistory(
            context.newId("karma"),
            state.getKarmaMilli(),
            state.getAlignment(),
            shifted,
            state.getGoodActions(),
            state.getEvilActions(),
            Instant.ofEpochMilli(Math.max(context.time(), context.clock()))));
  }
}
