package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.Logged;
import midgard.bench.faults.feed.Fate;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.topology.router.Routes.Destination;

/** No event is lost: what was acknowledged is in the log, and all in the log is on its way. */
public final class NothingLost implements Oracle {
  @Override
  public String name() {
    return "lost";
  }

  @Override
  public String claims() {
    return "every acknowledged event is in game.events, and every event there in its inboxes";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    List<String> found = new ArrayList<>();
    Map<String, GameEvent> logged = new HashMap<>();
    Map<String, String> places = new HashMap<>();
    for (Logged<GameEvent> event : evidence.logs().events()) {
      logged.put(event.value().getEventId(), event.value());
      places.put(event.partition() + "@" + event.offset(), event.value().getEventId());
    }
    evidence.fates().forEach((id, fate) -> acknowledged(id, fate, logged, places, found));
    Set<String> routed = routed(evidence.logs().inboxes());
    logged.forEach(
        (id, event) -> {
          for (Destination to : evidence.routes().of(event)) {
            if (!routed.contains(route(id, "inbox." + to.domain().id(), to.key()))) {
              found.add(
                  "Event %s lies in game.events and never came to inbox.%s, key %s."
                      .formatted(id, to.domain().id(), to.key()));
            }
          }
        });
    return found;
  }

  private static void acknowledged(
      String id,
      Fate fate,
      Map<String, GameEvent> logged,
      Map<String, String> places,
      List<String> found) {
    if (!fate.isAcknowledged()) {
      found.add("Event %s was never acknowledged: %s %s".formatted(id, fate.kind(), fate.reason()));
    } else if (!logged.containsKey(id)) {
      found.add("Event %s was acknowledged and is not in game.events.".formatted(id));
    } else if (fate.offset() >= 0
        && !id.equals(places.get(fate.partition() + "@" + fate.offset()))) {
      found.add(
          "Event %s was acknowledged at game.events-%d@%d, where %s lies."
              .formatted(
                  id,
                  fate.partition(),
                  fate.offset(),
                  places.getOrDefault(fate.partition() + "@" + fate.offset(), "nothing")));
    }
  }

  private static Set<String> routed(List<Logged<InboxMessage>> inboxes) {
    Set<String> routed = new HashSet<>();
    for (Logged<InboxMessage> message : inboxes) {
      if (message.value().getBody() instanceof GameEvent event) {
        routed.add(route(event.getEventId(), message.topic(), message.key().orElse("")));
      }
    }
    return routed;
  }

  private static String route(String id, String inbox, String key) {
    return id + " " + inbox + " " + key;
  }
}
