package midgard.service.cli;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * The first cause of what is logged, in parentheses, unless the message tells it: the console shows
 * no stack traces, and libraries often put into their message what failed but not why. Used by
 * {@code logback.xml} as {@code %cause}.
 */
public final class CauseConverter extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    IThrowableProxy cause = event.getThrowableProxy();
    if (cause == null) {
      return "";
    }
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why = cause.getMessage() == null ? cause.getClassName() : cause.getMessage();
    String line = why.lines().findFirst().orElse("");
    return event.getFormattedMessage().contains(line) ? "" : " (" + line + ")";
  }
}
