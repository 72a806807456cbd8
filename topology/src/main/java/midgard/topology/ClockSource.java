package midgard.topology;

/** Where the world's seconds come from. */
public enum ClockSource {
  /** The machine's clock: live. */
  WALL,
  /** {@code clock_tick} events that a feeder puts between the events of a session: simulation. */
  FEED
}
