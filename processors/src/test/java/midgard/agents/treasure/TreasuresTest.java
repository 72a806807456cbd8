package midgard.agents.treasure;

import static midgard.agents.treasure.TreasureWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import midgard.agent.World;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.dynamicboss.GuardCalled;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureSpawn;
import midgard.schemas.treasure.TreasureStatus;
import org.junit.jupiter.api.Test;

class TreasuresTest {
  private static final long HOUR = 3_600_000;

  @Test
  void shouldHideTenOnDifferentMapsWhenTheWorldIsNew() {
    TreasureWorld treasures = TreasureWorld.fresh();

    assertThat(treasures.all()).hasSize(10);
    assertThat(treasures.all()).extracting(Treasure::getSpawnMap).doesNotHaveDuplicates();
    assertThat(treasures.world.changes(TreasureSpawn.class)).hasSize(10);
    assertThat(treasures.world.actions(SpawnNpc.class))
        .hasSameSizeAs(
            treasures.all().stream()
                .filter(t -> t.getTreasureType() != TreasureForm.dig_spot)
                .toList());
  }

  @Test
  void shouldLieInsideTheMapsMarginsWhenItsSizeIsKnown() {
    for (Treasure treasure : TreasureWorld.fresh().all()) {
      var map = MapCatalogue.KNOWN.find(treasure.getSpawnMap()).orElseThrow();
      assertThat(treasure.getSpawnX()).isBetween(50, map.width() - 51);
      assertThat(treasure.getSpawnY()).isBetween(50, map.height() - 51);
    }
  }

  @Test
  void shouldStayTwoToTwelveHoursAndBeGoneAtThatInstantWhenNobodyFindsIt() {
    TreasureWorld treasures = TreasureWorld.fresh();
    for (Treasure treasure : treasures.all()) {
      assertThat(treasure.getDespawnsAt() - START).isBetween(2 * HOUR, 12 * HOUR);
    }
    long first = treasures.all().stream().mapToLong(Treasure::getDespawnsAt).min().orElseThrow();
    assertThat(TreasureView.active(treasures.state(), first - 1, false)).hasSize(10);
    assertThat(TreasureView.active(treasures.state(), first, false)).hasSizeLessThan(10);

    treasures.world.tick(first);

    assertThat(treasures.all())
        .filteredOn(t -> t.getDespawnsAt() == first)
        .extracting(Treasure::getStatus)
        .containsOnly(TreasureStatus.expired);
  }

  @Test
  void shouldHideTenADayAndForgetTheOldOnesWhenWeeksPass() {
    TreasureWorld treasures = TreasureWorld.fresh();
    treasures.world.tickTo(START + 14 * 24 * HOUR, 1_800_000);

    assertThat(
            treasures.world.changes(TreasureSpawn.class).stream()
                .filter(row -> row.getStatus() == TreasureStatus.active))
        .hasSize(150);
    assertThat(treasures.all()).hasSizeLessThanOrEqualTo(20);
    assertThat(treasures.world.actions(RemoveNpc.class))
        .hasSizeGreaterThan(treasures.world.actions(SpawnNpc.class).size() - 10);
  }

  @Test
  void shouldShowNoCellsAndHintsOnlyWhenAskedFor() {
    TreasureWorld treasures = TreasureWorld.fresh();

    assertThat(TreasureView.active(treasures.state(), START, false))
        .allMatch(view -> view.hintText().isEmpty());
    assertThat(TreasureView.active(treasures.state(), START, true))
        .allMatch(view -> view.hintText().orElseThrow().contains(view.spawnMap()));
  }

  @Test
  void shouldRefuseALifeThatEndsBeforeItBeginsWhenConfigured() {
    assertThatThrownBy(() -> new TreasureRules(10, 12, 2))
        .hasMessageContaining("TREASURE_DESPAWN_HOURS_MIN is 12");
  }

  @Test
  void shouldCallAGuardForEachMythicTreasureAndNoOtherWhenTheyAreHidden() {
    TreasureWorld world = TreasureWorld.with(TreasureRarity.mythic);

    assertThat(world.world.signals(GuardCalled.class))
        .extracting(GuardCalled::getTreasureId)
        .containsExactlyElementsOf(
            world.all().stream()
                .filter(treasure -> treasure.getRarity() == TreasureRarity.mythic)
                .map(Treasure::getTreasureId)
                .toList());
  }

  @Test
  void shouldDrawOtherPlacesWhenTheSeedIsAnother() {
    List<String> maps = TreasureWorld.of(1).all().stream().map(Treasure::getSpawnMap).toList();

    assertThat(TreasureWorld.of(2).all()).extracting(Treasure::getSpawnMap).isNotEqualTo(maps);
    World again = TreasureWorld.of(1).world;
    assertThat(
            again
                .state(new Treasures(new TreasureRules(10, 2, 12)), Domain.WORLD_KEY)
                .getTreasures())
        .extracting(Treasure::getSpawnMap)
        .isEqualTo(maps);
  }
}
