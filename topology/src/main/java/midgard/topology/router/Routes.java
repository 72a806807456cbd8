package midgard.topology.router;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import midgard.agent.Agent;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;

/**
 * Where an event goes: to every key that it concerns, in every domain that has a rule for its type.
 * Derived from the agents' rules, so an agent gets what it asks for and nobody gets more.
 */
public final class Routes {

  /** A key of a domain. */
  public record Destination(Domain domain, String key) {}

  private final Map<Domain, Set<Class<?>>> wanted = new EnumMap<>(Domain.class);

  private Routes() {}

  public static Routes of(Collection<? extends Agent<?>> agents) {
    Routes routes = new Routes();
    for (Agent<?> agent : agents) {
      routes.wanted.computeIfAbsent(agent.domain(), d -> new HashSet<>()).addAll(agent.reactsTo());
    }
    return routes;
  }

  /** The destinations of an event, each once, in the order of the domains. */
  public List<Destination> of(GameEvent event) {
    Set<Destination> found = new LinkedHashSet<>();
    Class<?> type = event.getPayload().getClass();
    for (Domain domain : Domain.values()) {
      if (wanted.getOrDefault(domain, Set.of()).contains(type)) {
        for (String key : keys(domain, event)) {
          found.add(new Destination(domain, key));
        }
      }
    }
    return List.copyOf(found);
  }

  private static Set<String> keys(Domain domain, GameEvent event) {
    return switch (domain) {
      case PLAYER -> players(event);
      case MAP -> maps(event);
      case ITEM -> items(event);
      case NPC -> npcs(event);
      case WORLD -> Set.of(Domain.WORLD_KEY);
    };
  }

  private static Set<String> players(GameEvent event) {
    Set<String> keys = new LinkedHashSet<>();
    player(keys, event.getPlayerId());
    Object payload = event.getPayload();
    if (payload instanceof MvpKill kill) {
      for (MvpParticipant participant : kill.getParticipants()) {
        player(keys, participant.getPlayerId());
      }
    } else if (payload instanceof PvpKill kill) {
      player(keys, kill.getVictimId());
    } else if (payload instanceof VendingSale sale) {
      player(keys, sale.getBuyerId());
      player(keys, sale.getSellerId());
    } else if (payload instanceof TradeComplete trade) {
      player(keys, trade.getOtherPlayerId());
    }
    return keys;
  }

  private static void player(Set<String> keys, long id) {
    if (id > 0) {
      keys.add(Long.toString(id));
    }
  }

  private static Set<String> maps(GameEvent event) {
    Set<String> keys = new LinkedHashSet<>();
    if (event.getMap() != null) {
      keys.add(event.getMap());
    }
    if (event.getPayload() instanceof MapChange change) {
      keys.add(change.getFromMap());
      keys.add(change.getToMap());
    }
    return keys;
  }

  private static Set<String> items(GameEvent event) {
    Set<String> keys = new LinkedHashSet<>();
    Object payload = event.getPayload();
    if (payload instanceof ItemChange change) {
      keys.add(Integer.toString(change.getItemId()));
    } else if (payload instanceof ItemDrop drop) {
      keys.add(Integer.toString(drop.getItemId()));
    } else if (payload instanceof ItemPickup pickup) {
      keys.add(Integer.toString(pickup.getItemId()));
    } else if (payload instanceof ItemRefine refine) {
      keys.add(Integer.toString(refine.getItemId()));
    } else if (payload instanceof VendingSale sale) {
      priced(keys, sale.getItems());
    } else if (payload instanceof ShopBuy buy) {
      priced(keys, buy.getItems());
    } else if (payload instanceof ShopSell sell) {
      priced(keys, sell.getItems());
    } else if (payload instanceof TradeComplete trade) {
      amounts(keys, trade.getGiven());
      amounts(keys, trade.getReceived());
    }
    return keys;
  }

  private static void priced(Set<String> keys, List<PricedItem> items) {
    items.forEach(item -> keys.add(Integer.toString(item.getItemId())));
  }

  private static void amounts(Set<String> keys, List<ItemAmount> items) {
    items.forEach(item -> keys.add(Integer.toString(item.getItemId())));
  }

  private static Set<String> npcs(GameEvent event) {
    if (event.getPayload() instanceof NpcInteraction interaction) {
      return Set.of(
          interaction.getNpcId() != null
              ? Long.toString(interaction.getNpcId())
              : interaction.getNpcName());
    }
    return Set.of();
  }
}
