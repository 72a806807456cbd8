package midgard.topology.query;

/**
 * A closed window.
 *
 * @param start ms UTC
 */
public record Windowed<W>(long start, W window) {}
