package midgard.agents.archaeology;

import static midgard.agents.archaeology.DigWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import midgard.agents.archaeology.ArchaeologyRules.Traffic;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.schemas.archaeology.ArtifactCollection;
import midgard.schemas.archaeology.DigSpot;
import midgard.schemas.archaeology.DigSpotRow;
import midgard.schemas.archaeology.PlayerArtifact;
import midgard.schemas.archaeology.SpotDug;
import midgard.schemas.archaeology.SpotStatus;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;

class DigSpotsTest {
  private static final long HOUR = 3_600_000;

  @Test
  void shouldHaveFifteenSpotsApartFromEachOtherAndFromEdgesWhenTheWorldIsNew() {
    List<DigSpot> spots = new DigWorld().spots();

    assertThat(spots).hasSize(15);
    for (DigSpot spot : spots) {
      GameMap map = MapCatalogue.KNOWN.find(spot.getMap()).orElseThrow();
      assertThat(MapCatalogue.KNOWN.isTown(spot.getMap())).isFalse();
      assertThat(spot.getX()).isBetween(50, map.width() - 51);
      assertThat(spot.getY()).isBetween(50, map.height() - 51);
      assertThat(spot.getRarityMilli()).isBetween(100, 800);
      assertThat(spots)
          .filteredOn(other -> other != spot && other.getMap().equals(spot.getMap()))
          .allMatch(other -> DigSites.distance(other, spot.getX(), spot.getY()) >= 30);
    }
  }

  @Test
  void shouldExpireAfterFortyEightHoursWhenNobodyDigs() {
    DigWorld digs = new DigWorld();
    String id = digs.spots().get(0).getSpotId();
    assertThat(ArchaeologyView.active(digs.state(), START + 48 * HOUR - 1)).hasSize(15);
    assertThat(ArchaeologyView.active(digs.state(), START + 48 * HOUR)).isEmpty();
    digs.dig(48 * HOUR, 150001, digs.spots().get(0));
    assertThat(digs.world.signals(SpotDug.class)).isEmpty();

    digs.world.tickTo(START + 48 * HOUR, HOUR);

    assertThat(digs.spots()).hasSize(30).noneMatch(spot -> spot.getSpotId().equals(id));
    assertThat(digs.world.changes(DigSpotRow.class))
        .filteredOn(row -> row.getSpotId().equals(id))
        .extracting(DigSpotRow::getStatus)
        .containsExactly(SpotStatus.active, SpotStatus.expired);
  }

  @Test
  void shouldGiveTheSpotToWhoeverIsFirstWhenTwoDig() {
    DigWorld digs = new DigWorld();
    DigSpot spot = digs.spots().get(3);
    digs.dig(1000, 150002, spot);
    digs.dig(1001, 150001, spot);
    digs.dig(1002, 150002, spot);

    assertThat(digs.digger(150002).getTotalDigs()).isEqualTo(1);
    assertThat(digs.digger(150001).getTotalDigs()).isZero();
    assertThat(digs.spots().get(3).getDugBy()).isEqualTo(150002L);
    PlayerArtifact artifact = digs.world.changes(PlayerArtifact.class).get(0);
    assertThat(digs.world.changes(DigSpotRow.class))
        .last()
        .extracting(DigSpotRow::getDugBy, DigSpotRow::getArtifactFound, DigSpotRow::getStatus)
        .containsExactly(150002L, artifact.getArtifactId(), SpotStatus.dug);
  }

  @Test
  void shouldFindNothingWhenTheSpotIsFourCellsAwayOrOnAnotherMap() {
    DigWorld digs = new DigWorld();
    DigSpot spot = digs.spots().get(0);
    digs.dig(1000, 150001, spot.getMap(), spot.getX() + 4, spot.getY());
    digs.dig(1000, 150001, "moc_fild22", spot.getX(), spot.getY());

    assertThat(digs.world.signals(SpotDug.class)).isEmpty();
    assertThat(digs.world.dump())
        .noneMatch(
            line ->
                line.contains("archaeology-map moc_fild22 ")
                    || line.contains("archaeology-map " + spot.getMap() + " "));
  }

  @Test
  void shouldListTheCollectionsWhenTheWorldIsNew() {
    assertThat(new DigWorld().world.changes(ArtifactCollection.class))
        .extracting(
            ArtifactCollection::getCollectionId,
            ArtifactCollection::getRequiredArtifacts,
            ArtifactCollection::getCompletedByCount)
        .containsExactly(
            tuple("ancient_fossils", 10, 0L),
            tuple("lost_kingdom_relics", 15, 0L),
            tuple("forbidden_tomes", 20, 0L),
            tuple("legendary_treasures", 5, 0L));
  }

  @Test
  void shouldTakeTheBusiestMapsLastWhenPeopleMoveAbout() {
    WorldState world =
        WorldState.newBuilder()
            .setMaps(
                List.of(
                    new MapEntry("pay_fild01", 1, 90L, 0L, false),
                    new MapEntry("prontera", 50, 900L, 0L, false),
                    new MapEntry("prt_fild08", 1, 10L, 0L, false)))
            .build();

    List<String> maps = DigSites.quietestFirst(world);

    assertThat(maps).hasSize(20).doesNotContain("prontera").endsWith("prt_fild08", "pay_fild01");
    assertThat(DigSites.maps(maps, Traffic.QUIET)).hasSize(6);
    assertThat(DigSites.maps(maps, Traffic.MIDDLE)).hasSize(8);
    assertThat(DigSites.maps(maps, Traffic.BUSY)).hasSize(6).endsWith("pay_fild01");
  }
}
