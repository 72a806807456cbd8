package midgard.service.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import midgard.service.http.ProblemException;

/** Reads what a request asks for; a bad value is answered with what would be right. */
final class Parameters {
  /** Unix times below this are seconds, as in events. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final int SHOWN = 40;

  private Parameters() {}

  /** A positive id in the path. */
  static long id(Context context, String name) {
    return whole(name, context.pathParam(name), 1, Long.MAX_VALUE);
  }

  /** An item id in the path. */
  static int itemId(Context context, String name) {
    return (int) whole(name, context.pathParam(name), 1, Integer.MAX_VALUE);
  }

  static int number(Context context, String name, int otherwise, int min, int max) {
    return text(context, name).map(text -> (int) whole(name, text, min, max)).orElse(otherwise);
  }

  /** Unset: no; set without a value: yes. */
  static boolean flag(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null) {
      return false;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default -> throw bad(name, text, "true or false");
    };
  }

  static OptionalLong optionalId(Context context, String name) {
    Optional<String> text = text(context, name);
    return text.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(whole(name, text.get(), 1, Long.MAX_VALUE));
  }

  static Optional<String> text(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
  }

  /** An instant: ISO-8601, or Unix time in seconds or milliseconds. In ms UTC. */
  static OptionalLong time(Context context, String name) {
    Optional<String> text = text(context, name);
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(time(name, text.get()));
  }

  private static long time(String name, String text) {
    try {
      if (text.matches("\\d{1,15}")) {
        long time = Long.parseLong(text);
        return time < FIRST_MILLIS ? time * 1000 : time;
      }
      // A plus that was not encoded arrives as a space.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant().toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw bad(
          name,
          text,
          "a time like %s, or Unix time in seconds or milliseconds"
              .formatted(Instant.ofEpochSecond(1_767_225_600)));
    }
  }

  private static long whole(String name, String text, long min, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(name, text, range(min, max));
    }
    throw bad(name, text, range(min, max));
  }

  private static String range(long min, long max) {
    return max == Long.MAX_VALUE || max == Integer.MAX_VALUE
        ? "a whole number of %d or more".formatted(min)
        : "a whole number from %d to %d".formatted(min, max);
  }

  /** 400, naming the parameter, what it was and what it must be. */
  static ProblemException bad(String name, String text, String right) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    return ProblemException.badRequest("%s is %s; it must be %s.".formatted(name, shown, right));
  }
}
