package midgard.agents.treasure;

import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.treasure.CardFragments;
import midgard.schemas.treasure.ClaimCard;
import midgard.schemas.treasure.FragmentState;
import midgard.schemas.treasure.FragmentsFound;
import midgard.schemas.treasure.PendingCard;

/**
 * A player's fragments, and the cards that they make: never below zero. What the game could not
 * give comes back as fragments.
 */
public final class FragmentPurse extends Agent<FragmentState> {
  public static final StateOf<FragmentState> STATE =
      StateOf.of(AgentName.TREASURE, Domain.PLAYER, FragmentState.class);

  /** Whom a player turns to in the game to get a card. */
  public static final String COLLECTOR = "Fragment Collector";

  /** Poring, Lunatic, Fabre, Peco Peco, Wolf. */
  static final List<Integer> CARDS = List.of(4001, 4002, 4003, 4004, 4005);

  private static final int REMEMBERED = 20;

  private final int exchangeRate;

  /**
   * @param exchangeRate fragments for a card, 1 or more
   */
  FragmentPurse(int exchangeRate) {
    super(STATE);
    this.exchangeRate = exchangeRate;
    on(FragmentsFound.class, this::found);
    on(ClaimCard.class, this::asked);
    on(NpcInteraction.class, this::interact);
    on(ActionResult.class, this::result);
  }

  private void found(FragmentsFound found, Context<FragmentState> context) {
    FragmentState state = context.state();
    if (found.getFragments() <= 0 || !isNew(state.getTreasures(), found.getTreasureId())) {
      return;
    }
    state.setFragments(Math.addExact(state.getFragments(), found.getFragments()));
    state.setLastFragmentAt(Math.max(state.getLastFragmentAt(), context.time()));
    write(context);
  }

  private static boolean isNew(List<String> remembered, String id) {
    if (remembered.contains(id)) {
      return false;
    }
    remembered.add(id);
    if (remembered.size() > REMEMBERED) {
      remembered.remove(0);
    }
    return true;
  }

  private void asked(ClaimCard command, Context<FragmentState> context) {
    if (isNew(context.state().getRequests(), command.getRequestId())) {
      claim(context);
    }
  }

  private void interact(NpcInteraction interaction, Context<FragmentState> context) {
    if (COLLECTOR.equals(interaction.getNpcName())
        && interaction.getInteraction() != Interaction.attack) {
      claim(context);
    }
  }

  private void claim(Context<FragmentState> context) {
    FragmentState state = context.state();
    if (state.getFragments() < exchangeRate || state.getPending().size() >= REMEMBERED) {
      return;
    }
    state.setFragments(state.getFragments() - exchangeRate);
    state.setCardsClaimed(state.getCardsClaimed() + 1);
    state.setClaims(state.getClaims() + 1);
    int card = CARDS.get(context.random().nextInt(CARDS.size()));
    String key = "treasure:card:" + context.key() + ":" + state.getClaims();
    state.getPending().add(new PendingCard(key, card));
    GiveReward reward =
        GiveReward.newBuilder()
            .setPlayerId(Long.parseLong(context.key()))
            .setItems(List.of(new ItemAmount(card, 1)))
            .build();
    context.action(GameRequest.reward(key, reward));
    write(context);
  }

  private void result(ActionResult result, Context<FragmentState> context) {
    FragmentState state = context.state();
    boolean mine =
        state
            .getPending()
            .removeIf(card -> card.getIdempotencyKey().equals(result.getIdempotencyKey()));
    if (mine && result.getOutcome() != ActionOutcome.completed) {
      state.setFragments(Math.addExact(state.getFragments(), exchangeRate));
      state.setCardsClaimed(state.getCardsClaimed() - 1);
      write(context);
    }
  }

  private void write(Context<FragmentState> context) {
    FragmentState state = context.state();
    state.setExchangeRate(exchangeRate);
    context.change(
        new CardFragments(
            Long.parseLong(context.key()),
            state.getFragments(),
            state.getCardsClaimed(),
            state.getLastFragmentAt() == 0
                ? null
                : Instant.ofEpochMilli(state.getLastFragmentAt())));
  }
}
