package midgard.agent;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** What all keys of one agent in one partition share; made by {@link Agent#share}. */
public record Shared<X extends SpecificRecord>(Class<X> type, Supplier<X> initial) {
  /** Under which it is kept; no player, map, item or NPC is called so. */
  public static final String KEY = "*";
}
