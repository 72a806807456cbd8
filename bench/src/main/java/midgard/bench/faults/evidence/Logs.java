package midgard.bench.faults.evidence;

import java.util.List;
import java.util.Map;
import midgard.schemas.DeadLetter;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topics hold, each partition in its order; only what was committed.
 *
 * @param events of game.events that the router had to take: no ticks, nothing that is no event,
 *     nothing under another key than its server's; repeats are there
 * @param inboxes all that can be read
 * @param committed up to where the world has worked each partition off
 */
public record Logs(
    List<Logged<GameEvent>> events,
    List<Logged<InboxMessage>> inboxes,
    List<Logged<Change>> changes,
    List<Logged<GameAction>> actions,
    List<Logged<DeadLetter>> deadLetters,
    Map<TopicPartition, Long> committed) {}
