package midgard.agents.treasure;

import java.time.Instant;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.treasure.FragmentsFound;
import midgard.schemas.treasure.HiddenTreasures;
import midgard.schemas.treasure.TakenTreasure;
import midgard.schemas.treasure.TreasureDiscovery;
import midgard.schemas.treasure.TreasureFound;
import midgard.schemas.treasure.TreasureHidden;
import midgard.schemas.treasure.TreasureMapState;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureRewards;

/**
 * Who opens a treasure first. All that happens on a map comes in one order, so its map decides, and
 * pays at once.
 */
public final class TreasureMaps extends Agent<TreasureMapState> {
  public static final StateOf<TreasureMapState> STATE =
      StateOf.of(AgentName.TREASURE, Domain.MAP, TreasureMapState.class);

  private static final String PRUNE = "prune";

  private final Shared<HiddenTreasures> hidden;

  TreasureMaps() {
    super(STATE);
    hidden = share(HiddenTreasures.class, () -> HiddenTreasures.newBuilder().build());
    onBroadcast(hidden, TreasureHidden.class, TreasureMaps::hide);
    on(NpcInteraction.class, this::interact);
    onTimer(PRUNE, (due, context) -> prune(context));
  }

  private static void hide(TreasureHidden treasure, HiddenTreasures hidden) {
    long kept = treasure.getSpawnedAt() - TreasureRules.KEPT.toMillis();
    hidden
        .getTreasures()
        .removeIf(
            other ->
                other.getDespawnsAt() <= kept
                    || other.getTreasureId().equals(treasure.getTreasureId()));
    hidden.getTreasures().add(treasure);
  }

  private void interact(NpcInteraction interaction, Context<TreasureMapState> context) {
    if (context.event().getPlayerId() == 0) {
      return;
    }
    for (TreasureHidden treasure : context.shared(hidden).getTreasures()) {
      if (treasure.getSpawnMap().equals(context.key())
          && isThere(treasure, context)
          && isMeant(treasure, interaction, context.event())
          && open(treasure, context)) {
        return;
      }
    }
  }

  /** What comes a day too late finds nothing: by then it is forgotten who was first. */
  private static boolean isThere(TreasureHidden treasure, Context<TreasureMapState> context) {
    return treasure.getSpawnedAt() <= context.time()
        && context.time() < treasure.getDespawnsAt()
        && context.clock() < treasure.getDespawnsAt() + TreasureRules.KEPT.toMillis();
  }

  private static boolean isMeant(
      TreasureHidden treasure, NpcInteraction interaction, GameEvent event) {
    if (treasure.getTreasureId().equals(interaction.getNpcName())) {
      return interaction.getInteraction() != Interaction.attack;
    }
    boolean opens =
        interaction.getInteraction() == Interaction.chest
            || interaction.getInteraction() == Interaction.dig;
    return opens
        && event.getX() != null
        && event.getY() != null
        && Math.abs(event.getX() - treasure.getSpawnX()) <= TreasureRules.REACH
        && Math.abs(event.getY() - treasure.getSpawnY()) <= TreasureRules.REACH;
  }

  /** Whether it was not taken before. */
  private static boolean open(TreasureHidden treasure, Context<TreasureMapState> context) {
    TreasureMapState state = context.state();
    String id = treasure.getTreasureId();
    if (state.getTaken().stream().anyMatch(taken -> taken.getTreasureId().equals(id))) {
      return false;
    }
    state.getTaken().add(new TakenTreasure(id, treasure.getDespawnsAt()));
    context.wakeAt(treasure.getDespawnsAt() + TreasureRules.KEPT.toMillis(), PRUNE);

    long player = context.event().getPlayerId();
    TreasureRewards rewards = TreasurePools.draw(treasure.getRarity(), context.random());
    TreasureEffects.reward(treasure, rewards, player, context);
    context.signal(
        Domain.PLAYER,
        Long.toString(player),
        new ReputationGain(
            ReputationKind.explorer,
            rewards.getReputationReward(),
            treasure.getRarity() + " treasure found",
            id));
    if (rewards.getCardFragments() > 0) {
      context.signal(
          Domain.PLAYER, Long.toString(player), new FragmentsFound(id, rewards.getCardFragments()));
    }
    context.signal(Domain.WORLD, Domain.WORLD_KEY, new TreasureFound(id, player, context.time()));
    context.change(
        new TreasureDiscovery(
            id,
            player,
            treasure.getRarity(),
            rewards,
            rewards.getReputationReward(),
            Instant.ofEpochMilli(context.time())));
    if (treasure.getRarity().compareTo(TreasureRarity.gold) >= 0) {
      tellEverybody(treasure, rewards, context);
    }
    return true;
  }

  private static void tellEverybody(
      TreasureHidden treasure, TreasureRewards rewards, Context<TreasureMapState> context) {
    GameEvent event = context.event();
    String name = event.getPlayerName() == null ? "Somebody" : event.getPlayerName();
    context.action(
        GameRequest.announcement(
            "treasure:" + treasure.getTreasureId() + ":found",
            TreasureTexts.found(name, treasure.getRarity(), treasure.getSpawnMap())));
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        TreasureEffects.deed(treasure, rewards, event.getPlayerId()));
  }

  private static void prune(Context<TreasureMapState> context) {
    TreasureMapState state = context.state();
    state
        .getTaken()
        .removeIf(taken -> taken.getDespawnsAt() + TreasureRules.KEPT.toMillis() <= context.time());
    if (state.getTaken().isEmpty()) {
      context.forget();
    }
  }
}
