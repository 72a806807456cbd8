package midgard.bench.traffic;

/**
 * What a player begins, and what follows from it at once. A recorded scene is counted by the event
 * named beside it.
 */
public enum Scene {
  /** monster_kill without mvp_kill; then levels, drops, pickups. */
  HUNT(Place.FIELD),
  /** mvp_kill; before it the monster_kill, after it the prize. */
  MVP(Place.FIELD),
  /** item_change by use. */
  CONSUME(Place.ANYWHERE),
  /** skill_use. */
  SKILL(Place.FIELD),
  /** player_death by a monster; perhaps back to town. */
  DEATH(Place.FIELD),
  /** pvp_kill; then the victim's player_death. */
  DUEL(Place.FIELD),
  /** map_change that neither a fare, a command nor a death explains. */
  TRAVEL(Place.ANYWHERE),
  /** npc_interaction talk that nothing follows. */
  TALK(Place.TOWN),
  /** npc_interaction trade that no deal follows. */
  LOOK(Place.TOWN),
  /** npc_interaction gift, chest or help, after a talk. */
  FAVOUR(Place.TOWN),
  /** The warp service: a talk, its fare, then map_change. */
  FARE(Place.TOWN),
  /** shop_buy, after the shop was opened. */
  BUY(Place.TOWN),
  /** shop_sell, after the shop was opened. */
  SELL(Place.TOWN),
  /** item_refine, after a talk and its fee. */
  REFINE(Place.TOWN),
  /** donation, after a talk. */
  DONATE(Place.TOWN),
  /** quest_accept, after a talk. */
  ACCEPT(Place.TOWN),
  /** quest_complete, after a talk; then the reward. */
  COMPLETE(Place.TOWN),
  /** trade_complete. */
  TRADE(Place.ANYWHERE),
  /** vending_sale, counted for the buyer. */
  VENDING(Place.ANYWHERE),
  /** A pair of item_change other: bag to cart or back. */
  CART(Place.ANYWHERE),
  /** item_drop by the player's own hand. */
  THROW(Place.ANYWHERE),
  /** chat. */
  CHAT(Place.ANYWHERE),
  /** party_change by a player. */
  PARTY(Place.ANYWHERE),
  /** guild_change by a player. */
  GUILD(Place.ANYWHERE),
  /** gm_command, with its effects. */
  COMMAND(Place.ANYWHERE),
  /** player_login or player_logout. */
  SESSION(Place.ANYWHERE);

  /** Where a player must be for it. */
  enum Place {
    FIELD,
    TOWN,
    ANYWHERE
  }

  private final Place place;

  Scene(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }
}
