package midgard.agent.engine;

import midgard.schemas.Cause;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.Topics;
import org.apache.avro.specific.SpecificRecord;

/** One message of the inbox and all that the rules which react to it have in common. */
final class Moment {
  private final EngineConfig config;
  private final Stores stores;
  private final InboxRecord record;
  private final long clock;
  private final Peeks peeks;
  private Cause cause;
  private String chain = "";
  private int ids;

  Moment(EngineConfig config, Stores stores, InboxRecord record, long clock, Peeks peeks) {
    this.config = config;
    this.stores = stores;
    this.record = record;
    this.clock = clock;
    this.peeks = peeks;
  }

  EngineConfig config() {
    return config;
  }

  Topics topics() {
    return config.topics();
  }

  Stores stores() {
    return stores;
  }

  InboxRecord record() {
    return record;
  }

  InboxMessage message() {
    return record.message();
  }

  long clock() {
    return clock;
  }

  Peeks peeks() {
    return peeks;
  }

  /** Names this message as the cause of what follows; the chain's first event stays named. */
  Cause cause() {
    if (cause == null) {
      String first = chain.isEmpty() ? message().getCause().getEventId() : chain;
      cause = new Cause(record.topic(), record.partition(), record.offset(), first);
    }
    return cause;
  }

  /**
   * From here on what follows belongs to the chain of another event: a tick only carries on what
   * had set the timer.
   *
   * @param event empty: the message's own
   */
  void goesBackTo(String event) {
    chain = event;
    cause = null;
  }

  String bodyName() {
    Object body = message().getBody();
    return (body instanceof GameEvent event ? event.getPayload() : body).getClass().getSimpleName();
  }

  String newId(String prefix) {
    String topic = record.topic();
    char domain = topic.charAt(topic.lastIndexOf('.') + 1);
    String place = prefix + "-" + domain + record.partition() + "-" + record.offset();
    return ids++ == 0 ? place : place + "-" + ids;
  }

  <V extends SpecificRecord> byte[] encode(Topic<V> topic, V value) {
    return topic.value().serializer().serialize(topic.name(), value);
  }
}
