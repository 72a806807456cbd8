package midgard.schemas.topic;

import java.util.Map;
import midgard.schemas.serde.AvroSerde;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic: its name, its types and its settings. Keys are text everywhere.
 *
 * @param purpose one sentence for people
 * @param config broker settings; nothing is left to the broker's defaults that retention or order
 *     depend on
 * @param forProducers whether game servers may write to it
 */
public record Topic<V extends SpecificRecord>(
    String name,
    String purpose,
    AvroSerde<V> value,
    int partitions,
    short replication,
    Map<String, String> config,
    boolean forProducers) {

  public Serde<String> key() {
    return Serdes.String();
  }

  public NewTopic toNewTopic() {
    return new NewTopic(name, partitions, replication).configs(config);
  }
}
