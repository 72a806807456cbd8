package midgard.agents.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.reputation.Rank;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationHistory;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.reputation.ReputationState;
import midgard.schemas.reputation.TierProgression;
import midgard.schemas.reputation.UnlockedBenefit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReputationTest {
  private static final long NOON = World.at("2026-11-22T12:00:00Z");
  private static final long DAY = 86_400_000L;

  private final Reputation reputation = new Reputation(new ReputationRules(500));
  private final Leaderboard leaderboard = new Leaderboard();
  private final World world = new World(ReputationAgents.of(Settings.DEFAULTS));

  private ReputationState gain(long time, ReputationKind kind, int amount) {
    return gain(world, "150101", time, kind, amount);
  }

  private ReputationState gain(
      World world, String player, long time, ReputationKind kind, int amount) {
    world.signal(Domain.PLAYER, player, time, new ReputationGain(kind, amount, "test", "object"));
    return world.state(reputation, player);
  }

  @Example
  void shouldKnowAPlayerWhenHeLogsIn() {
    world.event(
        Domain.PLAYER, "150101", Events.event(NOON, 150101, "prontera", new PlayerLogin(null)));

    assertThat(world.state(reputation, "150101").getKnown()).isTrue();
  }

  @Example
  void shouldNotVanishWhenAGainIsSmall() {
    assertThat(gain(NOON, ReputationKind.world_guardian, 3).getInfluenceMilli()).isEqualTo(900);
    assertThat(gain(NOON, ReputationKind.faction_loyalist, 9).getInfluenceMilli()).isEqualTo(1800);
    assertThat(ReputationRules.shown(1800)).isEqualTo(2);
    assertThat(ReputationRules.shown(1499)).isEqualTo(1);
  }

  @Example
  void shouldCutOffWhatIsOverTheCapWhenADayIsFull() {
    gain(NOON, ReputationKind.explorer, 450);
    ReputationState state = gain(NOON + 1, ReputationKind.explorer, 100);

    assertThat(state.getMerits().get(ReputationKind.explorer.ordinal()).getPoints()).isEqualTo(500);
    assertThat(world.changes(ReputationHistory.class))
        .extracting(ReputationHistory::getAmount)
        .containsExactly(450, 50);
  }

  @Example
  void shouldWriteNothingWhenTheDayWasFullAlready() {
    gain(NOON, ReputationKind.explorer, 500);
    int changes = world.changes().size();

    gain(NOON + 1, ReputationKind.explorer, 1);

    assertThat(world.changes()).hasSize(changes);
  }

  @Example
  void shouldStartAnewWhenTheNextDayBegins() {
    gain(NOON, ReputationKind.explorer, 500);
    ReputationState state = gain(NOON + DAY, ReputationKind.explorer, 500);

    assertThat(state.getMerits().get(ReputationKind.explorer.ordinal()).getPoints())
        .isEqualTo(1000);
  }

  @Example
  void shouldGiveEveryTiersBenefitsWhenSeveralAreCrossedAtOnce() {
    Reputation generous = new Reputation(new ReputationRules(1_000_000));
    World other = new World(List.of(generous, leaderboard));
    for (int i = 0; i < 24; i++) {
      gain(other, "1", NOON, ReputationKind.world_guardian, 1000);
    }

    assertThat(other.changes(TierProgression.class))
        .extracting(TierProgression::getNewTier)
        .containsExactly(1, 2, 3, 4);
    assertThat(other.changes(UnlockedBenefit.class))
        .extracting(UnlockedBenefit::getBenefitId)
        .contains("basic_shop", "rare_shop", "npc_shortcuts", "crown_of_renown");
    assertThat(other.actions(GiveReward.class))
        .singleElement()
        .satisfies(reward -> assertThat(reward.getItems().get(0).getItemId()).isEqualTo(5000));
    assertThat(ReputationRules.progress(7_200_000)).isEqualTo(200.0 / 3000);
  }

  @Example
  void shouldRankTheBestFirstWhenInfluenceChanges() {
    gain(world, "3", NOON, ReputationKind.explorer, 10);
    gain(world, "1", NOON, ReputationKind.explorer, 20);
    gain(world, "2", NOON, ReputationKind.explorer, 10);
    gain(world, "3", NOON, ReputationKind.explorer, 15);

    LeaderboardState board = world.state(leaderboard, Domain.WORLD_KEY);
    assertThat(board.getRanks()).extracting(Rank::getPlayerId).containsExactly(3L, 1L, 2L);
    assertThat(board.getTotalPlayers()).isEqualTo(3);
  }

  @Example
  void shouldFailWithoutTraceWhenAGainIsOutOfRange() {
    gain(NOON, ReputationKind.explorer, 1001);

    assertThat(world.failures()).singleElement().asString().contains("1 to 1000 points, not 1001");
    assertThat(world.changes()).isEmpty();
  }

  @Property(tries = 100)
  void shouldNeverExceedTheCapWhateverComes(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 1000) Integer> amounts) {
    World any = new World(ReputationAgents.of(Settings.DEFAULTS));
    int day = 0;
    for (int amount : amounts) {
      ReputationKind kind = ReputationKind.values()[amount % 5];
      day += amount % 7 == 0 ? 1 : 0;
      gain(any, "9", NOON + day * DAY, kind, amount);
    }

    ReputationState state = any.state(reputation, "9");
    long limit = 500L * (day + 1);
    state.getMerits().forEach(merit -> assertThat(merit.getPoints()).isLessThanOrEqualTo(limit));
    assertThat(state.getInfluenceMilli())
        .isEqualTo(
            state.getMerits().stream()
                .mapToLong(m -> m.getPoints() * ReputationRules.weightMilli(m.getKind()))
                .sum());
  }
}
