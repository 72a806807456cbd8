package midgard.agents.treasure;

import static midgard.agents.treasure.TreasureWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Interaction;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Deed;
import midgard.schemas.treasure.Treasure;
import midgard.schemas.treasure.TreasureDiscovery;
import midgard.schemas.treasure.TreasureRarity;
import midgard.schemas.treasure.TreasureStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreasureDiscoveryTest {
  private static final long ANNA = 150001;
  private static final long BERT = 150002;

  @Test
  void shouldBelongToTheFirstWhenTwoDigAtTheSamePlace() {
    TreasureWorld treasures = TreasureWorld.fresh();
    Treasure treasure = treasures.all().get(0);
    treasures.dig(treasure, 3, ANNA, START + 10).dig(treasure, 0, BERT, START + 11);
    treasures.dig(treasure, 0, ANNA, START + 12);

    assertThat(treasures.world.actions(GiveReward.class))
        .extracting(GiveReward::getPlayerId)
        .containsExactly(ANNA);
    assertThat(treasures.world.changes(TreasureDiscovery.class)).hasSize(1);
    assertThat(treasures.all().get(0).getStatus()).isEqualTo(TreasureStatus.claimed);
    assertThat(treasures.all().get(0).getDiscoveredBy()).isEqualTo(ANNA);
    assertThat(TreasureView.active(treasures.state(), START + 20, false)).hasSize(9);
  }

  @Test
  void shouldFindNothingWhenItIsFourCellsAwayOrOnlyTalkedNextTo() {
    TreasureWorld treasures = TreasureWorld.fresh();
    Treasure treasure = treasures.all().get(0);
    String map = treasure.getSpawnMap();
    treasures.dig(treasure, 4, ANNA, START + 10);
    treasures.interact(
        map, treasure.getSpawnX(), treasure.getSpawnY(), "Kafra", Interaction.talk, ANNA, START);

    assertThat(treasures.world.actions(GiveReward.class)).isEmpty();
  }

  @Test
  void shouldBeFoundFromAfarWhenTheGameNamesIt() {
    TreasureWorld treasures = TreasureWorld.fresh();
    Treasure treasure = treasures.all().get(0);
    treasures.interact(
        treasure.getSpawnMap(), 1, 1, treasure.getTreasureId(), Interaction.talk, ANNA, START + 5);

    assertThat(treasures.world.actions(GiveReward.class)).hasSize(1);
  }

  @Test
  void shouldBeGoneAtThatInstantWhenItsTimeIsOver() {
    TreasureWorld treasures = TreasureWorld.fresh();
    Treasure treasure = treasures.all().get(0);
    treasures.dig(treasure, 0, ANNA, treasure.getDespawnsAt());
    assertThat(treasures.world.actions(GiveReward.class)).isEmpty();

    treasures.dig(treasure, 0, BERT, treasure.getDespawnsAt() - 1);

    assertThat(treasures.world.actions(GiveReward.class)).hasSize(1);
  }

  @Test
  void shouldBeClaimedWhenItWasFoundInTimeButTheWorldHearsOfItLate() {
    TreasureWorld treasures = TreasureWorld.fresh();
    Treasure treasure = treasures.all().get(0);
    treasures.world.tick(treasure.getDespawnsAt());
    treasures.dig(treasure, 0, BERT, treasure.getDespawnsAt() - 1);

    assertThat(treasures.all().get(0).getStatus()).isEqualTo(TreasureStatus.claimed);
  }

  @ParameterizedTest
  @EnumSource(TreasureRarity.class)
  void shouldEarnReputationAndFragmentsByItsRarityWhenItIsFound(TreasureRarity rarity) {
    TreasureWorld treasures = TreasureWorld.with(rarity);
    Treasure treasure = treasures.of(rarity);
    treasures.dig(treasure, 1, ANNA, START + 10);

    int merit = new int[] {10, 25, 50, 100}[rarity.ordinal()];
    assertThat(treasures.world.signals(ReputationGain.class))
        .containsExactly(
            new ReputationGain(
                ReputationKind.explorer,
                merit,
                rarity + " treasure found",
                treasure.getTreasureId()));
    assertThat(treasures.purse(ANNA).getFragments())
        .isBetween(
            new int[] {0, 1, 5, 15}[rarity.ordinal()], new int[] {0, 1, 5, 25}[rarity.ordinal()]);
    boolean famous = rarity.ordinal() >= TreasureRarity.gold.ordinal();
    assertThat(treasures.world.signals(Deed.class)).hasSize(famous ? 1 : 0);
    assertThat(treasures.world.actions(BroadcastMessage.class)).hasSize(famous ? 2 : 1);
  }
}
