package midgard.service.models;

import java.time.Clock;
import java.time.Duration;
import midgard.schemas.model.ModelRequest;

/**
 * Until when an answer is of use, by the computer's clock.
 *
 * @param at ms since 1970, UTC
 */
record Deadline(long at, Clock clock) {
  /**
   * How long a question is good for stands in it in the world's time; it counts from when the log
   * took it in, since a session that is fed may lie in the past.
   *
   * @param loggedAt when the log took the question in, ms UTC
   */
  static Deadline of(ModelRequest request, long loggedAt, Clock clock) {
    return new Deadline(loggedAt + request.getExpiresAt() - request.getCreatedAt(), clock);
  }

  Duration left() {
    return Duration.ofMillis(at - clock.millis());
  }

  boolean passed() {
    return clock.millis() >= at;
  }

  Deadline earlier(Deadline other) {
    return at <= other.at ? this : other;
  }
}
