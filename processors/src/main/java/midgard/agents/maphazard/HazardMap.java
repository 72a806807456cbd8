package midgard.agents.maphazard;

import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.maphazard.HazardEnded;
import midgard.schemas.maphazard.HazardMapState;
import midgard.schemas.maphazard.HazardPlaced;
import midgard.schemas.maphazard.HazardStay;
import midgard.schemas.maphazard.OpenHazards;

/**
 * Measures who is in a hazard for how long, what falls there and who dies. All maps know where
 * hazards lie, so that an event on any other map reads no state.
 */
public final class HazardMap extends Agent<HazardMapState> {
  public static final StateOf<HazardMapState> STATE =
      StateOf.of(AgentName.MAP_HAZARD, Domain.MAP, HazardMapState.class);

  private static final String END = "end";

  private final Shared<OpenHazards> open;

  public HazardMap() {
    super(STATE);
    open = share(OpenHazards.class, () -> OpenHazards.newBuilder().build());
    onBroadcast(open, HazardPlaced.class, HazardMap::placed);
    onBroadcast(open, HazardEnded.class, HazardMap::ended);
    on(MapChange.class, this::change);
    on(PlayerLogin.class, (login, context) -> sign(context));
    on(PlayerLogout.class, (logout, context) -> leave(context));
    on(MonsterKill.class, (kill, context) -> sign(context));
    on(ItemDrop.class, this::drop);
    on(PlayerDeath.class, (death, context) -> death(context));
    onTimer(END, (due, context) -> end(context));
  }

  private static void placed(HazardPlaced placed, OpenHazards open) {
    open.getHazards().removeIf(hazard -> hazard.getMapName().equals(placed.getMapName()));
    open.getHazards().add(placed);
  }

  private static void ended(HazardEnded ended, OpenHazards open) {
    open.getHazards().removeIf(hazard -> hazard.getHazardId().equals(ended.getHazardId()));
  }

  private Optional<HazardPlaced> hazard(Context<HazardMapState> context) {
    for (HazardPlaced hazard : context.shared(open).getHazards()) {
      if (hazard.getMapName().equals(context.key())
          && context.time() >= hazard.getAppliedAt()
          && context.time() < hazard.getExpiresAt()
          && context.event().getPlayerId() > 0) {
        return Optional.of(hazard);
      }
    }
    return Optional.empty();
  }

  private void change(MapChange change, Context<HazardMapState> context) {
    if (change.getToMap().equals(context.key())) {
      sign(context);
    } else {
      leave(context);
    }
  }

  /**
   * The player is there: the first sign begins the stay, for those who were there before it too.
   */
  private Optional<HazardStay> sign(Context<HazardMapState> context) {
    Optional<HazardPlaced> hazard = hazard(context);
    if (hazard.isEmpty()) {
      return Optional.empty();
    }
    HazardMapState state = context.state();
    if (!state.getHazardId().equals(hazard.get().getHazardId())) {
      HazardStays.writeAll(context);
      state.setHazardId(hazard.get().getHazardId());
      state.setExpiresAt(hazard.get().getExpiresAt());
      context.wakeAt(state.getExpiresAt(), END);
    }
    return HazardStays.sign(state.getStays(), context.event().getPlayerId(), context.time());
  }

  private void leave(Context<HazardMapState> context) {
    if (hazard(context).isPresent()) {
      HazardStays.leave(context);
    }
  }

  /** What a player throws away is no gift of the hazard. */
  private void drop(ItemDrop drop, Context<HazardMapState> context) {
    if (drop.getMonsterId() != null) {
      sign(context)
          .ifPresent(
              stay ->
                  stay.setItemsDropped(
                      (int)
                          Math.min(
                              Integer.MAX_VALUE,
                              (long) stay.getItemsDropped() + drop.getAmount())));
    }
  }

  private void death(Context<HazardMapState> context) {
    sign(context).ifPresent(stay -> stay.setDeaths(stay.getDeaths() + 1));
  }

  private static void end(Context<HazardMapState> context) {
    HazardMapState state = context.state();
    if (!state.getHazardId().isEmpty() && state.getExpiresAt() <= context.time()) {
      HazardStays.writeAll(context);
      context.forget();
    }
  }
}
