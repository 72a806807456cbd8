package midgard.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The registry as Confluent's own client sees it. */
class ConfluentClientTest extends RegistryTest {

  @Test
  void shouldGiveTheSameIdWhenASchemaIsRegisteredAgainOrElsewhere() throws Exception {
    String first = newSubject();
    String second = newSubject();

    int id = client().register(first, new AvroSchema(V1));

    assertThat(client().register(first, new AvroSchema(V1))).isEqualTo(id);
    assertThat(client().register(second, new AvroSchema(V1))).isEqualTo(id);
    assertThat(client().getAllVersions(first)).containsExactly(1);
    assertThat(client().getAllSubjectsById(id)).contains(first, second);
  }

  @Test
  void shouldAnswerWithSchemaAndVersionWhenAskedByIdOrSubject() throws Exception {
    String subject = newSubject();
    client().register(subject, new AvroSchema(V1));
    int id = client().register(subject, new AvroSchema(V2));

    assertThat(client().getSchemaById(id)).isEqualTo(new AvroSchema(V2));
    assertThat(client().getVersion(subject, new AvroSchema(V2))).isEqualTo(2);
    assertThat(client().getId(subject, new AvroSchema(V2))).isEqualTo(id);
    assertThat(client().getAllVersions(subject)).containsExactly(1, 2);
    SchemaMetadata latest = client().getLatestSchemaMetadata(subject);
    assertThat(latest.getVersion()).isEqualTo(2);
    assertThat(latest.getId()).isEqualTo(id);
    assertThat(client().getSchemaMetadata(subject, 1).getSchema())
        .isEqualTo(new AvroSchema(V1).canonicalString());
    assertThat(client().getByVersion(subject, 1, false).getSchema())
        .isEqualTo(new AvroSchema(V1).canonicalString());
    assertThat(client().getAllVersionsById(id)).contains(new SubjectVersion(subject, 2));
    assertThat(client().getSchemas(subject, false, true)).containsExactly(new AvroSchema(V2));
  }

