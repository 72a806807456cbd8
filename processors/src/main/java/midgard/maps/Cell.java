package midgard.maps;

/** A place on a map, in cells from its south-west corner, which is (0, 0). */
public record Cell(int x, int y) {}
