package midgard.schemas;

import java.util.Locale;

/** The five key spaces. Each has one inbox: one order for all that its agents may react to. */
public enum Domain {
  /** Key: character id. */
  PLAYER,
  /** Key: map name. */
  MAP,
  /** Key: item id. */
  ITEM,
  /** Key: NPC id, or its name where it has none. */
  NPC,
  /**
   * One partition. Key: {@link #WORLD_KEY}, or what the world keeps one of each, like an action.
   */
  WORLD;

  /** The key of what the world is as a whole. */
  public static final String WORLD_KEY = "world";

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as it stands in topics, stores and paths: {@code player}, {@code map}, ... */
  public String id() {
    return id;
  }
}
