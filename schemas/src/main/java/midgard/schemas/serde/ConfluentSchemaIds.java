package midgard.schemas.serde;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * The real Confluent client, which caches what it has seen. The only class that knows its package:
 * Flink publishes it under another one than Confluent does (docs/decisions/001).
 */
public final class ConfluentSchemaIds implements SchemaIds {
  private static final int CACHED_SCHEMAS = 1000;

  private final String url;
  private final SchemaRegistryClient client;

  /**
   * @param url one or more base URLs, separated by commas
   */
  public ConfluentSchemaIds(String url) {
    this.url = url;
    this.client = new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, Map.of());
  }

  @Override
  public int register(String subject, Schema schema) {
    try {
      return client.register(subject, new AvroSchema(schema.toString()));
    } catch (IOException e) {
      throw unreachable(e);
    } catch (RestClientException e) {
      throw new SchemaRegistryException(
          "The schema registry at %s refused the schema %s for the subject %s: %s"
              .formatted(url, schema.getFullName(), subject, e.getMessage()),
          e.getStatus() >= 500,
          e);
    }
  }

  @Override
  public Schema byId(int id) {
    try {
      ParsedSchema parsed = client.getSchemaById(id);
      return new Schema.Parser().parse(parsed.canonicalString());
    } catch (IOException e) {
      throw unreachable(e);
    } catch (RestClientException e) {
      throw new SchemaRegistryException(
          "The schema registry at %s has no schema with the id %d: %s"
              .formatted(url, id, e.getMessage()),
          e.getStatus() >= 500,
          e);
    }
  }

  private SchemaRegistryException unreachable(IOException e) {
    return new SchemaRegistryException(
        "The schema registry at %s does not answer: %s".formatted(url, e.getMessage()), true, e);
  }
}
