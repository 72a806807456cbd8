package midgard.agents.problem;

import static midgard.agents.problem.ProblemWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.LongStream;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.problem.Contribution;
import midgard.schemas.problem.KillCounts;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemHistory;
import midgard.schemas.problem.ProblemOpened;
import midgard.schemas.problem.ProblemProgress;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.problem.WorldProblem;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.world.WorldFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyProblemTest {
  private static final long DAY = 86_400_000;

  @Test
  void shouldHaveAProblemAtTheFirstTickWhenTheWorldIsNewAndNobodyWasEverThere() {
    World world = new World(ProblemAgents.of(Settings.DEFAULTS));
    world.tick(START + 43_200_000);

    Problem problem = world.state(new DailyProblem(), Domain.WORLD_KEY).getCurrent();
    assertThat(problem.getProblemType()).isEqualTo(ProblemType.weather_hazard);
    assertThat(problem.getTargetMap()).isEqualTo("prontera");
    assertThat(problem.getTitle()).isEqualTo("Weather Hazard Day 22");
    assertThat(problem.getRewardData().getExp()).isEqualTo(1200);
  }

  @Test
  void shouldEndAtMidnightAndMakeRoomForTheNextWhenItBeganLateInTheDay() {
    World world = new World(ProblemAgents.of(Settings.DEFAULTS));
    world.tick(START + DAY - 3_600_000);
    assertThat(world.state(new DailyProblem(), Domain.WORLD_KEY).getCurrent().getExpiresAt())
        .isEqualTo(START + DAY);

    world.tick(START + DAY);

    assertThat(world.changes(WorldProblem.class))
        .extracting(WorldProblem::getStatus)
        .containsExactly(ProblemStatus.active, ProblemStatus.expired, ProblemStatus.active);
  }

  @Test
  void shouldHaveOneProblemADayWhenWeeksPass() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.pollution);
    problems.world.tickTo(START + 20 * DAY + 1, 600_000);

    assertThat(problems.world.changes(WorldProblem.class))
        .filteredOn(row -> row.getStatus() == ProblemStatus.active)
        .extracting(row -> (row.getCreatedAt().toEpochMilli() - START) / DAY)
        .containsExactlyElementsOf(LongStream.rangeClosed(0, 20).boxed().toList());
    assertThat(problems.state().getRecent()).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void shouldLastAsLongAsItsTypeSaysWhenItBeginsAtMidnight(ProblemType type) {
    ProblemRules.Kind kind = ProblemRules.kind(type);
    Problem problem = ProblemWorld.of(type).problem();

    assertThat((problem.getExpiresAt() - START) / 3_600_000)
        .isBetween((long) kind.minHours(), (long) kind.maxHours());
    assertThat(problem.getDifficulty()).isBetween(kind.minDifficulty(), kind.maxDifficulty());
  }

  @Test
  void shouldBringItsMonstersAndSayItWhenASurgeBegins() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.monster_surge);

    assertThat(problems.world.actions(SpawnMonster.class))
        .containsExactly(new SpawnMonster("prt_fild08", 0, 0, 1006, 40, null));
    assertThat(problems.world.actions(BroadcastMessage.class))
        .extracting(BroadcastMessage::getMessage)
        .containsExactly(
            "Monster Surge Day 22: Monsters pour into prt_fild08. Slay 40 of the monsters that"
                + " came; an MVP there counts as 10.");
  }

  @Test
  void shouldExpireAtItsInstantWhenNobodySolvesIt() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.weather_hazard);
    long expiry = problems.problem().getExpiresAt();
    problems.world.tick(expiry - 1);
    assertThat(problems.problem().getStatus()).isEqualTo(ProblemStatus.active);
    assertThat(ProblemView.active(problems.state(), expiry - 1)).hasSize(1);
    assertThat(ProblemView.active(problems.state(), expiry)).isEmpty();

    problems.world.tick(expiry);

    assertThat(problems.problem().getStatus()).isEqualTo(ProblemStatus.expired);
    assertThat(problems.world.actions(GiveReward.class)).isEmpty();
  }

  @Test
  void shouldNotBeSolvedAnyMoreWhenTheLastPointsComeAtItsExpiry() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.weather_hazard);
    Problem problem = problems.problem();
    problems.world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        problem.getExpiresAt(),
        new ProblemProgress(
            problem.getProblemId(), List.of(new Contribution(150001L, 999, 0, 999L))));

    assertThat(problems.problem().getStatus()).isEqualTo(ProblemStatus.active);
    assertThat(problems.problem().getTotalPoints()).isZero();
  }

  @Test
  void shouldPayEveryParticipantOnceWhenThePlayersSolveIt() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.monster_surge);
    problems.kills(10, 150001, 1006, 38);
    problems.kills(20, 150002, 1006, 1);
    problems.world.tick(START + 1000);
    assertThat(problems.problem().getStatus()).isEqualTo(ProblemStatus.active);
    problems.kills(1500, 150002, 1006, 4);
    problems.world.tick(START + 2000);
    problems.kills(2500, 150003, 1006, 9);
    problems.world.tick(START + 3000);

    Problem problem = problems.problem();
    assertThat(problem.getStatus()).isEqualTo(ProblemStatus.completed);
    assertThat(problem.getCompletedAt()).isEqualTo(START + 2000);
    assertThat(problems.world.actions(GiveReward.class))
        .extracting(GiveReward::getPlayerId, GiveReward::getBaseExp, GiveReward::getZeny)
        .containsExactly(
            tuple(150001L, problem.getRewardData().getExp(), problem.getRewardData().getZeny()),
            tuple(150002L, problem.getRewardData().getExp(), problem.getRewardData().getZeny()));
    assertThat(problems.world.actions())
        .extracting(GameAction::getIdempotencyKey)
        .contains("problem:" + problem.getProblemId() + ":player:150001")
        .doesNotHaveDuplicates();
    assertThat(problems.world.signals(ReputationGain.class))
        .containsOnly(
            new ReputationGain(
                ReputationKind.world_guardian, 100, "problem", problem.getProblemId()))
        .hasSize(2);
  }

  @Test
  void shouldCountPlayersNotKillsWhenAskedWhoTookPart() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.pollution);
    problems.kills(10, 150001, 1113, 5);
    problems.world.tick(START + 1000);
    problems.kills(1010, 150001, 1113, 2);
    problems.mvp(1020, 150002, 1115);
    problems.world.tick(START + 2000);

    ProblemView view = ProblemView.active(problems.state(), START + 2000).get(0);
    assertThat(view.participationCount()).isEqualTo(2);
    assertThat(view.totalPoints()).isEqualTo(16);
    String id = problems.problem().getProblemId();
    assertThat(problems.world.changes(ProblemHistory.class))
        .filteredOn(row -> row.getPlayerId() == 150001)
        .last()
        .satisfies(
            row -> {
              assertThat(row.getId()).isEqualTo(id + ":150001");
              assertThat(row.getContributionScore()).isEqualTo(7);
              assertThat(row.getActionData()).isEqualTo(new KillCounts(7, 0));
            });
  }

  @Test
  void shouldWaitForMidnightWhenTheProblemIsSolvedEarly() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.monster_surge);
    problems.kills(10, 150001, 1006, 40);
    problems.world.tickTo(START + DAY - 1000, 3_600_000);
    assertThat(problems.problem().getStatus()).isEqualTo(ProblemStatus.completed);

    problems.world.tick(START + DAY);

    assertThat(problems.problem().getStatus()).isEqualTo(ProblemStatus.active);
    assertThat(problems.state().getContributions()).isEmpty();
    assertThat(problems.world.actions(GiveReward.class)).hasSize(1);
  }

  private static void hunted(World world, String... maps) {
    world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        START,
        new WorldFigures(3, 12, 0L, List.of(), 0L, List.of("prontera"), List.of(maps)));
  }

  @Test
  void shouldMoveToWhereMonstersFallWhenANewWorldsMapWasAGuess() {
    World world = new World(ProblemAgents.of(Settings.DEFAULTS));
    world.tick(START);
    hunted(world, "prt_fild08");
    hunted(world, "pay_fild01");

    Problem problem = world.state(new DailyProblem(), Domain.WORLD_KEY).getCurrent();
    assertThat(problem.getTargetMap()).isEqualTo("prt_fild08");
    assertThat(problem.getDescription()).contains("prt_fild08");
    assertThat(world.signals(ProblemOpened.class))
        .extracting(ProblemOpened::getTargetMap)
        .containsExactly("prontera", "prt_fild08");
  }

  @Test
  void shouldChooseAmongHuntedMapsWhenThereAreAny() {
    World world = new World(ProblemAgents.of(Settings.DEFAULTS));
    hunted(world, "prt_fild08", "pay_fild01");
    world.tick(START);

    Problem problem = world.state(new DailyProblem(), Domain.WORLD_KEY).getCurrent();
    assertThat(problem.getTargetMap()).isEqualTo("pay_fild01");
  }
}
