package midgard.service.produce;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import midgard.service.http.ProblemException;

/** How long the answer to a batch waits. */
enum Wait {
  /** Not at all: what can be read counts as accepted. */
  NONE,
  /** Until Kafka has the events; repeats are then found later. */
  LOGGED,
  /** Until every agent has seen them, for a second at most. */
  APPLIED;

  static Wait of(String parameter) {
    if (parameter == null) {
      return APPLIED;
    }
    return Arrays.stream(values())
        .filter(wait -> wait.text().equals(parameter))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "wait is \"%s\"; it must be one of %s."
                        .formatted(
                            parameter,
                            Arrays.stream(values())
                                .map(Wait::text)
                                .collect(Collectors.joining(", ")))));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
