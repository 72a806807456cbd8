package midgard.agents.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import midgard.agents.storyline.WorldStateSnapshot.Allegiance;
import midgard.maps.MapCatalogue;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.StorylineState;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ArcChoiceTest {
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);

  private static WorldStateSnapshot world(int level, Allegiance allegiance, String... maps) {
    WorldState state = WorldState.newBuilder().setMeanLevelMilli(level * 1000L).build();
    List<MapEntry> entries = new ArrayList<>();
    for (String map : maps) {
      entries.add(new MapEntry(map, 10, 10L, 10L, false));
    }
    state.setMaps(entries);
    return WorldStateSnapshot.of(
        state,
        EconomyState.newBuilder().build(),
        ProblemState.newBuilder().build(),
        StorylineState.newBuilder().build(),
        allegiance,
        1_000_000L);
  }

  private static WorldStateSnapshot world(int level) {
    return world(level, Allegiance.UNKNOWN);
  }

  private static PastArc past(String template, String faction, ArcStatus status) {
    return PastArc.newBuilder()
        .setArcId(template)
        .setTemplateId(template)
        .setArcName(template)
        .setArcSummary("")
        .setTheme("")
        .setDominantFaction(faction)
        .setStatus(status)
        .setDurationDays(9)
        .setTotalParticipants(0)
        .setTotalChapters(3)
        .setChaptersCompleted(0)
        .setSuccessRateMilli(0)
        .setOutcomeSummary("")
        .setWorldChanges(List.of())
        .setHeroes(List.of())
        .setStartedAt(0)
        .setCompletedAt(0)
        .build();
  }

  private ArcTemplate draw(WorldStateSnapshot world, List<PastArc> past) {
    return ArcChoice.choose(world, past, ArcChoice.Wish.NONE, random);
  }

  @Test
  void shouldFallBackWhenNothingWasMeasured() {
    assertThat(draw(world(0), List.of()).id()).isEqualTo("gathering_storm");
  }

  @Test
  void shouldDrawOnlyWhatThePlayersCanReachWhenTheLevelIsKnown() {
    for (int i = 0; i < 500; i++) {
      assertThat(draw(world(20), List.of()).minLevel()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void shouldDrawNoneOfTheLastFiveWhenItIsChosen() {
    List<PastArc> past =
        ArcLibrary.ALL.stream()
            .limit(6)
            .map(arc -> past(arc.id(), arc.faction(), ArcStatus.completed))
            .toList();
    boolean sixth = false;
    for (int i = 0; i < 500; i++) {
      String drawn = draw(world(99), past).id();
      assertThat(past.subList(0, 5)).noneMatch(arc -> arc.getTemplateId().equals(drawn));
      sixth |= past.get(5).getTemplateId().equals(drawn);
    }
    assertThat(sixth).isTrue();
  }

  @Test
  void shouldDrawInProportionToTheWeightsWhenDrawnOften() {
    Allegiance spirits =
        new Allegiance(Optional.of("nature_spirits"), List.of(), OptionalLong.of(5000));
    WorldStateSnapshot world = world(30, spirits, "izlude");
    Map<String, Integer> drawn = new TreeMap<>();
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      drawn.merge(draw(world, List.of()).id(), 1, Integer::sum);
    }

    List<ArcTemplate> reach = ArcLibrary.ALL.stream().filter(arc -> arc.minLevel() <= 30).toList();
    int total = reach.stream().mapToInt(arc -> ArcChoice.weight(arc, world, List.of())).sum();
    double chiSquare = 0;
    for (ArcTemplate arc : reach) {
      double expected = (double) draws * ArcChoice.weight(arc, world, List.of()) / total;
      double off = drawn.getOrDefault(arc.id(), 0) - expected;
      chiSquare += off * off / expected;
    }
    assertThat(drawn).hasSize(reach.size());
    // 99.9 % of the distribution with five degrees of freedom.
    assertThat(chiSquare).isLessThan(20.5);
  }

  @Test
  void shouldWeighMoreWhatFitsWhenFactionMoodPlaceAndLevelAreKnown() {
    Allegiance spirits =
        new Allegiance(Optional.of("nature_spirits"), List.of(), OptionalLong.of(5000));
    ArcTemplate roots = ArcsOfWonder.WHISPERING_ROOTS;

    assertThat(ArcChoice.weight(roots, world(15, spirits, "payon"), List.of())).isEqualTo(60);
    assertThat(ArcChoice.weight(roots, world(99), List.of())).isEqualTo(10);
    assertThat(
            ArcChoice.weight(
                roots,
                world(99),
                List.of(past("drowned_bell", "nature_spirits", ArcStatus.failed))))
        .isEqualTo(20);
  }

  @Test
  void shouldObeyTheWishWhenItCanBeMet() {
    ArcChoice.Wish frost = new ArcChoice.Wish(Optional.of("frost"), Optional.empty());
    ArcChoice.Wish none = new ArcChoice.Wish(Optional.of("frost"), Optional.of("shadow_cult"));

    assertThat(ArcChoice.choose(world(0), List.of(), frost, random).theme()).isEqualTo("frost");
    assertThat(ArcChoice.choose(world(99), List.of(), none, random)).isEqualTo(ArcLibrary.FALLBACK);
  }

  @Test
  void shouldBeWholeWhenAnArcIsInTheLibrary() {
    assertThat(ArcLibrary.ALL).extracting(ArcTemplate::id).doesNotHaveDuplicates();
    assertThat(ArcLibrary.ALL).hasSizeGreaterThan(8);
    for (ArcTemplate arc : ArcLibrary.ALL) {
      assertThat(arc.days()).as(arc.id()).isBetween(7, 30);
      assertThat(arc.chapters()).as(arc.id()).hasSize(StorylineRules.chapters(arc.days()));
      assertThat(arc.chapters()).allMatch(chapter -> !chapter.quests().isEmpty());
      assertThat(arc.name()).hasSizeLessThan(200);
      assertThat(arc.faction()).isIn("rune_alliance", "shadow_cult", "nature_spirits");
      assertThat(arc.boss().monsterId()).isGreaterThanOrEqualTo(1000);
      assertThat(arc.boss().hpRateMilli()).isBetween(1000, 10_000);
      assertThat(arc.boss().dropBonusPercent()).isBetween(0, 500);
      assertThat(MapCatalogue.KNOWN.isTown(arc.town())).as(arc.town()).isTrue();
      assertThat(MapCatalogue.KNOWN.find(arc.boss().map())).as(arc.boss().map()).isPresent();
      if (!arc.ground().isEmpty()) {
        assertThat(MapCatalogue.KNOWN.find(arc.ground())).as(arc.ground()).isPresent();
      }
    }
  }
}
