package midgard.sql.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerQueryTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void shouldSayWhatIsRightWhenTheLimitIsOutOfRange(int limit) {
    assertThatThrownBy(() -> LedgerQuery.all(limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "5.", ".a", "x.a", "99999999999999999999.a"})
  void shouldSayWhatIsRightWhenACursorIsNone(String text) {
    assertThatThrownBy(() -> LedgerCursor.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no place in the ledger");
  }
}
