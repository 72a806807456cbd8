package midgard.bench.faults.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import midgard.bench.faults.feed.Fate;
import midgard.topology.router.Routes;

/**
 * All that a run left behind, read from the real servers after the world had worked everything off
 * and was stopped, so that nothing moves any more.
 *
 * @param fates what the feeder was told of each event, by id; without the clock's ticks
 * @param logs what the topics hold
 * @param routes where an event has to go, by the agents' rules
 * @param effects what the agents' work led to, and what a replay of the inboxes leads to
 * @param states what the agents keep
 * @param tables rows of PostgreSQL, by table
 * @param openFailures changes that the projection could not write, as PostgreSQL holds them
 * @param purses what the API said of each player's purse; players without one are left out
 * @param figures what the world counted
 * @param expectedLetters what was planted and must be in the dead letters
 * @param journal how often the game server did each action, by its idempotency key
 * @param filesHurt whether the scenario damaged local files: what is damaged and was never read
 *     shows when it is, by its checksum
 */
public record Evidence(
    Map<String, Fate> fates,
    Logs logs,
    Routes routes,
    Effects effects,
    Kept states,
    Map<String, TableRows> tables,
    List<String> openFailures,
    Map<Long, Long> purses,
    Figures figures,
    Set<ExpectedLetter> expectedLetters,
    Map<String, Integer> journal,
    boolean filesHurt) {

  /**
   * What the inboxes led to.
   *
   * @param recorded in the topics
   * @param replayed by a replay of the same inboxes
   * @param failures of agents, in the replay
   */
  public record Effects(
      List<Effect> recorded, List<Effect> replayed, Set<ExpectedLetter> failures) {}

  /**
   * The agents' states, from four sides.
   *
   * @param replayed as a replay has them
   * @param notReplayed names of stores that no replay fills: the router's, for one
   * @param changelogs the last value of each key in the changelog topics
   * @param local as they lay on disk after the world was stopped
   * @param restored as they lay on disk after a restart without the local states; empty where that
   *     was not tried
   */
  public record Kept(
      States replayed,
      Set<String> notReplayed,
      States changelogs,
      States local,
      Optional<States> restored) {}

  /**
   * Rows of a table, by their primary key.
   *
   * @param expected as the changes up to the projection's offset say
   */
  public record TableRows(Map<String, String> expected, Map<String, String> actual) {}

  /**
   * What the world counted, at its end.
   *
   * @param missingSequences gaps in the servers' sequences
   * @param failures of agents since the last start of the process, by agent
   */
  public record Figures(long missingSequences, Map<String, Long> failures) {}
}
