package midgard.bench.figures;

import java.util.BitSet;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;

/** Which players have come, and which of them have done something. */
final class Attendance {
  private final BitSet came = new BitSet();
  private final BitSet acted = new BitSet();

  /** Takes note of who acts in an event; nobody does in a server's own. */
  void note(GameEvent event) {
    int player = Math.toIntExact(event.getPlayerId());
    if (player == 0) {
      return;
    }
    came.set(player);
    if (!(event.getPayload() instanceof PlayerLogin)) {
      acted.set(player);
    }
  }

  /** Players of whom there was any event. */
  int came() {
    return came.cardinality();
  }

  /** Players of whom there was another event than a login. */
  int acted() {
    return acted.cardinality();
  }
}
