package midgard.agents.reputation;

import java.util.Comparator;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.reputation.InfluenceReached;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.reputation.Rank;

/** Keeps the best players by influence, so that no question for them scans all players. */
public final class Leaderboard extends Agent<LeaderboardState> {
  public static final StateOf<LeaderboardState> STATE =
      StateOf.of(AgentName.REPUTATION, Domain.WORLD, LeaderboardState.class);

  /** As many as the API may be asked for. */
  public static final int PLACES = 1000;

  private static final Comparator<Rank> BEST_FIRST =
      Comparator.comparingLong(Rank::getInfluenceMilli)
          .reversed()
          .thenComparingLong(Rank::getPlayerId);

  public Leaderboard() {
    super(STATE);
    on(InfluenceReached.class, this::place);
  }

  private void place(InfluenceReached reached, Context<LeaderboardState> context) {
    LeaderboardState state = context.state();
    if (reached.getFirst()) {
      state.setTotalPlayers(state.getTotalPlayers() + 1);
    }
    List<Rank> ranks = state.getRanks();
    ranks.removeIf(rank -> rank.getPlayerId() == reached.getPlayerId());
    ranks.add(
        new Rank(
            reached.getPlayerId(),
            reached.getPlayerName(),
            reached.getInfluenceMilli(),
            reached.getTier()));
    ranks.sort(BEST_FIRST);
    if (ranks.size() > PLACES) {
      ranks.remove(PLACES);
    }
  }
}
