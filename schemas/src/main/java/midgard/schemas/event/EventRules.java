package midgard.schemas.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import midgard.schemas.event.EventRejected.Code;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * The limits of the catalogue. Ranges and lengths stand beside their fields in {@code event.avdl}
 * ({@code @min}, {@code @max}, {@code @minLength}, {@code @maxLength}); here they are held against
 * an event, whichever way it came.
 */
public final class EventRules {
  /** Of an event as it was sent, in bytes. */
  public static final int MAX_EVENT_BYTES = 16 * 1024;

  /** Of a batch. */
  public static final int MAX_BATCH_EVENTS = 1000;

  /** Of a request's body, in bytes. */
  public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  private static final Map<String, List<Check>> CHECKS = new ConcurrentHashMap<>();

  private EventRules() {}

  /**
   * @throws EventRejected naming the first field that breaks a limit
   */
  public static void check(GameEvent event) throws EventRejected {
    check(event, "");
  }

  private static void check(IndexedRecord record, String path) throws EventRejected {
    String name = record.getSchema().getFullName();
    List<Check> checks = CHECKS.get(name);
    if (checks == null) {
      checks = CHECKS.computeIfAbsent(name, n -> checksOf(record.getSchema()));
    }
    for (Check check : checks) {
      check.apply(record.get(check.position), path);
    }
  }

  private static List<Check> checksOf(Schema record) {
    List<Check> checks = new ArrayList<>();
    for (Schema.Field field : record.getFields()) {
      checks.add(
          new Check(
              field.pos(),
              field.name(),
              number(field, "min", Long.MIN_VALUE),
              number(field, "max", Long.MAX_VALUE),
              number(field, "minLength", 0),
              number(field, "maxLength", Integer.MAX_VALUE)));
    }
    return List.copyOf(checks);
  }

  private static long number(Schema.Field field, String property, long otherwise) {
    return field.getObjectProp(property) instanceof Number n ? n.longValue() : otherwise;
  }

  private record Check(
      int position, String field, long min, long max, long minLength, long maxLength) {

    void apply(Object value, String path) throws EventRejected {
      if (value instanceof String text) {
        text(text, path);
      } else if (value instanceof Long || value instanceof Integer) {
        range(((Number) value).longValue(), path);
      } else if (value instanceof IndexedRecord record) {
        check(record, path + field + ".");
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i) instanceof IndexedRecord record) {
            check(record, path + field + "[" + i + "].");
          }
        }
      }
    }

    private void range(long value, String path) throws EventRejected {
      if (value < min || value > max) {
        throw new EventRejected(
            Code.OUT_OF_RANGE, path + field + " is " + value + "; it must be " + bounds() + ".");
      }
    }

    private String bounds() {
      if (max == Long.MAX_VALUE) {
        return min + " or more";
      }
      return min == Long.MIN_VALUE ? max + " or less" : min + " to " + max;
    }

    private void text(String text, String path) throws EventRejected {
      if (text.length() < minLength) {
        throw new EventRejected(
            Code.OUT_OF_RANGE, path + field + " is empty; leave it out or give it a value.");
      }
      if (text.length() > maxLength) {
        throw new EventRejected(
            Code.OUT_OF_RANGE,
            "%s%s has %d characters; at most %d are taken."
                .formatted(path, field, text.length(), maxLength));
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == 0) {
          throw new EventRejected(
              Code.INVALID_TEXT, path + field + " holds a NUL character; take it out.");
        }
        if (Character.isSurrogate(c)) {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (!pair) {
            throw new EventRejected(
                Code.INVALID_TEXT,
                path + field + " holds half of a surrogate pair; text must be valid Unicode.");
          }
          i++;
        }
      }
    }
  }
}
