package midgard.service.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import java.nio.file.Path;
import midgard.service.config.ServiceConfig;
import org.slf4j.LoggerFactory;

/** Brings the log to what the settings say; before that it is what {@code logback.xml} says. */
final class ProgramLog {
  private static final int DAYS_KEPT = 30;
  private static final String OURS = "midgard";

  private ProgramLog() {}

  /** For the long-running program: the file as well. */
  static void ofService(ServiceConfig.Logging settings) {
    levels(settings);
    if (settings.toFile()) {
      addFile(settings.file().toAbsolutePath());
    }
  }

  /** For a command that ends soon: its output is what it prints, so only trouble is logged. */
  static void ofCommand(ServiceConfig.Logging settings) {
    levels(settings);
    if (!settings.verbose()) {
      logger(OURS).setLevel(Level.ERROR);
      logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }
  }

  private static void levels(ServiceConfig.Logging settings) {
    logger(OURS).setLevel(level(settings.level()));
    if (settings.verbose()) {
      logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }
  }

  private static Level level(ServiceConfig.LogLevel level) {
    return switch (level) {
      case TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN, WARNING -> Level.WARN;
      case ERROR, CRITICAL -> Level.ERROR;
    };
  }

  private static void addFile(Path file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setName("file");
    appender.setFile(file.toString());

    TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
    daily.setContext(context);
    daily.setParent(appender);
    daily.setFileNamePattern(file + ".%d{yyyy-MM-dd}.gz");
    daily.setMaxHistory(DAYS_KEPT);
    daily.start();

    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n%ex");
    encoder.start();

    appender.setRollingPolicy(daily);
    appender.setEncoder(encoder);
    appender.start();
    logger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
