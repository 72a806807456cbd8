package midgard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  @Test
  void shouldTellWhyWhenTheMessageTellsOnlyWhat() {
    Exception failure =
        new IllegalStateException(
            "Error opening store",
            new RuntimeException(new IOException("No space left on device")));

    assertThat(FailureText.of(failure)).isEqualTo("Error opening store: No space left on device");
  }

  @Test
  void shouldTellWhyOnceWhenTheMessageTellsItAlready() {
    Exception failure =
        new IllegalStateException(
            "The port is taken: Address in use", new IOException("Address in use"));

    assertThat(FailureText.of(failure)).isEqualTo("The port is taken: Address in use");
  }

  @Test
  void shouldNameTheClassWhenThereIsNoMessage() {
    assertThat(FailureText.of(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
