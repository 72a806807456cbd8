package midgard.service.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import midgard.topology.replay.LogPosition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An offset, or the time at which the log took a record in. */
final class LogPositionConverter implements ITypeConverter<LogPosition> {
  @Override
  public LogPosition convert(String value) {
    try {
      if (value.matches("\\d+")) {
        return new LogPosition.AtOffset(Long.parseLong(value));
      }
      Instant time = OffsetDateTime.parse(value).toInstant();
      return new LogPosition.AtTime(time.toEpochMilli());
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new TypeConversionException(
          "\""
              + value
              + "\" is no place in a log; it must be an offset such as 4711, or a time with its zone such as 2026-11-22T17:00:00Z");
    }
  }
}
