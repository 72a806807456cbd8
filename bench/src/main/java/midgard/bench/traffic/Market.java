package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;

/** Where items and zeny change hands; both sides' changes come before the deal, as recorded. */
final class Market {
  private static final int OPENED_MS = 2400;
  private static final int[] WARES = {Items.RED_POTION, Items.RED_POTION, 502, Items.APPLE, 602};
  private static final int MOST_BOUGHT = 20;
  private static final int MOST_TRADED = 8;

  private final Stage stage;

  Market(Stage stage) {
    this.stage = stage;
  }

  boolean buy(Player player) {
    int first = WARES[stage.random().nextInt(WARES.length)];
    long affordable = player.zeny / Items.SHOP_PRICES.get(first);
    if (affordable == 0) {
      return false;
    }
    open(player);
    List<PricedItem> items = new ArrayList<>(2);
    items.add(ware(first, (int) Math.min(affordable, 1 + stage.random().nextInt(MOST_BOUGHT))));
    long left = player.zeny - total(items);
    // One recorded purchase in seven was of two kinds.
    if (stage.chance(1 / 7.0) && first != Items.FLY_WING && left >= 3 * 60) {
      items.add(ware(Items.FLY_WING, 3));
    }
    stage.pay(player, OPENED_MS, -total(items), Reason.npc_shop, null);
    for (PricedItem item : items) {
      stage.give(player, OPENED_MS + 1, item.getItemId(), item.getAmount(), Reason.npc_shop);
    }
    stage.tell(player, OPENED_MS + 2, new ShopBuy(dealer(player), items, total(items)));
    return true;
  }

  boolean sell(Player player) {
    int item = player.bag.mostOf();
    if (item == 0) {
      return false;
    }
    open(player);
    int amount = (player.bag.amount(item) + 1) / 2;
    List<PricedItem> items = List.of(new PricedItem(item, amount, (long) Items.sellPrice(item)));
    stage.give(player, OPENED_MS, item, -amount, Reason.npc_shop);
    stage.pay(player, OPENED_MS + 1, total(items), Reason.npc_shop, null);
    stage.tell(player, OPENED_MS + 2, new ShopSell(dealer(player), items, total(items)));
    return true;
  }

  /** The player presses the last button: pays and receives, or gives and is paid. */
  boolean trade(Player player) {
    Player other = stage.roster().mate(player, stage.now());
    if (other == null) {
      return false;
    }
    boolean gives = stage.chance(0.5);
    Player giver = gives ? player : other;
    Player taker = gives ? other : player;
    int item = wanted(giver);
    if (item == 0) {
      return false;
    }
    int amount = 1 + stage.random().nextInt(Math.min(MOST_TRADED, giver.bag.amount(item)));
    long zeny = Math.min(taker.zeny, (long) amount * (20 + stage.random().nextInt(200)));
    if (zeny == 0) {
      return false;
    }
    stage.move(other, 0, player.map);
    stage.give(taker, 1, item, amount, Reason.trade);
    stage.give(giver, 1, item, -amount, Reason.trade);
    stage.pay(taker, 2, -zeny, Reason.trade, giver);
    stage.pay(giver, 2, zeny, Reason.trade, taker);
    List<ItemAmount> goods = List.of(new ItemAmount(item, amount));
    stage.tell(
        player,
        2,
        new TradeComplete(
            player.server.nextTrade(),
            other.id,
            gives ? goods : List.of(),
            gives ? List.of() : goods,
            gives ? 0L : zeny,
            gives ? zeny : 0L));
    return true;
  }

  boolean vending(Player buyer) {
    Player seller = stage.roster().mate(buyer, stage.now());
    int item = seller == null ? 0 : wanted(seller);
    if (item == 0) {
      return false;
    }
    long price = 10L + stage.random().nextInt(60);
    int amount =
        (int) Math.min(buyer.zeny / price, 1 + stage.random().nextInt(seller.bag.amount(item)));
    amount = Math.min(amount, 10);
    if (amount == 0) {
      return false;
    }
    long total = amount * price;
    stage.move(buyer, 0, seller.map);
    stage.pay(buyer, 1, -total, Reason.vending, seller);
    stage.pay(seller, 2, total, Reason.vending, buyer);
    stage.give(buyer, 2, item, amount, Reason.vending);
    stage.give(seller, 2, item, -amount, Reason.vending);
    stage.tell(
        buyer,
        3,
        new VendingSale(
            buyer.server.nextSale(),
            seller.id,
            buyer.id,
            List.of(new PricedItem(item, amount, price)),
            total));
    return true;
  }

  /** From the bag to the cart, or back: a pair that sums to nothing. */
  boolean cart(Player player) {
    int item = wanted(player);
    if (item == 0) {
      return false;
    }
    int amount = 1 + stage.random().nextInt(player.bag.amount(item));
    int first = stage.chance(0.5) ? amount : -amount;
    stage.give(player, 0, item, first, Reason.other);
    stage.give(player, 0, item, -first, Reason.other);
    return true;
  }

  boolean throwAway(Player player) {
    int item = player.bag.holding(3, stage.random().nextInt(8));
    if (item == 0) {
      return false;
    }
    stage.tell(player, 0, new ItemDrop(item, 3, null));
    stage.give(player, 1, item, -3, Reason.drop);
    return true;
  }

  private int wanted(Player player) {
    return player.bag.holding(1, stage.random().nextInt(8));
  }

  private void open(Player player) {
    stage.tell(
        player, 0, new NpcInteraction(Npc.DEALER.id(), dealer(player), Interaction.trade, null));
  }

  private static String dealer(Player player) {
    return Npc.DEALER.nameIn(player.map);
  }

  private static PricedItem ware(int item, int amount) {
    return new PricedItem(item, amount, (long) Items.SHOP_PRICES.get(item));
  }

  private static long total(List<PricedItem> items) {
    return items.stream().mapToLong(i -> i.getAmount() * i.getPrice()).sum();
  }
}
