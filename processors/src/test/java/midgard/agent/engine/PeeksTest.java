package midgard.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.economy.ItemDayState;
import midgard.schemas.economy.ItemEconomyState;
import midgard.schemas.economy.ItemShare;
import midgard.schemas.economy.ItemShareChanged;
import org.junit.jupiter.api.Test;

class PeeksTest {
  private static final int COUNTED = 1;
  private static final int FAILS = 2;
  private static final int FORGOTTEN = 3;
  private static final int UNHEARD = 4;

  private static final StateOf<ItemDayState> COUNT =
      StateOf.of(AgentName.ECONOMY, Domain.ITEM, "count", ItemDayState.class);

  /** Counts messages. */
  private static final class Counter extends Agent<ItemDayState> {
    Counter() {
      super(COUNT);
      on(ItemShareChanged.class, Counter::count);
    }

    private static void count(ItemShareChanged message, Context<ItemDayState> context) {
      if (message.getItemId() == UNHEARD) {
        return;
      }
      context.state().setTellAt(context.state().getTellAt() + 1);
      if (message.getItemId() == FAILS) {
        throw new IllegalStateException("Meant to fail.");
      }
      if (message.getItemId() == FORGOTTEN) {
        context.forget();
      }
    }
  }

  /** Notes the count that it sees. */
  private static final class Reader extends Agent<ItemEconomyState> {
    Reader() {
      super(StateOf.of(AgentName.ECONOMY, Domain.ITEM, "reader", ItemEconomyState.class));
      on(
          ItemShareChanged.class,
          (message, context) -> context.state().setLastPriceMilli(context.peek(COUNT).getTellAt()));
    }
  }

  private final World world = new World(List.of(new Counter(), new Reader()));
  private long time = World.at("2026-01-01T00:00:00Z");

  private long seenAfter(int... kinds) {
    for (int kind : kinds) {
      ItemShare share = ItemShare.newBuilder().build();
      world.signal(Domain.ITEM, "501", time++, new ItemShareChanged(kind, share, share));
    }
    return world.state(new Reader(), "501").getLastPriceMilli();
  }

  @Test
  void shouldShowWhatAnEarlierAgentChangedWhenBothHearTheMessage() {
    assertThat(seenAfter(COUNTED, COUNTED)).isEqualTo(2);
  }

  @Test
  void shouldShowWhatIsKeptWhenTheEarlierAgentDidNotAskForItsState() {
    assertThat(seenAfter(COUNTED, COUNTED, UNHEARD)).isEqualTo(2);
  }

  @Test
  void shouldNotShowWhatARuleChangedWhenItFailed() {
    assertThat(seenAfter(COUNTED, FAILS)).isEqualTo(1);
  }

  @Test
  void shouldShowANewStateWhenTheOldOneWasForgotten() {
    assertThat(seenAfter(COUNTED, COUNTED, FORGOTTEN)).isZero();
  }
}
