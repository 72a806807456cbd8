package midgard.agents.reputation;

import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.reputation.InfluenceReached;
import midgard.schemas.reputation.Merit;
import midgard.schemas.reputation.PlayerReputation;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationHistory;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.reputation.ReputationState;
import midgard.schemas.reputation.TierProgression;
import midgard.schemas.reputation.UnlockedBenefit;

/**
 * One influence figure per player from five kinds of merit, with a cap per kind and day. Other
 * agents report merit by {@link ReputationGain}.
 */
public final class Reputation extends Agent<ReputationState> {
  public static final StateOf<ReputationState> STATE =
      StateOf.of(AgentName.REPUTATION, Domain.PLAYER, ReputationState.class);

  private final ReputationRules rules;

  public Reputation(ReputationRules rules) {
    super(STATE);
    this.rules = rules;
    on(PlayerLogin.class, this::login);
    on(ReputationGain.class, this::gain);
  }

  private void login(PlayerLogin login, Context<ReputationState> context) {
    ReputationState state = context.state();
    String name = context.event().getPlayerName();
    boolean news = !state.getKnown() || (name != null && !name.equals(state.getPlayerName()));
    if (!news) {
      return;
    }
    state.setKnown(true);
    if (name != null) {
      state.setPlayerName(name);
    }
    state.setUpdatedAt(context.time());
    context.change(row(context));
  }

  private void gain(ReputationGain gain, Context<ReputationState> context) {
    if (gain.getAmount() < 1 || gain.getAmount() > ReputationRules.MAX_GAIN) {
      throw new IllegalArgumentException(
          "A gain must be 1 to %d points, not %d (source %s)."
              .formatted(ReputationRules.MAX_GAIN, gain.getAmount(), gain.getSource()));
    }
    ReputationState state = context.state();
    startDay(state, context.day());
    Merit merit = state.getMerits().get(gain.getKind().ordinal());
    int granted = Math.min(gain.getAmount(), rules.dailyCap() - merit.getToday());
    if (granted <= 0) {
      return;
    }
    boolean first = state.getInfluenceMilli() == 0;
    int oldTier = state.getTier();
    merit.setToday(merit.getToday() + granted);
    merit.setPoints(Math.addExact(merit.getPoints(), granted));
    state.setInfluenceMilli(
        Math.addExact(
            state.getInfluenceMilli(),
            (long) granted * ReputationRules.weightMilli(gain.getKind())));
    state.setTier(ReputationRules.tierOf(state.getInfluenceMilli()).number());
    state.setKnown(true);
    state.setUpdatedAt(context.time());

    context.change(
        new ReputationHistory(
            context.newId("reputation"),
            Long.parseLong(context.key()),
            gain.getKind(),
            granted,
            gain.getSource(),
            gain.getSourceId(),
            Instant.ofEpochMilli(context.time())));
    for (int tier = oldTier + 1; tier <= state.getTier(); tier++) {
      enter(ReputationRules.TIERS.get(tier), context);
    }
    context.change(row(context));
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new InfluenceReached(
            Long.parseLong(context.key()),
            state.getPlayerName(),
            state.getInfluenceMilli(),
            state.getTier(),
            first));
  }

  /**
   * A late gain counts for the day that runs, never for one that is over: so the cap stays exact.
   */
  private static void startDay(ReputationState state, int day) {
    if (day > state.getDay()) {
      state.setDay(day);
      state.getMerits().forEach(merit -> merit.setToday(0));
    }
  }

  /** A step over several tiers enters each of them, so that none's benefits are lost. */
  private static void enter(ReputationRules.Tier tier, Context<ReputationState> context) {
    long player = Long.parseLong(context.key());
    Instant now = Instant.ofEpochMilli(context.time());
    context.change(
        new TierProgression(
            player, tier.number() - 1, tier.number(), context.state().getInfluenceMilli(), now));
    for (ReputationRules.Benefit benefit : tier.benefits()) {
      context.change(new UnlockedBenefit(player, benefit.type(), benefit.id(), now));
      if (benefit.itemId() > 0) {
        GiveReward reward =
            GiveReward.newBuilder()
                .setPlayerId(player)
                .setItems(List.of(new ItemAmount(benefit.itemId(), 1)))
                .build();
        context.action(GameRequest.reward("reputation:" + player + ":" + benefit.id(), reward));
      }
    }
  }

  private static PlayerReputation row(Context<ReputationState> context) {
    ReputationState state = context.state();
    return new PlayerReputation(
        Long.parseLong(context.key()),
        state.getPlayerName(),
        state.getInfluenceMilli(),
        state.getTier(),
        points(state, ReputationKind.world_guardian),
        points(state, ReputationKind.explorer),
        points(state, ReputationKind.problem_solver),
        points(state, ReputationKind.event_participant),
        points(state, ReputationKind.faction_loyalist),
        Instant.ofEpochMilli(state.getUpdatedAt()));
  }

  private static long points(ReputationState state, ReputationKind kind) {
    return state.getMerits().get(kind.ordinal()).getPoints();
  }
}
