package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CauseConverterTest {
  private final LoggerContext context = new LoggerContext();
  private ConsoleAppender<ILoggingEvent> console;

  @BeforeEach
  void readTheShippedSettings() throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(getClass().getResource("/logback.xml"));
    console =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
  }

  @Test
  void shouldTellTheFirstCauseWhenTheMessageDoesNot() {
    Exception thrown =
        new IllegalStateException("no append", new IOException("No space left on device"));

    assertThat(line("Error while appending", thrown))
        .endsWith("Error while appending (No space left on device)\n");
  }

  @Test
  void shouldTellTheMessageOnlyWhenItHoldsTheCause() {
    assertThat(line("It failed: no disk", new IOException("no disk")))
        .endsWith("It failed: no disk\n");
  }

  @Test
  void shouldTellTheMessageOnlyWhenNothingWasThrown() {
    assertThat(line("Ready", null)).endsWith("Ready\n");
  }

  private String line(String message, Throwable thrown) {
    Logger logger = context.getLogger("test");
    return new String(
        console
            .getEncoder()
            .encode(new LoggingEvent("here", logger, Level.WARN, message, thrown, null)),
        StandardCharsets.UTF_8);
  }
}
