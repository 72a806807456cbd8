package midgard.agents.archaeology;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.schemas.archaeology.ArtifactFound;
import midgard.schemas.archaeology.ArtifactRarity;
import midgard.schemas.archaeology.ArtifactType;
import midgard.schemas.archaeology.CollectionCompleted;
import midgard.schemas.archaeology.CollectionProgress;
import midgard.schemas.archaeology.OpenSecret;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.archaeology.UnlockSecret;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;

/** One player's digs, finds and collections, and the secret places that maps lead to. */
public final class Digger extends Agent<ArchaeologyState> {
  public static final StateOf<ArchaeologyState> STATE =
      StateOf.of(AgentName.ARCHAEOLOGY, Domain.PLAYER, ArchaeologyState.class);

  public Digger() {
    super(STATE);
    on(SpotDug.class, this::dug);
    on(UnlockSecret.class, (command, context) -> unlock(command.getTreasureMapId(), context));
    on(NpcInteraction.class, this::handedOver);
  }

  private void dug(SpotDug dug, Context<ArchaeologyState> context) {
    ArchaeologyState state = context.state();
    if (state.getDug().contains(dug.getSpotId())) {
      return;
    }
    remember(state.getDug(), dug.getSpotId());
    int level = ArchaeologyRules.level(state.getTotalDigs());
    ArtifactRarity rarity = ArchaeologyRules.rarity(level, dug.getRarityMilli(), context.random());
    ArtifactType kind = ArchaeologyRules.kind(rarity, context.random());
    String name = ArchaeologyRules.name(rarity, kind, context.random());
    String artifact = context.newId("artifact");
    state.setTotalDigs(state.getTotalDigs() + 1);
    state.setArtifactsFound(state.getArtifactsFound() + 1);
    state.setLastDig(Math.max(state.getLastDig(), dug.getDugAt()));
    if (kind == ArtifactType.treasure_map) {
      state.getTreasureMaps().add(artifact);
      if (state.getTreasureMaps().size() > ArchaeologyRules.MAX_TREASURE_MAPS) {
        state.getTreasureMaps().remove(0);
      }
    }
    DigEffects.found(artifact, kind, rarity, name, dug, context);
    context.signal(Domain.WORLD, Domain.WORLD_KEY, new ArtifactFound(dug.getSpotId(), artifact));
    for (ArchaeologyRules.Collection collection : ArchaeologyRules.COLLECTIONS) {
      if (collection.kind() == kind) {
        collect(collection, context);
      }
    }
    context.change(DigEffects.row(context));
  }

  private static void remember(List<String> dug, String spot) {
    dug.add(spot);
    if (dug.size() > ArchaeologyRules.MAX_REMEMBERED) {
      dug.remove(0);
    }
  }

  private static void collect(
      ArchaeologyRules.Collection collection, Context<ArchaeologyState> context) {
    CollectionProgress progress = progress(collection, context.state());
    progress.setCount(progress.getCount() + 1);
    if (progress.getCount() >= collection.needed() && !progress.getComplete()) {
      progress.setComplete(true);
      DigEffects.reward(collection, context);
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new CollectionCompleted(collection.id(), Long.parseLong(context.key())));
    }
  }

  private static CollectionProgress progress(
      ArchaeologyRules.Collection collection, ArchaeologyState state) {
    for (CollectionProgress progress : state.getCollections()) {
      if (progress.getCollectionId().equals(collection.id())) {
        return progress;
      }
    }
    CollectionProgress first = new CollectionProgress(collection.id(), 0, false);
    state.getCollections().add(first);
    return first;
  }

  private void handedOver(NpcInteraction interaction, Context<ArchaeologyState> context) {
    boolean handed =
        interaction.getInteraction() == Interaction.gift
            || interaction.getInteraction() == Interaction.trade;
    if (handed && interaction.getNpcName().equals(ArchaeologyRules.ARCHAEOLOGIST)) {
      unlock(null, context);
    }
  }

  /** Spends a treasure map; not while a place that an earlier one led to is open. */
  private void unlock(String wanted, Context<ArchaeologyState> context) {
    ArchaeologyState state = context.state();
    List<String> maps = state.getTreasureMaps();
    boolean busy = state.getSecret() != null && context.time() < state.getSecret().getClosesAt();
    if (busy || maps.isEmpty() || (wanted != null && !maps.contains(wanted))) {
      return;
    }
    String map = wanted == null ? maps.get(0) : wanted;
    maps.remove(map);
    ArchaeologyRules.Secret secret =
        ArchaeologyRules.SECRETS.get(context.random().nextInt(ArchaeologyRules.SECRETS.size()));
    String id = context.newId("place");
    OpenSecret open =
        new OpenSecret(
            id,
            secret.name(),
            "secret_" + id,
            context.time(),
            context.time() + ArchaeologyRules.SECRET_OPEN.toMillis());
    state.setSecret(open);
    state.setSecretLocationsUnlocked(state.getSecretLocationsUnlocked() + 1);
    DigEffects.unlocked(open, secret, map, context);
    context.change(DigEffects.row(context));
  }
}
