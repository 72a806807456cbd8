package midgard.service.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import midgard.agent.StateOf;
import midgard.agents.economy.EconomyWorld;
import midgard.agents.faction.BalanceOfPower;
import midgard.agents.karma.MoralBalance;
import midgard.agents.problem.DailyProblem;
import midgard.agents.storyline.Storyline;
import midgard.agents.storyline.WorldStateSnapshot;
import midgard.agents.storyline.WorldStateSnapshot.Allegiance;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.storyline.NotedChoice;
import midgard.schemas.world.LevelBucket;
import midgard.schemas.world.MapCount;
import midgard.schemas.world.MvpCount;
import org.apache.avro.specific.SpecificRecord;

/** The world as an arc would be chosen by it now (domain reference 6.6). */
final class WorldStates {
  private final WorldReads world;

  WorldStates(WorldReads world) {
    this.world = world;
  }

  /**
   * @param inflationRate change of the price index in 24 hours; 0.05: five percent
   * @param globalKarma null while it is not known
   */
  record View(
      List<String> mostVisitedMaps,
      List<String> leastVisitedMaps,
      List<MapCount> mapKillCounts,
      int onlinePlayerCount,
      int playerAverageLevel,
      List<LevelBucket> playerLevelDistribution,
      List<MvpCount> mvpKillFrequency,
      long zenyCirculation,
      double inflationRate,
      List<Integer> topItemsInCirculation,
      Optional<String> dominantFaction,
      List<WorldStateSnapshot.Standing> factionScores,
      OptionalLong globalKarma,
      List<String> activeProblems,
      List<WorldStateSnapshot.Outcome> problemOutcomes,
      List<String> previousArcs,
      int currentArcChapter,
      List<NotedChoice> playerChoicesMade,
      Instant timestamp) {}

  private <S extends SpecificRecord> S state(StateOf<S> of) {
    return world.state(of, Domain.WORLD_KEY).orElseGet(of::initial);
  }

  View now() {
    WorldStateSnapshot snapshot =
        WorldStateSnapshot.of(
            state(WorldPulse.STATE),
            state(EconomyWorld.STATE),
            state(DailyProblem.STATE),
            state(Storyline.STATE),
            Allegiance.of(state(MoralBalance.STATE), state(BalanceOfPower.STATE)),
            world.worldTime());
    return new View(
        snapshot.mostVisitedMaps(),
        snapshot.leastVisitedMaps(),
        snapshot.mapKillCounts(),
        snapshot.onlinePlayerCount(),
        snapshot.playerAverageLevel(),
        snapshot.playerLevelDistribution(),
        snapshot.mvpKillFrequency(),
        snapshot.zenyCirculation(),
        snapshot.inflationMilli() / 1000.0,
        snapshot.topItemsInCirculation(),
        snapshot.dominantFaction(),
        snapshot.factionScores(),
        snapshot.globalKarma(),
        snapshot.activeProblems(),
        snapshot.problemOutcomes(),
        snapshot.previousArcs(),
        snapshot.currentArcChapter(),
        snapshot.playerChoicesMade(),
        Instant.ofEpochMilli(snapshot.time()));
  }
}
