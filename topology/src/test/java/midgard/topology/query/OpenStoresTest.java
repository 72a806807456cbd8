package midgard.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class OpenStoresTest {
  private final OpenStores open = new OpenStores();

  private static StateStore store(String name) {
    return Stores.inMemoryKeyValueStore(name).get();
  }

  @Test
  void shouldFindAStoreByItsPartitionWhenSeveralAreOpen() {
    StateStore first = store("player-states");
    StateStore second = store("player-states");
    open.opened(0, first);
    open.opened(1, second);

    assertThat(open.of("player-states", 1)).isSameAs(second);
  }

  @Test
  void shouldSayThatTheWorldIsNotReadyWhenAPartitionWasClosed() {
    StateStore store = store("player-states");
    open.opened(0, store);
    open.closed(0, store);

    assertThatThrownBy(() -> open.of("player-states", 0)).isInstanceOf(WorldNotReady.class);
  }

  @Test
  void shouldKeepTheNewStoreWhenTheOldOneClosesAfterItWasOpened() {
    StateStore old = store("player-states");
    StateStore fresh = store("player-states");
    open.opened(0, old);
    open.opened(0, fresh);

    open.closed(0, old);

    assertThat(open.of("player-states", 0)).isSameAs(fresh);
  }
}
