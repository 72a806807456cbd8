package midgard.agents.storyline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import midgard.agents.storyline.ArcTemplate.Mood;
import midgard.agents.world.WorldSummary;
import midgard.maps.MapCatalogue;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.ItemRank;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedNote;
import midgard.schemas.storyline.NotedChoice;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.StorylineState;
import midgard.schemas.world.LevelBucket;
import midgard.schemas.world.MapCount;
import midgard.schemas.world.MvpCount;
import midgard.schemas.world.WorldState;

/**
 * What an arc is chosen by: the world as its agents have measured it (domain reference 6.6).
 *
 * @param leastVisitedMaps hunting grounds where nothing is going on
 * @param mapKillCounts of the last hour, most first
 * @param mvpKillFrequency of the last 24 hours
 * @param inflationMilli change of the price index in 24 hours, in thousandths
 * @param dominantFaction empty while none dominates
 * @param globalKarma empty while it is not known
 * @param problemOutcomes what became of the last problems, latest last
 * @param previousArcs the last 5, latest first
 * @param currentArcChapter 0: no arc runs
 */
public record WorldStateSnapshot(
    List<String> mostVisitedMaps,
    List<String> leastVisitedMaps,
    List<MapCount> mapKillCounts,
    int onlinePlayerCount,
    int playerAverageLevel,
    List<LevelBucket> playerLevelDistribution,
    List<MvpCount> mvpKillFrequency,
    long zenyCirculation,
    long inflationMilli,
    List<Integer> topItemsInCirculation,
    Optional<String> dominantFaction,
    List<Standing> factionScores,
    OptionalLong globalKarma,
    List<String> activeProblems,
    List<Outcome> problemOutcomes,
    List<String> previousArcs,
    int currentArcChapter,
    List<NotedChoice> playerChoicesMade,
    long time) {
  private static final int MAPS = 10;
  private static final int ITEMS = 10;
  private static final int OUTCOMES = 10;

  private static final int MILLI = 1000;

  /** Karma beyond which a world is good or evil. */
  private static final int MOOD_FROM = 3000;

  /** A faction's alignment. */
  public record Standing(String faction, long score) {}

  /** What became of something. */
  public record Outcome(String id, String title, String outcome) {}

  /** What other agents know of the world's allegiance; empty where they do not work. */
  public record Allegiance(
      Optional<String> dominant, List<Standing> scores, OptionalLong globalKarma) {
    public static final Allegiance UNKNOWN =
        new Allegiance(Optional.empty(), List.of(), OptionalLong.empty());

    /** Karma is known from the first deed on. */
    public static Allegiance of(GlobalKarmaState karma, BalanceOfPowerState power) {
      boolean known = karma.getGoodActions() > 0 || karma.getEvilActions() > 0;
      return new Allegiance(
          Optional.ofNullable(power.getDominant()).map(Enum::name),
          power.getScores().stream()
              .map(score -> new Standing(score.getFaction().name(), score.getScoreMilli() / MILLI))
              .toList(),
          known ? OptionalLong.of(karma.getKarmaMilli() / MILLI) : OptionalLong.empty());
    }
  }

  public static WorldStateSnapshot of(
      WorldState world,
      EconomyState economy,
      ProblemState problems,
      StorylineState story,
      Allegiance allegiance,
      long now) {
    List<String> visited = names(WorldSummary.busiest(world, MAPS));
    Arc arc = story.getArc();
    boolean runs = arc != null && StoryCourse.isActive(arc);
    return new WorldStateSnapshot(
        visited,
        quiet(world),
        WorldSummary.mostKills(world, MAPS),
        world.getOnlinePlayers(),
        (int) (world.getMeanLevelMilli() / 1000),
        world.getLevels(),
        WorldSummary.mvpKills24h(world, now),
        world.getEconomy() == null ? 0 : world.getEconomy().getCirculation(),
        world.getEconomy() == null ? 0 : world.getEconomy().getInflationMilli(),
        economy.getFarmed().stream().limit(ITEMS).map(ItemRank::getItemId).toList(),
        allegiance.dominant(),
        allegiance.scores(),
        allegiance.globalKarma(),
        active(problems, now),
        outcomes(story),
        story.getPast().stream()
            .limit(StorylineRules.NOT_REPEATED)
            .map(PastArc::getArcName)
            .toList(),
        runs ? arc.getCurrentChapter() : 0,
        arc == null ? List.of() : arc.getChoices(),
        now);
  }

  private static List<String> names(List<MapCount> maps) {
    return maps.stream().map(MapCount::getMap).toList();
  }

  private static List<String> quiet(WorldState world) {
    List<String> known = names(WorldSummary.busiest(world, Integer.MAX_VALUE));
    Stream<String> silent =
        MapCatalogue.KNOWN.huntingGrounds().stream().filter(map -> !known.contains(map));
    Stream<String> calm =
        WorldSummary.busiest(world, Integer.MAX_VALUE).stream()
            .sorted(Comparator.comparingLong(MapCount::getCount).thenComparing(MapCount::getMap))
            .map(MapCount::getMap);
    return Stream.concat(silent, calm).limit(MAPS).toList();
  }

  private static List<String> active(ProblemState problems, long now) {
    Problem problem = problems.getCurrent();
    boolean active =
        problem != null
            && problem.getStatus() == ProblemStatus.active
            && now < problem.getExpiresAt();
    return active ? List.of(problem.getTitle()) : List.of();
  }

  private static List<Outcome> outcomes(StorylineState story) {
    List<Outcome> all =
        story.getDeeds().stream()
            .filter(deed -> deed.getKind() == DeedKind.problem)
            .map(WorldStateSnapshot::outcome)
            .toList();
    return all.subList(Math.max(0, all.size() - OUTCOMES), all.size());
  }

  private static Outcome outcome(DeedNote deed) {
    return new Outcome(deed.getId(), deed.getTitle(), deed.getOutcome().name());
  }

  Mood mood() {
    long karma = globalKarma.orElse(0);
    if (karma > MOOD_FROM) {
      return Mood.GOOD;
    }
    return karma < -MOOD_FROM ? Mood.EVIL : Mood.ANY;
  }

  /** Where most monsters fall; a quiet ground while none do. */
  String huntedMap() {
    return mapKillCounts.stream()
        .map(MapCount::getMap)
        .filter(map -> !MapCatalogue.KNOWN.isTown(map))
        .findFirst()
        .orElse(MapCatalogue.KNOWN.huntingGrounds().get(0));
  }
}
