package midgard.agents.treasure;

import java.time.LocalTime;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.StateOf;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.dynamicboss.GuardCalled;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureFound;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureState;
import midgard.schemas.treasure.TreasureStatus;

/** Hides the treasures of a day, at one in the morning and in a new world at once. */
public final class Treasures extends Agent<TreasureState> {
  public static final StateOf<TreasureState> STATE =
      StateOf.of(AgentName.TREASURE, Domain.WORLD, TreasureState.class);

  private static final String EXPIRE = "expire";

  private final TreasureRules rules;

  Treasures(TreasureRules rules) {
    super(STATE);
    this.rules = rules;
    on(TreasureFound.class, this::found);
    onTimer(EXPIRE, (due, context) -> expire(context));
    daily("daily_treasures", LocalTime.of(1, 0), this::hide);
    every("treasure_cleanup", TreasureRules.CLEANUP, this::cleanUp);
  }

  private void hide(Context<TreasureState> context) {
    TreasureState state = context.state();
    if (state.getDay() >= context.day()) {
      return;
    }
    state.setDay(context.day());
    TreasurePlaces places = new TreasurePlaces(context.peek(WorldPulse.STATE), context.random());
    int hidden = 0;
    for (TreasureRules.Traffic traffic : TreasureRules.Traffic.values()) {
      for (int i = 0; i < rules.share(traffic); i++) {
        var place = places.next(traffic, active(state));
        if (place.isPresent()) {
          hide(place.get(), context);
          hidden++;
        }
      }
    }
    if (hidden > 0) {
      context.action(
          GameRequest.announcement("treasure:day:" + context.day(), TreasureTexts.rumour(hidden)));
    }
  }

  static boolean isActive(Treasure treasure) {
    return treasure.getStatus() == TreasureStatus.active;
  }

  private static List<Treasure> active(TreasureState state) {
    return state.getTreasures().stream().filter(Treasures::isActive).toList();
  }

  private void hide(TreasurePlaces.Place place, Context<TreasureState> context) {
    TreasureForm form = TreasureRules.form(context.random());
    TreasureRarity rarity = place.traffic().draw(context.random());
    Treasure treasure =
        new Treasure(
            context.newId("treasure"),
            form,
            rarity,
            place.map(),
            place.cell().x(),
            place.cell().y(),
            TreasureTexts.hint(form, rarity, place.map()),
            TreasureStatus.active,
            context.time(),
            context.time() + rules.life(context.random()).toMillis(),
            null,
            null);
    context.state().getTreasures().add(treasure);
    context.broadcast(Domain.MAP, TreasureEffects.hidden(treasure));
    TreasureEffects.hide(treasure, context);
    if (rarity == TreasureRarity.mythic) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new GuardCalled(
              treasure.getTreasureId(),
              treasure.getSpawnMap(),
              treasure.getSpawnX(),
              treasure.getSpawnY()));
    }
    context.change(TreasureEffects.row(treasure));
    context.wakeAt(treasure.getDespawnsAt(), EXPIRE);
  }

  /** The map has decided who was first. It may be told after the expiry, but happened before it. */
  private void found(TreasureFound found, Context<TreasureState> context) {
    for (Treasure treasure : context.state().getTreasures()) {
      if (treasure.getTreasureId().equals(found.getTreasureId())
          && treasure.getStatus() != TreasureStatus.claimed) {
        boolean there = isActive(treasure);
        treasure.setStatus(TreasureStatus.claimed);
        treasure.setDiscoveredBy(found.getPlayerId());
        treasure.setDiscoveredAt(found.getFoundAt());
        if (there) {
          TreasureEffects.remove(treasure, context);
        }
        context.change(TreasureEffects.row(treasure));
      }
    }
  }

  private static void expire(Context<TreasureState> context) {
    for (Treasure treasure : context.state().getTreasures()) {
      if (isActive(treasure) && treasure.getDespawnsAt() <= context.time()) {
        treasure.setStatus(TreasureStatus.expired);
        TreasureEffects.remove(treasure, context);
        context.change(TreasureEffects.row(treasure));
      }
    }
  }

  private void cleanUp(Context<TreasureState> context) {
    long kept = context.time() - TreasureRules.KEPT.toMillis();
    context
        .state()
        .getTreasures()
        .removeIf(treasure -> !isActive(treasure) && treasure.getDespawnsAt() <= kept);
  }
}
