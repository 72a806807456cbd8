package midgard.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OPENAI_API_KEY|sk-12345|****",
        "POSTGRES_PASSWORD|geheim|****",
        "DATABASE_URL|postgresql://u:s3cret@h:5432/d|postgresql://u:****@h:5432/d",
        "DATABASE_URL|postgresql://u:a$1b@h/d|postgresql://u:****@h/d",
        "DATABASE_URL|postgresql://u@h/d|postgresql://u@h/d",
        "DATABASE_URL|postgresql://u:p@ss@h/d|postgresql://u:****@h/d",
        "DATABASE_URL|jdbc:postgresql://h/d?user=u&password=x&ssl=true|jdbc:postgresql://h/d?user=u&password=****&ssl=true",
        "REDIS_URL|redis://:pw@h:6379/0|redis://:****@h:6379/0",
        "REDIS_URL|redis://h:6379/0|redis://h:6379/0",
        "AI_SERVICE_PORT|8000|8000"
      })
  void shouldHideOnlyWhatIsSecretWhenAValueIsShown(String key, String value, String shown) {
    assertThat(Secrets.mask(key, value)).isEqualTo(shown);
  }
}
