package midgard.agents.eventchain;

import java.util.List;
import java.util.Optional;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainPlayer;
import midgard.schemas.eventchain.StepDeed;

/** Those who take part in a chain, one entry each, sorted by player id. */
final class ChainPlayers {
  private ChainPlayers() {}

  /** Adds to the player's entry, and returns it; empty when the chain has its 1000 players. */
  static Optional<ChainPlayer> add(Chain chain, StepDeed deed) {
    List<ChainPlayer> players = chain.getPlayers();
    int place = place(players, deed.getPlayerId());
    if (place < 0) {
      if (players.size() >= ChainRules.MAX_PLAYERS) {
        return Optional.empty();
      }
      place = -place - 1;
      players.add(place, new ChainPlayer(deed.getPlayerId(), 0, 0, 0L));
    }
    ChainPlayer player = players.get(place);
    player.setLastStep(chain.getCurrentStep());
    player.setContribution(Math.addExact(player.getContribution(), deed.getPoints()));
    return Optional.of(player);
  }

  private static int place(List<ChainPlayer> players, long id) {
    int low = 0;
    int high = players.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(players.get(middle).getPlayerId(), id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** Counts the step for everyone who did something for it. */
  static void stepDone(Chain chain) {
    for (ChainPlayer player : chain.getPlayers()) {
      if (player.getLastStep() == chain.getCurrentStep()) {
        player.setStepsCompleted(player.getStepsCompleted() + 1);
      }
    }
  }

  static long best(Chain chain) {
    return chain.getPlayers().stream().mapToLong(ChainPlayer::getContribution).max().orElse(0);
  }
}
