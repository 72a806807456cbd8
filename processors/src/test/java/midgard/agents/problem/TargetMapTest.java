package midgard.agents.problem;

import static midgard.agents.problem.ProblemWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.problem.Contribution;
import midgard.schemas.problem.ProblemProgress;
import midgard.schemas.problem.ProblemType;
import org.junit.jupiter.api.Test;

class TargetMapTest {

  private static List<Contribution> told(ProblemWorld problems, long tick) {
    problems.world.tick(START + tick);
    return problems.world.signals(ProblemProgress.class).stream()
        .flatMap(progress -> progress.getContributions().stream())
        .toList();
  }

  @Test
  void shouldCountEveryMonsterOnTheTargetMapWhenTheTypeBringsNone() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.pollution);
    problems.kills(10, 150001, 1113, 3);
    problems.kills(20, 150002, 1002, 1);
    problems.kill("prontera", 30, 150003, 1002);

    assertThat(told(problems, 1000))
        .containsExactly(new Contribution(150001L, 3, 0, 3L), new Contribution(150002L, 1, 0, 1L));
  }

  @Test
  void shouldCountOnlyTheProblemsMonsterWhenTheTypeBringsItsOwn() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.monster_surge);
    int mob = problems.problem().getSpawnData().getMobId();
    problems.kills(10, 150001, mob, 2);
    problems.kills(20, 150001, mob + 1, 5);

    assertThat(told(problems, 1000)).containsExactly(new Contribution(150001L, 2, 0, 2L));
  }

  @Test
  void shouldGiveTenPointsForAnMvpWhenItsKillCameAsMonsterKillToo() {
    ProblemWorld any = ProblemWorld.of(ProblemType.pollution);
    any.kills(10, 150001, 1115, 1);
    any.mvp(10, 150001, 1115);
    ProblemWorld own = ProblemWorld.of(ProblemType.mvp_rampage);
    own.kills(10, 150001, 1115, 1);
    own.mvp(10, 150001, 1115);

    assertThat(told(any, 1000)).extracting(Contribution::getPoints).containsExactly(10L);
    assertThat(told(own, 1000)).extracting(Contribution::getPoints).containsExactly(10L);
  }

  @Test
  void shouldCountNothingWhenTheKillHappenedBeforeOrAfterTheProblem() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.pollution);
    long lasts = problems.problem().getExpiresAt() - START;
    problems.kills(-1, 150001, 1113, 1);
    problems.kills(lasts, 150001, 1113, 1);
    problems.kills(100, 0, 1113, 1);

    assertThat(told(problems, 1000)).isEmpty();
  }

  @Test
  void shouldCountNothingWhenTheProblemIsClosed() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.pollution);
    problems.world.tick(problems.problem().getExpiresAt());
    problems.kills(1000, 150001, 1113, 1);

    assertThat(told(problems, 90_000_000)).isEmpty();
  }

  @Test
  void shouldReadNoStateWhenAKillHappensOnAnotherMap() {
    ProblemWorld problems = ProblemWorld.of(ProblemType.pollution);
    problems.kill("prontera", 30, 150003, 1002);

    assertThat(problems.world.dump()).noneMatch(line -> line.contains("problem-map prontera "));
  }
}
