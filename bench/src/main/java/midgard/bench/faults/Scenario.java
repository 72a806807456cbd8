package midgard.bench.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.evidence.Logs;

/**
 * One way to hurt a running world.
 *
 * <p>The harness ({@link Trial}) starts the shipped program in a process of its own, feeds it with
 * events at a steady rate, and calls {@link #strike} as soon as the world is ready. A scenario is
 * written as a class of the package {@code scenario} and entered in {@link Scenarios}:
 *
 * <ol>
 *   <li>{@link #surroundings} starts what the world is to stand on besides itself (brokers, a proxy
 *       before PostgreSQL, ...), hands it to {@link Run#closeAtEnd}, and returns the environment
 *       keys that lead the world to it. Most scenarios need none.
 *   <li>{@link #strike} waits with {@link midgard.bench.faults.feed.Feed#awaitShare} for moments
 *       that it drew from {@link Run#random}, breaks things, and mends them. When it returns,
 *       nothing may be broken any more and the world must be running (not necessarily ready).
 *   <li>What is planted and must end in the dead letters is told to {@link Run#expectDeadLetter}.
 * </ol>
 *
 * <p>Then the harness waits for the end of the feed and until everything is worked off, stops the
 * world, collects the {@link Evidence} and lets every {@link Oracle} judge it. What cannot hold
 * under this fault is named in {@link #leftOut}; what only this scenario knows is judged in {@link
 * #judge}.
 */
public interface Scenario {
  /** A short name for the command line and the table: {@code world-killed}. */
  String name();

  /** What is broken, in one line. */
  String what();

  /** Why this machine cannot run it; empty when it can. */
  default Optional<String> impossible() {
    return Optional.empty();
  }

  /** Starts what stands around the world; returns the environment keys that lead there. */
  default Map<String, String> surroundings(Run run) throws Exception {
    return Map.of();
  }

  /** What is to be fed. */
  default FeedPlan plan() {
    return FeedPlan.USUAL;
  }

  /** What the child process runs: flags, then {@code -jar} or a class, then its arguments. */
  default List<String> program(Programs programs) {
    return programs.shipped();
  }

  /** The agents of that program, if they are not those of the shipped one. */
  default AgentsOf agents() {
    return AgentsOf.SHIPPED;
  }

  /** The agents with which its inboxes are replayed; their stores are compared. */
  default AgentsOf replayed() {
    return agents();
  }

  /** Breaks things while events come in, and mends them. */
  void strike(Run run) throws Exception;

  /**
   * What must be in the dead letters besides what {@link Run#expectDeadLetter} was told; for what
   * can only be known when the log is read.
   */
  default Set<ExpectedLetter> expectedLetters(Logs logs) {
    return Set.of();
  }

  /**
   * Whether files of the local state are damaged. What of them was never read since may then be
   * found unreadable in the end; that is no fault, as long as none is read as something else.
   */
  default boolean hurtsFiles() {
    return false;
  }

  /** Names of oracles that cannot judge this fault; they show as not applicable. */
  default Set<String> leftOut() {
    return Set.of();
  }

  /** Judges what only this scenario knows; empty when all is well. */
  default List<String> judge(Evidence evidence) {
    return List.of();
  }
}
