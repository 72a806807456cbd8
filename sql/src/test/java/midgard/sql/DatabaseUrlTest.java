package midgard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgresql://ai_world_user:secret@192.168.0.100:5432/ai_world_memory, jdbc:postgresql://192.168.0.100:5432/ai_world_memory, ai_world_user, secret",
        "postgres://user:secret@db/world, jdbc:postgresql://db:5432/world, user, secret",
        "postgresql://user@db:6000/world, jdbc:postgresql://db:6000/world, user, ''",
        "postgresql://db/world, jdbc:postgresql://db:5432/world, '', ''",
        "postgresql://user:p%40ss%2Fw%3Ard@db/world, jdbc:postgresql://db:5432/world, user, p@ss/w:rd",
        "postgresql://user:p@ss:w/rd@db/world, jdbc:postgresql://db:5432/world, user, p@ss:w/rd",
        "postgresql://user:a+b%zz@db/world, jdbc:postgresql://db:5432/world, user, a+b%zz",
        "postgresql://user:secret@[::1]:5432/world, jdbc:postgresql://[::1]:5432/world, user, secret",
        "postgresql://u:s@db/world?sslmode=require, jdbc:postgresql://db:5432/world?sslmode=require, u, s",
        "postgresql://db/world?user=u&password=s&sslmode=require, jdbc:postgresql://db:5432/world?sslmode=require, u, s",
        "jdbc:postgresql://127.0.0.1:5432/world?user=u, jdbc:postgresql://127.0.0.1:5432/world, u, ''",
        "jdbc:postgresql://db/world?ssl=true&user=u&password=s, jdbc:postgresql://db/world?ssl=true, u, s",
        "jdbc:postgresql://db/world, jdbc:postgresql://db/world, '', ''",
      })
  void shouldTakeApartWhenUrlIsUnderstood(String url, String jdbc, String user, String password) {
    assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl(jdbc, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "mysql://user:secret@db/world",
        "postgresql://user:secret@db",
        "postgresql://user:secret@db:port/world",
        "postgresql://user:secret@/world",
        "jdbc:h2:secret"
      })
  void shouldSayWhatIsRightWithoutThePasswordWhenUrlIsNotUnderstood(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:port/database")
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldHideThePasswordWhenShown() {
    assertThat(DatabaseUrl.parse("postgresql://user:secret@db/world"))
        .hasToString("jdbc:postgresql://db:5432/world as user");
  }
}