  @Test
  void shouldTellSchemasApartWhenOnlyDocumentationDiffers() throws Exception {
    String subject = newSubject();
    String documented = V1.replace("\"fields\"", "\"doc\":\"somebody\",\"fields\"");

    int plain = client().register(subject, new AvroSchema(V1));
    int withDoc = client().register(subject, new AvroSchema(documented));

    assertThat(withDoc).isNotEqualTo(plain);
    assertThat(client().getVersion(subject, new AvroSchema(documented))).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhenIncompatible() throws Exception {
    String subject = newSubject();
    client().register(subject, new AvroSchema(V1));

    assertError(409, 409, () -> client().register(subject, new AvroSchema(NEEDS_MORE)));
    assertThat(client().testCompatibility(subject, new AvroSchema(NEEDS_MORE))).isFalse();
    assertThat(client().testCompatibilityVerbose(subject, new AvroSchema(NEEDS_MORE)))
        .anySatisfy(message -> assertThat(message).contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
    assertThat(client().testCompatibility(subject, new AvroSchema(V2))).isTrue();
    assertThat(client().getAllVersions(subject)).containsExactly(1);
  }

  @Test
  void shouldAcceptWhatTheLevelAllowsWhenItIsSetForASubject() throws Exception {
    String subject = newSubject();
    client().register(subject, new AvroSchema(V1));

    assertThat(client().getCompatibility(null)).isEqualTo("BACKWARD");
    assertThat(client().updateCompatibility(subject, "FORWARD")).isEqualTo("FORWARD");

    assertThat(client().getCompatibility(subject)).isEqualTo("FORWARD");
    assertThat(client().register(subject, new AvroSchema(NEEDS_MORE))).isPositive();
    client().deleteCompatibility(subject);
    assertError(404, 40408, () -> client().getCompatibility(subject));
  }

  @Test
  void shouldKeepIdsReadableWhenASubjectIsDeletedSoftly() throws Exception {
    String subject = newSubject();
    AvroSchema nowhereElse = new AvroSchema(V1.replace("Player", "OnlyInOneSubject"));
    int id = client().register(subject, nowhereElse);

    assertThat(client().deleteSubject(subject)).containsExactly(1);

    assertThat(client().getAllSubjects()).doesNotContain(subject);
    assertThat(client().getAllSubjects(true)).contains(subject);
    assertThat(client().getSchemaById(id)).isEqualTo(nowhereElse);
    assertError(404, 40401, () -> client().getAllVersions(subject));
    assertError(404, 40404, () -> client().deleteSubject(subject));
    assertThat(client().deleteSubject(subject, true)).containsExactly(1);
    assertError(404, 40403, () -> client().getSchemaById(id));
    assertError(404, 40401, () -> client().deleteSubject(subject, true));
  }

  @Test
  void shouldGoOnWithTheNextVersionWhenADeletedSchemaComesBack() throws Exception {
    String subject = newSubject();
    int id = client().register(subject, new AvroSchema(V1));
    client().deleteSubject(subject);

    assertThat(client().register(subject, new AvroSchema(V1))).isEqualTo(id);

    assertThat(client().getAllVersions(subject)).containsExactly(2);
  }

  @Test
  void shouldDeleteOneVersionInTwoSteps() throws Exception {
    String subject = newSubject();
    client().register(subject, new AvroSchema(V1));
    client().register(subject, new AvroSchema(V2));

    assertError(404, 40407, () -> client().deleteSchemaVersion(subject, "1", true));
    assertThat(client().deleteSchemaVersion(subject, "1")).isEqualTo(1);
    assertError(404, 40406, () -> client().deleteSchemaVersion(subject, "1"));
    assertThat(client().deleteSchemaVersion(subject, "1", true)).isEqualTo(1);

    assertError(404, 40402, () -> client().deleteSchemaVersion(subject, "1", true));
    assertThat(client().getAllVersions(subject)).containsExactly(2);
  }

  @Test
  void shouldResolveReferencesWhenASchemaNamesATypeOfAnotherSubject() throws Exception {
    String kinds = newSubject();
    String players = newSubject();
    String kind = "{\"type\":\"enum\",\"name\":\"Kind\",\"namespace\":\"t\",\"symbols\":[\"A\"]}";
    String player =
        "{\"type\":\"record\",\"name\":\"P\",\"namespace\":\"t\",\"fields\":[{\"name\":\"kind\",\"type\":\"Kind\"}]}";
    client().register(kinds, new AvroSchema(kind));
    AvroSchema referring =
        new AvroSchema(
            player, List.of(new SchemaReference("t.Kind", kinds, 1)), Map.of("t.Kind", kind), null);

    int id = client().register(players, referring);

    ParsedSchema read = client().getSchemaById(id);
    assertThat(read.references()).containsExactly(new SchemaReference("t.Kind", kinds, 1));
    assertThat(read.canonicalString()).isEqualTo(player);
    assertThat(client().getVersion(players, referring)).isEqualTo(1);
    assertError(422, 42206, () -> client().deleteSubject(kinds));
    assertError(422, 42206, () -> client().deleteSchemaVersion(kinds, "1"));
    client().deleteSubject(players);
    assertThat(client().deleteSubject(kinds)).containsExactly(1);
    assertError(422, 42206, () -> client().deleteSubject(kinds, true));
  }

  @Test
  void shouldRefuseWritesWhenReadOnly() throws Exception {
    String subject = newSubject();
    assertThat(client().setMode("READONLY", subject)).isEqualTo("READONLY");

    assertError(422, 42205, () -> client().register(subject, new AvroSchema(V1)));
    assertError(422, 42205, () -> client().updateCompatibility(subject, "FULL"));
    assertThat(client().getMode(subject)).isEqualTo("READONLY");
    assertThat(client().getMode()).isEqualTo("READWRITE");

    client().setMode("READWRITE", subject);
    assertThat(client().register(subject, new AvroSchema(V1))).isPositive();
  }

  @Test
  void shouldKeepGivenIdsAndVersionsWhenImporting() throws Exception {
    String subject = newSubject();
    assertError(422, 42205, () -> client().register(subject, new AvroSchema(V1), 7, 7001));

    client().setMode("IMPORT", subject);

    assertThat(client().register(subject, new AvroSchema(V1), 7, 7001)).isEqualTo(7001);
    assertThat(client().getSchemaById(7001)).isEqualTo(new AvroSchema(V1));
    assertThat(client().getAllVersions(subject)).containsExactly(7);
    assertError(422, 42207, () -> client().register(subject, new AvroSchema(V2), 8, 7001));
  }

  @Test
  void shouldSayWhatIsUnknownWhenNothingIsFound() {
    SchemaRegistryClient client = client();
    String subject = newSubject();

    assertError(404, 40401, () -> client.getAllVersions(subject));
    assertError(404, 40401, () -> client.getLatestSchemaMetadata(subject));
    assertError(404, 40401, () -> client.getVersion(subject, new AvroSchema(V1)));
    assertError(404, 40403, () -> client.getSchemaById(999_999));
  }

  @Test
  void shouldSayThatAVersionOrSchemaIsUnknownWhenOnlyTheSubjectIsKnown() throws Exception {
    String subject = newSubject();
    client().register(subject, new AvroSchema(V1));

    assertError(404, 40402, () -> client().getSchemaMetadata(subject, 9));
    assertError(404, 40403, () -> client().getVersion(subject, new AvroSchema(V2)));
  }

  private static void assertError(int status, int code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RestClientException.class,
            e -> {
              assertThat(e.getErrorCode()).isEqualTo(code);
              assertThat(e.getStatus()).isEqualTo(status);
            });
  }
}
