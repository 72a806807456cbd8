package midgard.agents.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.model.LlmCost;
import midgard.schemas.model.ModelCost;
import midgard.schemas.model.ModelSpent;
import midgard.schemas.model.ModelTier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ModelCostsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final long NOON = World.at("2026-11-22T12:00:00Z");

  private final World world = new World(ModelAgents.of(Settings.DEFAULTS));

  private static ModelSpent spent(String agent, String provider, ModelTier tier, long cost) {
    return new ModelSpent("r", agent, (int) DAY.toEpochDay(), provider, "m", tier, 100L, 20L, cost);
  }

  private void book(ModelSpent spent) {
    world.signal(Domain.WORLD, ModelCosts.key(DAY), NOON, spent);
  }

  private List<ModelCost> costs() {
    return world.state(new ModelCosts(), ModelCosts.key(DAY)).getCosts();
  }

  @Test
  void shouldAddUpWhatOneAgentHadFromOneModelWhenItIsBooked() {
    book(spent("quest-player", "xai", ModelTier.model, 140));
    book(spent("quest-player", "xai", ModelTier.model, 10));
    book(spent("dialogue-npc", "xai", ModelTier.model, 5));

    assertThat(costs())
        .containsExactly(
            new ModelCost("dialogue-npc", "xai", "m", ModelTier.model, 1L, 100L, 20L, 5L),
            new ModelCost("quest-player", "xai", "m", ModelTier.model, 2L, 200L, 40L, 150L));
  }

  @Test
  void shouldWriteTheWholeRowWhenItIsBooked() {
    book(spent("quest-player", "xai", ModelTier.model, 140));
    book(spent("quest-player", "xai", ModelTier.model, 10));

    List<LlmCost> rows = world.changes(LlmCost.class);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).getDay()).isEqualTo("2026-11-22");
    assertThat(rows.get(1).getRequests()).isEqualTo(2);
    assertThat(rows.get(1).getCostMicroUsd()).isEqualTo(150);
    assertThat(rows.get(1).getUpdatedAt().toEpochMilli()).isEqualTo(NOON);
  }

  @Test
  void shouldKeepWhatWasBookedBeforeTheFirstTickWhenTheClockBegins() {
    world.signal(
        Domain.WORLD,
        ModelCosts.key(DAY),
        1_000_000,
        spent("quest-player", "xai", ModelTier.model, 140));

    world.tick(NOON);

    assertThat(costs()).hasSize(1);
  }

  @Test
  void shouldForgetADayWhenItIsFortyDaysOld() {
    world.tick(NOON);
    book(spent("quest-player", "xai", ModelTier.model, 140));

    world.tick(NOON + Duration.ofDays(40).toMillis() - 1);
    assertThat(costs()).isNotEmpty();

    world.tick(NOON + Duration.ofDays(40).toMillis());
    assertThat(costs()).isEmpty();
  }

  @Property(tries = 50)
  void shouldLoseNothingWhenBookingsComeInAnyOrder(
      @ForAll @Size(max = 30) List<@IntRange(max = 100_000) Integer> amounts) {
    World any = new World(ModelAgents.of(Settings.DEFAULTS));
    for (int i = 0; i < amounts.size(); i++) {
      any.signal(
          Domain.WORLD,
          ModelCosts.key(DAY),
          NOON,
          spent("a" + i % 3, "p" + i % 2, ModelTier.values()[i % 5], amounts.get(i)));
    }

    List<ModelCost> costs = any.state(new ModelCosts(), ModelCosts.key(DAY)).getCosts();

    assertThat(costs.stream().mapToLong(ModelCost::getCostMicroUsd).sum())
        .isEqualTo(amounts.stream().mapToLong(Integer::longValue).sum());
    assertThat(costs.stream().mapToLong(ModelCost::getRequests).sum()).isEqualTo(amounts.size());
  }
}
