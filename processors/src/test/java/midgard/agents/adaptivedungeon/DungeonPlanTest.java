package midgard.agents.adaptivedungeon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import midgard.schemas.Domain;
import midgard.schemas.adaptivedungeon.AdaptiveDungeon;
import midgard.schemas.adaptivedungeon.Dungeon;
import midgard.schemas.adaptivedungeon.DungeonFloor;
import midgard.schemas.adaptivedungeon.DungeonRoom;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.adaptivedungeon.DungeonTheme;
import midgard.schemas.adaptivedungeon.FloorPool;
import midgard.schemas.adaptivedungeon.PoolMonster;
import midgard.schemas.adaptivedungeon.RoomType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DungeonPlanTest {
  private static final long DAY = 86_400_000;

  private static DungeonPlan plan(long seed) {
    return new DungeonPlan(RandomSource.XO_SHI_RO_256_PP.create(seed));
  }

  @Property(tries = 300)
  void shouldKeepTheRulesOfTheLayoutWhateverIsDrawn(@ForAll long seed, @ForAll DungeonTheme theme) {
    Dungeon dungeon = plan(seed).dungeon("d", theme, 0, 1);

    assertThat(dungeon.getFloorCount()).isBetween(5, 10);
    assertThat(dungeon.getDifficultyRating()).isBetween(3, 6);
    assertThat(dungeon.getBossPool().size()).isBetween(1, 3);
    for (DungeonFloor floor : dungeon.getLayouts()) {
      List<DungeonRoom> rooms = floor.getRooms();
      boolean last = floor.getFloorNumber() == dungeon.getFloorCount();
      assertThat(rooms.size()).isBetween(3, 7);
      assertThat(rooms.get(0).getRoomType()).isEqualTo(RoomType.combat);
      assertThat(rooms.get(rooms.size() - 1).getRoomType() == RoomType.boss).isEqualTo(last);
      assertThat(rooms.stream().filter(room -> room.getRoomType() == RoomType.boss).count())
          .isEqualTo(last ? 1 : 0);
      assertThat(rooms.stream().filter(room -> room.getRoomType() == RoomType.checkpoint).count())
          .isEqualTo(floor.getFloorNumber() % 3 == 0 ? 1 : 0);
    }
  }

  @Property(tries = 300)
  void shouldHaveOtherMonstersThanTheFloorBeforeWhateverIsDrawn(
      @ForAll long seed, @ForAll DungeonTheme theme) {
    Set<Integer> before = Set.of();
    for (FloorPool pool : plan(seed).dungeon("d", theme, 0, 1).getMonsterPools()) {
      List<Integer> monsters = pool.getMonsters().stream().map(PoolMonster::getMonsterId).toList();
      assertThat(monsters).doesNotHaveDuplicates().hasSizeBetween(3, 5);
      assertThat(new HashSet<>(monsters)).isNotEqualTo(before);
      before = new HashSet<>(monsters);
    }
  }

  @Test
  void shouldHaveTheFactionsThemeInThreeOfTenDaysAndASeventhOfTheOthersWhenOneIsActive() {
    int demons = 0;
    List<DungeonTheme> others = new ArrayList<>();
    for (long seed = 1; seed <= 10_000; seed++) {
      DungeonTheme theme = plan(seed).theme("shadow_cult");
      if (theme == DungeonTheme.demon_day) {
        demons++;
      } else {
        others.add(theme);
      }
    }

    // 0.3 + 0.7 / 7 = 0.4; five standard deviations are 245.
    assertThat(demons).isBetween(3755, 4245);
    assertThat(new HashSet<>(others)).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"10,6,2,1060", "10,5,4,625", "5,4,12,144", "10,6,1,1500", "7,4,3,404"})
  void shouldGiveTokensByFloorsBonusAndPartyWhenDone(
      int floors, int quarters, int players, int tokens) {
    assertThat(DungeonRules.tokens(floors, quarters, players)).isEqualTo(tokens);
  }

  @Property
  void shouldRoundTokensDownWhateverTheParty(
      @ForAll @IntRange(min = 1, max = 10) int floors,
      @ForAll @IntRange(min = 4, max = 6) int quarters,
      @ForAll @IntRange(min = 1, max = 12) int players) {
    long whole = floors * 25L * quarters;
    long tokens = DungeonRules.tokens(floors, quarters, players);

    assertThat(tokens * tokens * players).isLessThanOrEqualTo(whole * whole);
    assertThat((tokens + 1) * (tokens + 1) * players).isGreaterThan(whole * whole);
  }

  @ParameterizedTest
  @CsvSource({"0,6", "1799999,6", "1800000,5", "2699999,5", "2700000,4", "3600000,4"})
  void shouldGiveABonusByTheTimeTaken(long millis, int quarters) {
    assertThat(new DungeonRules(60, 673).timeBonusQuarters(millis)).isEqualTo(quarters);
  }

  @Test
  void shouldReplaceTheDungeonAtAQuarterPastMidnightWhenDaysPass() {
    DungeonWorld dungeons = new DungeonWorld();
    long midnight = DungeonWorld.START + DAY / 2;
    assertThat(dungeons.dungeon().getExpiresAt()).isEqualTo(midnight + 900_000);
    assertThat(
            DungeonView.current(
                dungeons.world.state(new DailyDungeon(), Domain.WORLD_KEY), midnight + 900_000))
        .isEmpty();
    dungeons.world.tickTo(midnight + 900_000 + 2 * DAY, 300_000);

    assertThat(dungeons.world.changes(AdaptiveDungeon.class))
        .extracting(AdaptiveDungeon::getStatus)
        .containsExactly(
            DungeonStatus.active,
            DungeonStatus.expired,
            DungeonStatus.active,
            DungeonStatus.expired,
            DungeonStatus.active,
            DungeonStatus.expired,
            DungeonStatus.active);
  }
}
