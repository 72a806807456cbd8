package midgard.sql.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import midgard.sql.Database;
import midgard.sql.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProblemHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @RegisterExtension private final FreshDatabase fresh = new FreshDatabase();
  private Database database;
  private ProblemHistory history;

  @BeforeEach
  void migrate() {
    database = fresh.migrated();
    history = new ProblemHistory(database);
  }

  @Test
  void shouldShowTheNewestFirstWhenAskedForTheTimeBefore() {
    problem("a", NOON.minusSeconds(2));
    problem("b", NOON.minusSeconds(1));
    problem("c", NOON);

    assertThat(history.before(NOON, 10))
        .extracting(PastProblem::problemId)
        .containsExactly("b", "a");
  }

  @Test
  void shouldLeaveCompletedAtOutWhenAProblemExpired() {
    problem("a", NOON.minusSeconds(1));

    PastProblem problem = history.before(NOON, 1).get(0);

    assertThat(problem.status()).isEqualTo("expired");
    assertThat(problem.completedAt()).isNull();
  }

  @Test
  void shouldShowTheBestFirstWhenAskedWhoTookPart() {
    share("a", 1, 5);
    share("a", 2, 50);
    share("a", 3, 5);
    share("b", 4, 99);

    assertThat(history.participants("a", 10))
        .extracting(ProblemShare::playerId)
        .containsExactly(2L, 1L, 3L);
  }

  @Test
  void shouldShowOnlyOnesOwnWhenAskedForAPlayer() {
    share("a", 1, 5);
    share("b", 1, 6);
    share("b", 2, 7);

    assertThat(history.ofPlayer(1, 10))
        .extracting(ProblemShare::problemId)
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void shouldStopAtTheLimitWhenThereIsMore() {
    share("a", 1, 5);
    share("a", 2, 6);

    assertThat(history.participants("a", 1)).hasSize(1);
    assertThatThrownBy(() -> history.participants("a", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 1000");
  }

  private void problem(String id, Instant created) {
    database
        .dsl()
        .execute(
            "insert into world_problems values (?, 'monster_surge', 't', 'd', 'prontera', null, '{}', 3, 1, 'expired', 10, 5, ?::timestamptz, ?::timestamptz, null)",
            id,
            created.toString(),
            created.plusSeconds(3600).toString());
  }

  private void share(String problem, long player, long score) {
    database
        .dsl()
        .execute(
            "insert into problem_history values (?, ?, ?, 'kills', '{\"kills\":1}', ?, now())",
            problem + ":" + player,
            problem,
            player,
            score);
  }
}
