package midgard.agents.archaeology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.StateOf;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.archaeology.ArtifactCollection;
import midgard.schemas.archaeology.ArtifactFound;
import midgard.schemas.archaeology.CollectionCompleted;
import midgard.schemas.archaeology.CollectionCount;
import midgard.schemas.archaeology.CollectionReward;
import midgard.schemas.archaeology.DigSpot;
import midgard.schemas.archaeology.DigSpotRow;
import midgard.schemas.archaeology.DigSpotsState;
import midgard.schemas.archaeology.DigSpotsTold;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.archaeology.SpotStatus;

/** Where can be dug: new spots every day, each for 48 hours or until somebody is there first. */
public final class DigSpots extends Agent<DigSpotsState> {
  public static final StateOf<DigSpotsState> STATE =
      StateOf.of(AgentName.ARCHAEOLOGY, Domain.WORLD, DigSpotsState.class);

  private static final String EXPIRE = "expire";

  private final ArchaeologyRules rules;

  public DigSpots(ArchaeologyRules rules) {
    super(STATE);
    this.rules = rules;
    on(SpotDug.class, this::dug);
    on(ArtifactFound.class, this::found);
    on(CollectionCompleted.class, this::completed);
    onTimer(EXPIRE, (due, context) -> expire(context));
    daily("daily_dig_spots", ArchaeologyRules.DIGS_APPEAR, this::spawn);
  }

  private void spawn(Context<DigSpotsState> context) {
    DigSpotsState state = context.state();
    if (state.getDay() >= context.day()) {
      return;
    }
    state.setDay(context.day());
    foundCollections(context);
    expire(context);
    DigSites sites = new DigSites(context.peek(WorldPulse.STATE), context.random());
    long now = context.time();
    String day = context.newId("dig");
    int appeared = 0;
    for (int i = 0; i < rules.spotsADay(); i++) {
      Optional<DigSites.Site> site =
          sites.site(DigSites.traffic(i, rules.spotsADay()), state.getSpots());
      if (site.isPresent()) {
        appeared++;
        DigSpot spot = spot(day + "-" + appeared, site.get(), now);
        state.getSpots().add(spot);
        context.change(row(spot, null));
      }
    }
    context.wakeAt(now + ArchaeologyRules.SPOT_LIFE.toMillis(), EXPIRE);
    context.broadcast(
        Domain.MAP,
        new DigSpotsTold(
            state.getSpots().stream()
                .filter(spot -> spot.getStatus() == SpotStatus.active)
                .toList()));
    context.action(
        GameRequest.announcement(
            "archaeology:" + day,
            "The earth has given up old things in %d places. Bring a shovel!".formatted(appeared)));
  }

  private static DigSpot spot(String id, DigSites.Site site, long now) {
    return DigSpot.newBuilder()
        .setSpotId(id)
        .setMap(site.map())
        .setX(site.cell().x())
        .setY(site.cell().y())
        .setRarityMilli(site.rarityMilli())
        .setStatus(SpotStatus.active)
        .setSpawnedAt(now)
        .setExpiresAt(now + ArchaeologyRules.SPOT_LIFE.toMillis())
        .build();
  }

  /** In a new world: every collection has its row, completed by nobody. */
  private static void foundCollections(Context<DigSpotsState> context) {
    List<CollectionCount> counts = context.state().getCollections();
    if (counts.isEmpty()) {
      for (ArchaeologyRules.Collection collection : ArchaeologyRules.COLLECTIONS) {
        counts.add(new CollectionCount(collection.id(), 0L));
        context.change(row(collection, 0));
      }
    }
  }

  /** Spots whose time is over, and those dug so long ago. */
  private static void expire(Context<DigSpotsState> context) {
    List<DigSpot> spots = context.state().getSpots();
    for (DigSpot spot : spots) {
      if (spot.getStatus() == SpotStatus.active && context.time() >= spot.getExpiresAt()) {
        spot.setStatus(SpotStatus.expired);
        context.change(row(spot, null));
      }
    }
    spots.removeIf(spot -> context.time() >= spot.getExpiresAt());
  }

  private static Optional<DigSpot> find(String id, Context<DigSpotsState> context) {
    return context.state().getSpots().stream()
        .filter(spot -> spot.getSpotId().equals(id))
        .findFirst();
  }

  private void dug(SpotDug dug, Context<DigSpotsState> context) {
    Optional<DigSpot> found = find(dug.getSpotId(), context);
    if (found.isPresent() && found.get().getStatus() == SpotStatus.active) {
      DigSpot spot = found.get();
      spot.setStatus(SpotStatus.dug);
      spot.setDugBy(dug.getPlayerId());
      spot.setDugAt(dug.getDugAt());
      context.change(row(spot, null));
    }
  }

  private void found(ArtifactFound artifact, Context<DigSpotsState> context) {
    find(artifact.getSpotId(), context)
        .filter(spot -> spot.getStatus() == SpotStatus.dug)
        .ifPresent(spot -> context.change(row(spot, artifact.getArtifactId())));
  }

  private void completed(CollectionCompleted completed, Context<DigSpotsState> context) {
    foundCollections(context);
    for (ArchaeologyRules.Collection collection : ArchaeologyRules.COLLECTIONS) {
      if (collection.id().equals(completed.getCollectionId())) {
        CollectionCount count =
            context.state().getCollections().get(ArchaeologyRules.COLLECTIONS.indexOf(collection));
        count.setCompletedByCount(count.getCompletedByCount() + 1);
        context.change(row(collection, count.getCompletedByCount()));
      }
    }
  }

  private static ArtifactCollection row(ArchaeologyRules.Collection collection, long completedBy) {
    return new ArtifactCollection(
        collection.id(),
        collection.id(),
        collection.kind(),
        collection.needed(),
        new CollectionReward(collection.title(), collection.bonus(), collection.itemId()),
        completedBy);
  }

  private static DigSpotRow row(DigSpot spot, String artifact) {
    return new DigSpotRow(
        spot.getSpotId(),
        spot.getMap(),
        spot.getX(),
        spot.getY(),
        spot.getRarityMilli(),
        spot.getDugBy(),
        artifact,
        spot.getDugAt() == null ? null : Instant.ofEpochMilli(spot.getDugAt()),
        spot.getStatus(),
        Instant.ofEpochMilli(spot.getSpawnedAt()),
        Instant.ofEpochMilli(spot.getExpiresAt()));
  }
}
