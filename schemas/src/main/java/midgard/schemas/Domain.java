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
  /** One key, {@link #WORLD_KEY}. */
  WORLD;

  /** The only key of {@link #WORLD}. */
  public static final String WORLD_KEY = "world";

  /** The name as it stands in topics, stores and paths: {@code player}, {@code map}, ... */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
