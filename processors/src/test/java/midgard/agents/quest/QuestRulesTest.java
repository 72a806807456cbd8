package midgard.agents.quest;

import static org.assertj.core.api.Assertions.assertThat;

import midgard.maps.MapCatalogue;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestDifficulty;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestRewards;
import midgard.schemas.quest.QuestType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestRulesTest {
  private static final int DRAWS = 10_000;

  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  @ParameterizedTest
  @CsvSource({
    "1,trivial,easy",
    "9,trivial,easy",
    "10,easy,normal",
    "29,easy,normal",
    "30,normal,hard",
    "49,normal,hard",
    "50,hard,very_hard",
    "79,hard,very_hard",
    "80,very_hard,epic",
    "999,very_hard,epic"
  })
  void shouldBeAsHardAsTheReferenceSaysWhenThePlayerHasALevel(
      int level, QuestDifficulty easier, QuestDifficulty harder) {
    UniformRandomProvider random = random(7);
    int easy = 0;
    for (int i = 0; i < DRAWS; i++) {
      QuestDifficulty drawn = QuestRules.difficulty(level, random);
      assertThat(drawn).isIn(easier, harder);
      easy += drawn == easier ? 1 : 0;
    }

    // chi-square with one degree of freedom, at one in a million
    double off = easy - DRAWS / 2.0;
    assertThat(2 * off * off / (DRAWS / 2.0)).isLessThan(23.9);
  }

  @ParameterizedTest
  @CsvSource({"fetch,5000,2500", "kill,7500,3750", "delivery,4000,5000"})
  void shouldPayTheReferencesFiguresWhenTheLevelIs50(QuestType type, long exp, long zeny) {
    assertThat(QuestRules.rewards(type, 50)).isEqualTo(new QuestRewards(exp, zeny, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "Prontera Guard,kill", "Blacksmith Hollgrehenn,craft", "Kafra Employee,delivery",
    "Sage Legon,investigate", "Tourist Guide,explore", "Village Chief,dialogue",
    "Crying Child,escort", "Farmer,fetch"
  })
  void shouldAskForWhatSuitsTheTradeWhenTheNameShowsOne(String npc, QuestType type) {
    assertThat(QuestRules.type(npc, random(1))).isEqualTo(type);
  }

  @Property
  void shouldAlwaysBeDoableAndPayWhenAnybodyAsksForAnything(
      @ForAll @IntRange(min = 1, max = 999) int level,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    UniformRandomProvider random = random(seed);
    var maps = MapCatalogue.KNOWN.all();
    String map = seed % 7 == 0 ? "" : maps.get(random.nextInt(maps.size())).name();
    Quest quest = QuestOffer.draw("quest-1-1", 60_000, "Somebody", map, level, 1L, random);

    assertThat(quest.getRewards().getBaseExp()).isPositive();
    assertThat(quest.getRewards().getZeny()).isPositive();
    assertThat(level).isBetween(quest.getMinLevel(), quest.getMaxLevel());
    assertThat(quest.getObjectives()).isNotEmpty();
    for (QuestObjective objective : quest.getObjectives()) {
      assertThat(objective.getRequired()).isBetween(1, 30);
      if (!objective.getMap().isEmpty()) {
        assertThat(MapCatalogue.KNOWN.find(objective.getMap())).isPresent();
      }
    }
  }
}
