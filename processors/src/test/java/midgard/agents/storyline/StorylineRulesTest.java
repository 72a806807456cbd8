package midgard.agents.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorylineRulesTest {
  @ParameterizedTest
  @CsvSource({"7,3,56", "9,3,72", "14,4,72", "30,10,72"})
  void shouldHaveAChapterEveryThreeDaysWhenTheArcLastsSoLong(int days, int chapters, long hours) {
    assertThat(StorylineRules.chapters(days)).isEqualTo(chapters);
    assertThat(StorylineRules.chapterLength(days)).isEqualTo(hours * StoryWorld.HOUR);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,2", "2,2", "3,3", "4,3", "5,4", "7,4", "8,5", "99,5"})
  void shouldComeBackStrongerWhenTheVillainWasBeaten(int defeats, int tier) {
    assertThat(StorylineRules.villainTier(defeats)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({
    "1000,5,success",
    "700,5,success",
    "699,5,mixed",
    "301,5,mixed",
    "300,5,failure",
    "0,0,timeout"
  })
  void shouldJudgeAChapterByItsPointsWhenItsTimeIsUp(
      int rate, int participants, ChapterOutcome outcome) {
    assertThat(StorylineRules.outcome(rate, participants)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"0,100", "1,120", "30,700", "45,1000", "500,1000"})
  void shouldAskForMoreWhenMoreAreOnLine(int online, long points) {
    assertThat(StorylineRules.requiredPoints(online)).isEqualTo(points);
  }

  @Property(tries = 25)
  void shouldRankAlikeWhenUnrelatedPlayersComeInAnotherOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 200) Integer> scores) {
    StoryWorld one = new StoryWorld();
    StoryWorld other = new StoryWorld();
    List<DeedShare> shares = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      shares.add(new DeedShare(150001L + i, scores.get(i)));
    }
    for (int i = 0; i < shares.size(); i++) {
      one.deed(StoryWorld.HOUR, DeedOutcome.mixed, shares.get(i));
      other.deed(StoryWorld.HOUR, DeedOutcome.mixed, shares.get(shares.size() - 1 - i));
    }

    assertThat(ArcView.participants(other.state(), 500))
        .isEqualTo(ArcView.participants(one.state(), 500))
        .allMatch(entry -> entry.contributionScore() <= StorylineRules.MOST_PER_DEED);
  }

  @Property(tries = 5)
  void shouldKeepTheBestWhenMoreTakePartThanAreKept(@ForAll @IntRange(min = 1, max = 20) int more) {
    StoryWorld story = new StoryWorld();
    int all = StorylineRules.PARTICIPANTS_KEPT + more;
    List<DeedShare> shares = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      shares.add(new DeedShare(150001L + i, i < more ? 1 : 2 + i % 50));
    }
    story.deed(StoryWorld.HOUR, DeedOutcome.mixed, shares.toArray(DeedShare[]::new));

    assertThat(story.state().getParticipants())
        .hasSize(StorylineRules.PARTICIPANTS_KEPT)
        .allMatch(entry -> entry.getContributionScore() > 1);
    assertThat(story.state().getTotalParticipants()).isEqualTo(all);
  }
}
