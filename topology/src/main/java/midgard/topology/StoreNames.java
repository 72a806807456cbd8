package midgard.topology;

import midgard.schemas.Domain;

/**
 * The names of all nodes and stores of the topology. They are part of the data: a changelog bears
 * its store's name, so a name that changes loses the state under it.
 */
public final class StoreNames {
  public static final String ROUTER_BOOTS = "router-boots";
  public static final String ROUTER_RANGES = "router-ranges";
  public static final String ROUTER_IDS = "router-ids";

  public static final String GAME_EVENTS = "game-events";
  public static final String ROUTER = "router";
  public static final String CLOCK = "clock";
  public static final String BACK_TO_GAME_EVENTS = "router-to-game-events";
  public static final String DEAD_LETTERS_OF_ROUTER = "router-to-dead-letters";

  private StoreNames() {}

  /** The router's sink into an inbox. */
  public static String toInbox(Domain domain) {
    return "router-to-inbox-" + domain.id();
  }

  public static String inbox(Domain domain) {
    return "inbox-" + domain.id();
  }

  /** The processor that runs a domain's agents. */
  public static String agents(Domain domain) {
    return domain.id() + "-agents";
  }

  /**
   * The store of a domain: the states of all its agents, its timers and its clock, laid out by
   * {@link DomainKeys}. What a world costs to open, to restore and to commit grows with the number
   * of its stores (docs/decisions/015).
   */
  public static String states(Domain domain) {
    return domain.id() + "-states";
  }

  /** A sink of a domain's agents. */
  public static String sink(Domain domain, String to) {
    return domain.id() + "-to-" + to;
  }
}
