package midgard.agent;

import midgard.schemas.Domain;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Names the states of one agent in one domain: by it they are kept and asked for.
 *
 * @param part tells the agents of one name in one domain apart; usually the domain's own name
 */
public record StateOf<S extends SpecificRecord>(
    AgentName name, Domain domain, String part, Class<S> type) {

  public static <S extends SpecificRecord> StateOf<S> of(
      AgentName name, Domain domain, Class<S> type) {
    return new StateOf<>(name, domain, domain.id(), type);
  }

  public static <S extends SpecificRecord> StateOf<S> of(
      AgentName name, Domain domain, String part, Class<S> type) {
    return new StateOf<>(name, domain, part, type);
  }

  /** The state of a key that was never touched: every field at its schema's default. */
  public S initial() {
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    S state = type.cast(data.newRecord(null, schema));
    for (Schema.Field field : schema.getFields()) {
      state.put(field.pos(), data.deepCopy(field.schema(), data.getDefaultValue(field)));
    }
    return state;
  }

  /** Unique among all agents, and where the states are kept: {@code reputation-player}. */
  public String id() {
    return name.id() + "-" + part;
  }
}
