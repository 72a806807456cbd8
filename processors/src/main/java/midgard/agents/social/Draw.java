package midgard.agents.social;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws without putting back. */
final class Draw {
  private Draw() {}

  /** So many of them, each at most once, in the order drawn; all when there are fewer. */
  static <T> List<T> some(List<T> from, int count, UniformRandomProvider random) {
    List<T> left = new ArrayList<>(from);
    List<T> drawn = new ArrayList<>();
    while (drawn.size() < count && !left.isEmpty()) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }

  static <T> T one(List<T> from, UniformRandomProvider random) {
    return from.get(random.nextInt(from.size()));
  }
}
