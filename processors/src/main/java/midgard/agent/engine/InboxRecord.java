package midgard.agent.engine;

import java.util.Optional;
import midgard.schemas.inbox.InboxMessage;

/**
 * A message and its place in the log.
 *
 * @param key empty for what goes to every partition: ticks and broadcasts
 */
public record InboxRecord(
    String topic, int partition, long offset, Optional<String> key, InboxMessage message) {}
