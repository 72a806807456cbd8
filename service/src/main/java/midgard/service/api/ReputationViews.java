package midgard.service.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import midgard.agents.reputation.Leaderboard;
import midgard.agents.reputation.Reputation;
import midgard.agents.reputation.ReputationRules;
import midgard.schemas.Domain;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.reputation.Rank;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.reputation.ReputationState;

/**
 * What is said of players' merit. Influence is shown rounded half up, its thousandths beside it.
 */
final class ReputationViews {
  private final WorldReads world;

  ReputationViews(WorldReads world) {
    this.world = world;
  }

  /**
   * @param known false: never logged in nor earned anything, so all is 0
   * @param nextTierProgress 0 to 1; 1 at the top
   * @param breakdown points per kind
   */
  record Influence(
      long playerId,
      String playerName,
      boolean known,
      long totalInfluence,
      long totalInfluenceMilli,
      int tier,
      String tierName,
      double nextTierProgress,
      Map<String, Long> breakdown,
      Instant timestamp) {}

  record Benefit(String id, String description, int fromTier, Integer itemId) {}

  record Benefits(
      long playerId,
      boolean known,
      int tier,
      String tierName,
      List<Benefit> shops,
      List<Benefit> titles,
      List<Benefit> headgears,
      List<Benefit> passives,
      List<Benefit> services,
      List<Benefit> auras,
      Instant timestamp) {}

  record Place(
      int rank,
      long playerId,
      String playerName,
      long totalInfluence,
      long totalInfluenceMilli,
      int tier,
      String tierName) {}

  record Ranking(List<Place> leaderboard, long totalPlayers, Instant timestamp) {}

  Influence of(long player) {
    ReputationState state = state(player);
    Map<String, Long> breakdown = new LinkedHashMap<>();
    for (ReputationKind kind : ReputationKind.values()) {
      breakdown.put(kind.name(), 0L);
    }
    state.getMerits().forEach(merit -> breakdown.put(merit.getKind().name(), merit.getPoints()));
    long milli = state.getInfluenceMilli();
    return new Influence(
        player,
        state.getPlayerName(),
        state.getKnown(),
        ReputationRules.shown(milli),
        milli,
        state.getTier(),
        tierName(state.getTier()),
        ReputationRules.progress(milli),
        breakdown,
        world.now());
  }

  Benefits benefits(long player) {
    ReputationState state = state(player);
    int tier = state.getTier();
    return new Benefits(
        player,
        state.getKnown(),
        tier,
        tierName(tier),
        benefits(tier, "shop"),
        benefits(tier, "title"),
        benefits(tier, "headgear"),
        benefits(tier, "passive"),
        benefits(tier, "service"),
        benefits(tier, "aura"),
        world.now());
  }

  Ranking leaderboard(int limit) {
    LeaderboardState state =
        world
            .state(Leaderboard.STATE, Domain.WORLD_KEY)
            .orElseGet(() -> LeaderboardState.newBuilder().build());
    List<Rank> ranks = state.getRanks();
    List<Place> places =
        IntStream.range(0, Math.min(limit, ranks.size()))
            .mapToObj(index -> place(index + 1, ranks.get(index)))
            .toList();
    return new Ranking(places, state.getTotalPlayers(), world.now());
  }

  private ReputationState state(long player) {
    return world
        .state(Reputation.STATE, Long.toString(player))
        .orElseGet(() -> ReputationState.newBuilder().build());
  }

  private static Place place(int rank, Rank of) {
    return new Place(
        rank,
        of.getPlayerId(),
        of.getPlayerName(),
        ReputationRules.shown(of.getInfluenceMilli()),
        of.getInfluenceMilli(),
        of.getTier(),
        tierName(of.getTier()));
  }

  private static List<Benefit> benefits(int upToTier, String type) {
    return ReputationRules.TIERS.stream()
        .limit(upToTier + 1L)
        .flatMap(
            tier ->
                tier.benefits().stream()
                    .filter(benefit -> benefit.type().equals(type))
                    .map(
                        benefit ->
                            new Benefit(
                                benefit.id(),
                                benefit.description(),
                                tier.number(),
                                benefit.itemId() == 0 ? null : benefit.itemId())))
        .toList();
  }

  private static String tierName(int tier) {
    return ReputationRules.TIERS.get(tier).name();
  }
}
