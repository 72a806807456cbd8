package midgard.agents.archaeology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.archaeology.DigSpot;
import midgard.schemas.archaeology.DigSpotsTold;
import midgard.schemas.archaeology.DugSpotsState;
import midgard.schemas.archaeology.KnownSpots;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;

/** Decides who was first at a spot: a map sees all digs on it, in one order. */
public final class DigMaps extends Agent<DugSpotsState> {
  public static final StateOf<DugSpotsState> STATE =
      StateOf.of(AgentName.ARCHAEOLOGY, Domain.MAP, DugSpotsState.class);

  private final Shared<KnownSpots> known;

  public DigMaps() {
    super(STATE);
    known = share(KnownSpots.class, () -> KnownSpots.newBuilder().build());
    onBroadcast(known, DigSpotsTold.class, (told, spots) -> spots.setSpots(told.getSpots()));
    on(NpcInteraction.class, this::dig);
  }

  private void dig(NpcInteraction interaction, Context<DugSpotsState> context) {
    GameEvent event = context.event();
    if (interaction.getInteraction() != Interaction.dig
        || event.getPlayerId() <= 0
        || event.getX() == null
        || event.getY() == null) {
      return;
    }
    Optional<DigSpot> near = nearest(event.getX(), event.getY(), context);
    if (near.isEmpty()) {
      return;
    }
    DigSpot spot = near.get();
    List<String> dug = context.state().getDug();
    dug.add(spot.getSpotId());
    if (dug.size() > ArchaeologyRules.MAX_REMEMBERED) {
      dug.remove(0);
    }
    SpotDug news =
        new SpotDug(
            spot.getSpotId(),
            event.getPlayerId(),
            event.getPlayerName() == null ? "" : event.getPlayerName(),
            spot.getMap(),
            spot.getRarityMilli(),
            context.time());
    context.signal(Domain.WORLD, Domain.WORLD_KEY, news);
    context.signal(Domain.PLAYER, Long.toString(event.getPlayerId()), news);
  }

  /** The nearest spot within reach that nobody has dug and whose time is not over. */
  private Optional<DigSpot> nearest(int x, int y, Context<DugSpotsState> context) {
    List<DigSpot> near =
        context.shared(known).getSpots().stream()
            .filter(spot -> spot.getMap().equals(context.key()))
            .filter(spot -> DigSites.distance(spot, x, y) <= ArchaeologyRules.REACH)
            .filter(spot -> context.time() >= spot.getSpawnedAt())
            .filter(spot -> context.time() < spot.getExpiresAt())
            .toList();
    if (near.isEmpty()) {
      return Optional.empty();
    }
    List<String> dug = context.state().getDug();
    return near.stream()
        .filter(spot -> !dug.contains(spot.getSpotId()))
        .min(
            Comparator.<DigSpot>comparingInt(spot -> DigSites.distance(spot, x, y))
                .thenComparing(DigSpot::getSpotId));
  }
}
