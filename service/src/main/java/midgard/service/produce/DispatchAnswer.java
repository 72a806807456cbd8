package midgard.service.produce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * What became of a batch.
 *
 * @param results one per event, in the order of the batch
 * @param applied whether all that was accepted has been seen by every agent that it concerns
 */
record DispatchAnswer(
    int accepted, int duplicate, int rejected, boolean applied, List<Result> results) {

  /** What an event can become. */
  enum Status {
    ACCEPTED,
    DUPLICATE,
    REJECTED;

    @com.fasterxml.jackson.annotation.JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What became of one event.
   *
   * @param eventId its own, or the one made from its content; null when it could not be read
   * @param code for programs why it was rejected; null otherwise
   * @param reason for people why it was rejected; null otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      int index,
      @JsonProperty("event_id") String eventId,
      Status status,
      String code,
      String reason) {

    static Result of(int index, String eventId, Status status) {
      return new Result(index, eventId, status, null, null);
    }

    static Result rejected(int index, String eventId, String code, String reason) {
      return new Result(index, eventId, Status.REJECTED, code, reason);
    }
  }

  static DispatchAnswer of(List<Result> results, boolean applied) {
    return new DispatchAnswer(
        count(results, Status.ACCEPTED),
        count(results, Status.DUPLICATE),
        count(results, Status.REJECTED),
        applied,
        results);
  }

  private static int count(List<Result> results, Status status) {
    return (int) results.stream().filter(result -> result.status() == status).count();
  }
}
