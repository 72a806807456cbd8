package midgard.agents.economysocial;

import java.time.Duration;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.economysocial.GoodsSold;
import midgard.schemas.economysocial.ShelfState;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.ShopBuy;

/** What NPC shops sell of one item; told to the world once a minute, then forgotten. */
public final class ShopShelf extends Agent<ShelfState> {
  public static final StateOf<ShelfState> STATE =
      StateOf.of(AgentName.ECONOMY_SOCIAL, Domain.ITEM, ShelfState.class);

  private static final Duration TELL_EVERY = Duration.ofMinutes(1);
  private static final String TELL = "tell";

  public ShopShelf() {
    super(STATE);
    on(ShopBuy.class, this::buy);
    onTimer(TELL, (due, context) -> tell(context));
  }

  private void buy(ShopBuy buy, Context<ShelfState> context) {
    int item = Integer.parseInt(context.key());
    for (PricedItem line : buy.getItems()) {
      if (line.getItemId() == item && line.getPrice() > 0) {
        ShelfState state = context.state();
        state.setPieces(Math.addExact(state.getPieces(), (long) line.getAmount()));
        state.setPrice(Math.max(state.getPrice(), line.getPrice()));
        context.wakeAt(context.nextTurn(TELL_EVERY), TELL);
      }
    }
  }

  private static void tell(Context<ShelfState> context) {
    ShelfState state = context.state();
    if (state.getPieces() > 0) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new GoodsSold(Integer.parseInt(context.key()), state.getPieces(), state.getPrice()));
    }
    context.forget();
  }
}
