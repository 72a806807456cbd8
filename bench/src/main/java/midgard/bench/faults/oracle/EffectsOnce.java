package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Effect;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.Logged;
import midgard.schemas.action.GameAction;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;

/** Once means once: routing, changes, and what the game is asked to do. */
public final class EffectsOnce implements Oracle {
  @Override
  public String name() {
    return "once";
  }

  @Override
  public String claims() {
    return "an event comes to each key once, a change is concluded once, an action asked for once";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    List<String> found = new ArrayList<>();
    routes(evidence, found);
    changes(evidence, found);
    actions(evidence.logs().actions(), found);
    return found;
  }

  private static void routes(Evidence evidence, List<String> found) {
    Set<String> logged = new HashSet<>();
    evidence.logs().events().forEach(event -> logged.add(event.value().getEventId()));
    Map<String, String> first = new HashMap<>();
    for (Logged<InboxMessage> message : evidence.logs().inboxes()) {
      if (message.value().getBody() instanceof GameEvent event) {
        String id = event.getEventId();
        if (!logged.contains(id)) {
          found.add("Event %s at %s is not in game.events.".formatted(id, message.place()));
        }
        String before =
            first.putIfAbsent(
                id + " " + message.topic() + " " + message.key().orElse(""), message.place());
        if (before != null) {
          found.add(
              "Event %s came to %s, key %s, twice: at %s and %s."
                  .formatted(
                      id, message.topic(), message.key().orElse(""), before, message.place()));
        }
      }
    }
  }

  private static void changes(Evidence evidence, List<String> found) {
    Set<String> seen = new HashSet<>();
    Set<String> ofChanges = new HashSet<>();
    evidence.logs().changes().forEach(change -> ofChanges.add(change.topic()));
    for (Effect effect : evidence.effects().recorded()) {
      if (ofChanges.contains(effect.topic())
          && !seen.add(effect.place() + " " + effect.what() + " " + effect.bytes())) {
        found.add("The same twice: " + effect);
      }
    }
  }

  private static void actions(List<Logged<GameAction>> actions, List<String> found) {
    Map<String, String> keys = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (Logged<GameAction> action : actions) {
      unique("idempotency key", action.value().getIdempotencyKey(), keys, action, found);
      unique("action id", action.value().getActionId(), ids, action, found);
    }
  }

  private static void unique(
      String what,
      String value,
      Map<String, String> first,
      Logged<GameAction> action,
      List<String> found) {
    String before = first.putIfAbsent(value, action.place());
    if (before != null) {
      found.add(
          "The %s %s is there twice: at %s and %s.".formatted(what, value, before, action.place()));
    }
  }
}
