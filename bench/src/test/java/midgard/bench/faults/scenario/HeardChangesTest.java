package midgard.bench.faults.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeardChangesTest {
  private static final List<String> LOGGED = List.of("0-1", "0-2", "0-10", "1-5");

  @Test
  void shouldFindNothingWhenAllWereHeardOnceInOrder() {
    assertThat(HeardChanges.judge(List.of("0-1", "1-5", "0-2", "0-10"), LOGGED)).isEmpty();
  }

  @Test
  void shouldFindTheOneThatWasNotHeard() {
    assertThat(HeardChanges.judge(List.of("0-1", "1-5", "0-10"), LOGGED))
        .containsExactly("Redis never told of 0-2.");
  }

  @Test
  void shouldFindTheOneThatWasHeardTwice() {
    assertThat(HeardChanges.judge(List.of("0-1", "1-5", "0-2", "1-5", "0-10"), LOGGED))
        .containsExactly("Redis told of 1-5 twice.");
  }

  @Test
  void shouldFindTheOneThatCameTooLate() {
    assertThat(HeardChanges.judge(List.of("0-1", "1-5", "0-10", "0-2"), LOGGED))
        .containsExactly("Redis told of 0-2 after 0-10.");
  }

  @Test
  void shouldFindTheOneThatNobodyConcluded() {
    assertThat(HeardChanges.judge(List.of("0-1", "1-5", "0-2", "0-10", "1-6"), LOGGED))
        .containsExactly("Redis told of 1-6, which is not in the log.");
  }
}
