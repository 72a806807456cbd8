package midgard.agents.treasure;

import java.time.Instant;
import java.util.Optional;
import midgard.schemas.treasure.FragmentState;

/**
 * A player's fragments as the API shows them (domain reference 2.5).
 *
 * @param fragmentsNeeded what the next card lacks; 0: one can be claimed
 */
public record FragmentView(
    long playerId,
    int fragmentCount,
    int cardsClaimed,
    Optional<Instant> lastFragmentAt,
    int fragmentsNeeded) {

  public static FragmentView of(long player, FragmentState state) {
    return new FragmentView(
        player,
        state.getFragments(),
        state.getCardsClaimed(),
        state.getLastFragmentAt() == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(state.getLastFragmentAt())),
        Math.max(0, state.getExchangeRate() - state.getFragments()));
  }
}
