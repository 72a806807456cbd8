package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws by whole weights. */
final class Weighted<T> {
  private final List<T> values;
  private final int[] upTo;

  private Weighted(List<T> values, int[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  static <T> Weighted<T> of(Collection<T> values, ToIntFunction<T> weight) {
    List<T> list = new ArrayList<>();
    int[] upTo = new int[values.size()];
    int sum = 0;
    for (T value : values) {
      int own = weight.applyAsInt(value);
      if (own > 0) {
        sum += own;
        upTo[list.size()] = sum;
        list.add(value);
      }
    }
    return new Weighted<>(list, Arrays.copyOf(upTo, list.size()));
  }

  static <T> Weighted<T> of(Map<T, Integer> weights) {
    return of(weights.keySet(), weights::get);
  }

  boolean isEmpty() {
    return upTo.length == 0;
  }

  int total() {
    return isEmpty() ? 0 : upTo[upTo.length - 1];
  }

  T draw(UniformRandomProvider random) {
    int ticket = random.nextInt(upTo[upTo.length - 1]) + 1;
    int at = Arrays.binarySearch(upTo, ticket);
    return values.get(at >= 0 ? at : -at - 1);
  }
}
