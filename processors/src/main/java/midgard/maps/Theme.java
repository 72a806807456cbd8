package midgard.maps;

/** Which hazards suit a map; the table of domain reference 1.13. */
public enum Theme {
  UNDEAD,
  DESERT,
  ICE,
  FOREST,
  CAVE,
  /** Named in no row of the table: every hazard suits it. */
  GENERIC
}
