package midgard.bench.faults.feed;

/**
 * An event on its way.
 *
 * @param id its event_id
 * @param player who acts; 0: nobody
 * @param tick whether it is a second of the clock, which is no event of the game
 * @param json as it is sent
 */
public record FedEvent(String id, long player, boolean tick, String json) {}
