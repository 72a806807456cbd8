package midgard.service.produce;

import java.util.List;
import java.util.Map;
import midgard.schemas.event.EventRules;
import midgard.service.http.ProblemException;
import midgard.service.produce.JsonScanner.Malformed;
import midgard.service.produce.JsonScanner.Slice;

/** The body {@code {"events": [...]}} as the bytes of its events. */
final class DispatchBatch {
  private static final String RIGHT = "It must be {\"events\": [...]} with the events as objects.";

  private DispatchBatch() {}

  /**
   * @throws ProblemException 400 when the body is no batch, 413 when it holds too many events
   */
  static List<Slice> read(byte[] body) {
    try {
      Slice root = JsonScanner.root(body);
      if (!root.isObject()) {
        throw ProblemException.badRequest("The body is no JSON object. " + RIGHT);
      }
      Map<String, Slice> members = JsonScanner.members(root);
      Slice events = members.get("events");
      if (events == null) {
        throw ProblemException.badRequest("The body has no events. " + RIGHT);
      }
      if (!events.isArray()) {
        throw ProblemException.badRequest("events is no list. " + RIGHT);
      }
      List<Slice> elements = JsonScanner.elements(events);
      if (elements.size() > EventRules.MAX_BATCH_EVENTS) {
        throw new ProblemException(
            io.javalin.http.HttpStatus.CONTENT_TOO_LARGE,
            "The batch has %d events; at most %d are taken. Send several batches."
                .formatted(elements.size(), EventRules.MAX_BATCH_EVENTS));
      }
      return elements;
    } catch (Malformed e) {
      throw ProblemException.badRequest("The body is no JSON: " + e.getMessage() + ". " + RIGHT);
    }
  }
}
