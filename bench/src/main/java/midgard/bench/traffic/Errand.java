package midgard.bench.traffic;

/**
 * Something that a player goes somewhere to do.
 *
 * @param payload of the event that tells it
 */
public record Errand(String map, int x, int y, Object payload) {}
