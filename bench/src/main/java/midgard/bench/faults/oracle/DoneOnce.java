package midgard.bench.faults.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.bench.faults.Oracle;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.Logged;
import midgard.schemas.change.Change;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.GameActionRow;

/** What the game server did, by its own journal, against what the world believes. */
public final class DoneOnce implements Oracle {
  private static final String REWARD = "give_reward";

  @Override
  public String name() {
    return "paid";
  }

  @Override
  public String claims() {
    return "a reward is carried out once at most, and what counts as completed was done";
  }

  @Override
  public List<String> judge(Evidence evidence) {
    Map<String, GameActionRow> last = new TreeMap<>();
    for (Logged<Change> change : evidence.logs().changes()) {
      if (change.value().getBody() instanceof GameActionRow row) {
        last.put(row.getIdempotencyKey(), row);
      }
    }
    List<String> found = new ArrayList<>();
    evidence
        .journal()
        .forEach(
            (key, times) -> {
              GameActionRow row = last.get(key);
              if (row == null) {
                found.add("The game did %s, of which the world knows nothing.".formatted(key));
              } else if (row.getActionType().equals(REWARD) && times > 1) {
                found.add("Reward %s was paid %d times.".formatted(key, times));
              }
            });
    last.forEach(
        (key, row) -> {
          if (row.getStatus() == ActionStatus.completed && !evidence.journal().containsKey(key)) {
            found.add("%s counts as completed, and the game never did it.".formatted(key));
          }
        });
    return found;
  }
}
