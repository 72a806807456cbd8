package midgard.topology.replay;

/**
 * How far a partition of an inbox is.
 *
 * @param firstOffset of what was worked off
 * @param lastOffset of what was worked off
 * @param time event time of the last message, ms UTC
 */
public record Progress(
    String topic, int partition, long messages, long firstOffset, long lastOffset, long time) {}
