package midgard.bench.faults;

import java.util.List;
import midgard.bench.faults.evidence.Evidence;

/**
 * Judges what a fault left behind, for one reason only. An oracle is a class of the package {@code
 * oracle} and is entered in {@link Oracles}; a unit test gives it bad evidence and sees it find
 * that, before it is trusted. It only looks at the {@link Evidence}, so it can be asked again and
 * again and needs no server.
 */
public interface Oracle {
  /** A column of the table: one short word. */
  String name();

  /** What holds when it finds nothing. */
  String claims();

  /** What is wrong, one line each: what, where, and what would be right. Empty when all is well. */
  List<String> judge(Evidence evidence);
}
