package midgard.service.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import midgard.agent.Agent;

/** Why an agent does nothing at the moment, for people: what it waits for, and until when. */
final class IdleReason {
  private static final int NAMED = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ZoneId zone;

  IdleReason(ZoneId zone) {
    this.zone = zone;
  }

  private record Due(String job, long at) {}

  /**
   * @param lastEvent event time of the agent's last message, ms UTC
   * @param now the world's time, ms UTC
   */
  String of(List<Agent<?>> parts, OptionalLong lastEvent, long now) {
    String what =
        lastEvent.isEmpty()
            ? "nothing yet of " + messages(parts)
            : "no "
                + messages(parts)
                + " for "
                + words(Duration.ofMillis(Math.max(0, now - lastEvent.getAsLong())));
    return next(parts, now)
        .map(due -> what + "; waiting for " + clock(due.at(), now) + " (" + due.job() + ")")
        .orElse(what);
  }

  private static String messages(List<Agent<?>> parts) {
    List<String> names =
        parts.stream()
            .flatMap(part -> part.reactsTo().stream())
            .map(IdleReason::name)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return "message";
    }
    String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() > NAMED ? some + " ..." : some;
  }

  /** As the catalogue of events has it: {@code MonsterKill} is {@code monster_kill}. */
  private static String name(Class<?> message) {
    return message.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private Optional<Due> next(List<Agent<?>> parts, long now) {
    return parts.stream()
        .flatMap(part -> part.jobs().stream())
        .map(job -> new Due(job.name(), job.schedule().next(now, zone)))
        .min(Comparator.comparingLong(Due::at).thenComparing(Due::job));
  }

  private String clock(long at, long now) {
    String time = TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    boolean otherDay =
        !Instant.ofEpochMilli(at)
            .atZone(zone)
            .toLocalDate()
            .equals(Instant.ofEpochMilli(now).atZone(zone).toLocalDate());
    return otherDay ? time + " tomorrow" : time;
  }

  private static String words(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h";
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
