package midgard.maps;

/** What a map is for. */
public enum MapKind {
  /** A city or village: people and shops; its monsters, where it has any, are few. */
  TOWN,
  /** Open land with monsters. */
  FIELD,
  /** A cave, tower, castle or ruin with monsters. */
  DUNGEON,
  /** Rooms that lead from one map to another. */
  INDOOR,
  /** The grounds of guild castles and the dungeons beneath them. */
  GUILD,
  /** None of these. */
  OTHER
}
