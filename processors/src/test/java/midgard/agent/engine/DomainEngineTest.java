package midgard.agent.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.World;
import midgard.agents.storyline.Storyline;
import org.junit.jupiter.api.Test;

class DomainEngineTest {
  @Test
  void shouldNameTheAgentWhenTwoHaveTheSameName() {
    List<Agent<?>> twins = List.of(new Storyline(false), new Storyline(false));

    assertThatThrownBy(() -> new World(twins))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("storyline-world");
  }
}
