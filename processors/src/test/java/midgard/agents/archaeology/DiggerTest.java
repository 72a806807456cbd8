package midgard.agents.archaeology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.StartInstance;
import midgard.schemas.archaeology.ArchaeologyProgress;
import midgard.schemas.archaeology.ArchaeologyState;
import midgard.schemas.archaeology.ArtifactCollection;
import midgard.schemas.archaeology.ArtifactType;
import midgard.schemas.archaeology.CollectionProgress;
import midgard.schemas.archaeology.PlayerArtifact;
import midgard.schemas.archaeology.SecretLocation;
import midgard.schemas.archaeology.SpentTreasureMap;
import midgard.schemas.archaeology.UnlockSecret;
import org.junit.jupiter.api.Test;

class DiggerTest {
  private static final long PLAYER = 150001;

  @Test
  void shouldReachTheLevelOfItsDigsWhenAPlayerDigs() {
    DigWorld digs = new DigWorld();
    digs.digs(PLAYER, 30);
    digs.digs(PLAYER, 30);

    assertThat(digs.digger(PLAYER).getTotalDigs()).isEqualTo(30);
    assertThat(digs.world.changes(ArchaeologyProgress.class))
        .last()
        .extracting(ArchaeologyProgress::getArchaeologyLevel)
        .isEqualTo(3);
  }

  @Test
  void shouldRewardACollectionOnceWhenItIsComplete() {
    DigWorld digs = new DigWorld();
    digs.digs(PLAYER, 300);

    ArchaeologyState state = digs.digger(PLAYER);
    List<String> complete =
        state.getCollections().stream()
            .filter(CollectionProgress::getComplete)
            .map(CollectionProgress::getCollectionId)
            .toList();
    assertThat(complete).contains("forbidden_tomes");
    List<GiveReward> rewards = digs.world.actions(GiveReward.class);
    assertThat(rewards).hasSameSizeAs(complete);
    assertThat(rewards)
        .filteredOn(reward -> "Lorekeeper".equals(reward.getTitle()))
        .singleElement()
        .satisfies(
            reward -> {
              assertThat(reward.getBuffs()).hasSize(2);
              assertThat(reward.getItems()).hasSize(1);
            });
    assertThat(digs.world.changes(ArtifactCollection.class))
        .filteredOn(row -> row.getCollectionId().equals("forbidden_tomes"))
        .last()
        .extracting(ArtifactCollection::getCompletedByCount)
        .isEqualTo(1L);
    for (CollectionProgress progress : state.getCollections()) {
      assertThat(progress.getCount())
          .isEqualTo(
              (int)
                  digs.world.changes(PlayerArtifact.class).stream()
                      .filter(a -> progress.getCollectionId().equals(a.getCollectionName()))
                      .count());
    }
  }

  @Test
  void shouldSpendATreasureMapOnAPlaceForHalfAnHourWhenItIsHandedOver() {
    DigWorld digs = new DigWorld();
    digs.digs(PLAYER, 100);
    List<String> maps = List.copyOf(digs.digger(PLAYER).getTreasureMaps());
    assertThat(maps).hasSizeGreaterThan(3);
    digs.handOver(60_000, PLAYER);
    digs.handOver(60_000, PLAYER);
    digs.handOver(60_000 + 1_799_999, PLAYER);

    assertThat(digs.digger(PLAYER).getTreasureMaps()).isEqualTo(maps.subList(1, maps.size()));
    assertThat(digs.world.actions(StartInstance.class)).hasSize(1);
    SecretLocation place = digs.world.changes(SecretLocation.class).get(0);
    assertThat(place.getClosesAt()).isEqualTo(place.getUnlockedAt().plusSeconds(1800));
    assertThat(place.getAccessMap()).isEqualTo("secret_" + place.getLocationId());

    digs.handOver(60_000 + 1_800_000, PLAYER);
    assertThat(digs.world.changes(SpentTreasureMap.class))
        .extracting(SpentTreasureMap::getArtifactId)
        .containsExactly(maps.get(0), maps.get(1));
  }

  @Test
  void shouldSpendTheMapThatIsNamedAndNoneThatThePlayerHasNot() {
    DigWorld digs = new DigWorld();
    digs.digs(PLAYER, 100);
    String second = digs.digger(PLAYER).getTreasureMaps().get(1);
    unlock(digs, "artifact-of-another");
    assertThat(digs.world.changes(SpentTreasureMap.class)).isEmpty();

    unlock(digs, second);

    assertThat(digs.world.changes(SpentTreasureMap.class))
        .extracting(SpentTreasureMap::getArtifactId)
        .containsExactly(second);
  }

  private static void unlock(DigWorld digs, String map) {
    digs.world.signal(
        Domain.PLAYER, Long.toString(PLAYER), DigWorld.START + 5000, new UnlockSecret(map));
  }

  @Test
  void shouldDoNothingWhenThereIsNoMapToHandOver() {
    DigWorld digs = new DigWorld();
    digs.handOver(1000, PLAYER);

    assertThat(digs.world.actions(StartInstance.class)).isEmpty();
    assertThat(digs.world.changes(PlayerArtifact.class))
        .noneMatch(artifact -> artifact.getArtifactType() == ArtifactType.treasure_map);
  }
}
