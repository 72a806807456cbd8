package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.Logged;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;

/** What a server saw comes to each key in the order in which it was logged. */
public final class KeyOrder implements Oracle {
  @Override
  public String name() {
    return "order";
  }

  @Override
  public String claims() {
    return "each key sees a server's events in the order in which game.events holds them";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    Map<String, Long> firstLogged = new HashMap<>();
    for (Logged<GameEvent> event : evidence.logs().events()) {
      firstLogged.putIfAbsent(event.value().getEventId(), event.offset());
    }
    List<String> found = new ArrayList<>();
    Map<String, Logged<InboxMessage>> last = new HashMap<>();
    for (Logged<InboxMessage> message : evidence.logs().inboxes()) {
      if (message.value().getBody() instanceof GameEvent event) {
        String key = message.topic() + ", key " + message.key().orElse("");
        Logged<InboxMessage> before = last.put(key + " " + event.getServerId(), message);
        if (before != null && logged(before, firstLogged) > logged(message, firstLogged)) {
          found.add(
              "In %s event %s at %s comes after %s, which was logged later."
                  .formatted(key, event.getEventId(), message.place(), id(before)));
        }
      }
    }
    return found;
  }

  private static long logged(Logged<InboxMessage> message, Map<String, Long> firstLogged) {
    return firstLogged.getOrDefault(id(message), -1L);
  }

  private static String id(Logged<InboxMessage> message) {
    return ((GameEvent) message.value().getBody()).getEventId();
  }
}
