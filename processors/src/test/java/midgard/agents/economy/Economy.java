package midgard.agents.economy;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.ItemDayState;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.PurseState;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.Reason;
import midgard.schemas.event.VendingSale;
import midgard.schemas.event.ZenyChange;
import midgard.schemas.serde.TrustedRecords;
import org.apache.avro.specific.SpecificRecord;

/** A world with only the economy agent, and the events that it knows. */
final class Economy {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  static {
    TrustedRecords.trust();
  }

  final World world = new World(EconomyAgents.of(Settings.DEFAULTS));
  private long sequence;

  Economy() {
    this(START);
  }

  /** A world whose clock starts at an instant. */
  Economy(long start) {
    world.tick(start);
  }

  /** Gives an event of a player to one key, under the next sequence of the boot. */
  Economy event(Domain domain, String key, long time, long player, SpecificRecord payload) {
    return event(domain, key, sequenced(time, ++sequence, player, payload));
  }

  Economy event(Domain domain, String key, GameEvent event) {
    world.event(domain, key, event);
    return this;
  }

  static GameEvent sequenced(long time, long sequence, long player, SpecificRecord payload) {
    GameEvent event = Events.event(time, player, "prontera", payload);
    event.setSequence(sequence);
    event.setEventId("boot-" + sequence);
    return event;
  }

  /** A sale from player 150002 to player 150001. */
  Economy sell(int item, long time, int amount, long price) {
    return event(Domain.ITEM, Integer.toString(item), time, 150001, sale(item, amount, price));
  }

  static VendingSale sale(int item, int amount, long price) {
    return new VendingSale(
        "t", 150002L, 150001L, List.of(new PricedItem(item, amount, price)), amount * price);
  }

  Economy move(int item, long time, int amount, Reason reason) {
    return event(
        Domain.ITEM, Integer.toString(item), time, 150001, new ItemChange(item, amount, reason));
  }

  Economy zeny(long player, long time, long amount, Long balance, Reason reason) {
    return event(
        Domain.PLAYER,
        Long.toString(player),
        time,
        player,
        new ZenyChange(amount, balance, reason, null));
  }

  /** Lets the clock tick every 5 seconds up to an instant. */
  Economy until(long time) {
    world.tickTo(time, 5000);
    return this;
  }

  ItemEconomyState item(int item) {
    return world.state(new ItemMarket(), Integer.toString(item));
  }

  ItemDayState day(int item) {
    return world.state(new SupplyAndDemand(), Integer.toString(item));
  }

  PurseState purse(long player) {
    return world.state(new Purse(), Long.toString(player));
  }

  EconomyState state() {
    return world.state(new EconomyWorld(), Domain.WORLD_KEY);
  }
}
