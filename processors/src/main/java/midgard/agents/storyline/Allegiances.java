package midgard.agents.storyline;

import midgard.agent.Context;
import midgard.agents.storyline.WorldStateSnapshot.Allegiance;

/** What the world's other agents know of factions and karma. */
final class Allegiances {
  private Allegiances() {}

  static Allegiance of(Context<?> context) {
    return Allegiance.UNKNOWN;
  }
}
