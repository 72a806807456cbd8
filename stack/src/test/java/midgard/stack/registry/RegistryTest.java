package midgard.stack.registry;

import java.nio.file.Path;
import java.util.UUID;
import midgard.stack.EmbeddedKafka;
import midgard.stack.EmbeddedRegistry;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests against a registry on a real broker; each test works under subjects of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistryTest {
  static final String V1 =
      """
      {"type":"record","name":"Player","namespace":"t","fields":[{"name":"id","type":"long"}]}""";

  /** V1 and a field with a default: may read V1 and be read by it. */
  static final String V2 =
      """
      {"type":"record","name":"Player","namespace":"t","fields":[{"name":"id","type":"long"},\
      {"name":"level","type":"int","default":1}]}""";

  /** V1 and a field without a default: cannot read V1, but V1 can read it. */
  static final String NEEDS_MORE =
      """
      {"type":"record","name":"Player","namespace":"t","fields":[{"name":"id","type":"long"},\
      {"name":"level","type":"int"}]}""";

  private EmbeddedKafka kafka;
  private EmbeddedRegistry registry;

  @BeforeAll
  void start(@TempDir Path dir) {
    kafka = EmbeddedKafka.start(dir);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  void stop() {
    registry.close();
    kafka.close();
  }

  /** The real client, with nothing in its cache. */
  SchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  RegistryHttp http() {
    return new RegistryHttp(registry.url());
  }

  static String newSubject() {
    return "subject-" + UUID.randomUUID();
  }
}
