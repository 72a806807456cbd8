package midgard.service.live;

import java.util.List;

/** Hears what the agents concluded, in the order of each partition. */
@FunctionalInterface
public interface ChangeListener {
  /** Must return at once: the feed waits for it. */
  void changed(List<LiveChange> changes);
}
