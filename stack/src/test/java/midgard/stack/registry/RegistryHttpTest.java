package midgard.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.stack.registry.RegistryHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, beyond what the real client looks at. */
class RegistryHttpTest extends RegistryTest {

  @Test
  void shouldAnswerInTheRegistrysOwnTypeWhenAsked() {
    Answer answer = http().get("/subjects");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
  }

  @Test
  void shouldAnswerWithTheWholeVersionWhenASchemaIsLookedUp() {
    String subject = newSubject();
    int id = http().register(subject, V1).body().path("id").asInt();

    Answer answer = http().post("/subjects/" + subject, RegistryHttp.request(V1).toString());

    assertThat(answer.body())
        .isEqualTo(
            RegistryJson.object()
                .put("subject", subject)
                .put("version", 1)
                .put("id", id)
                .put("schema", V1));
    assertThat(http().get("/subjects/" + subject + "/versions/latest/schema").body().toString())
        .isEqualTo(V1);
    assertThat(http().get("/schemas/ids/" + id + "/schema").body().toString()).isEqualTo(V1);
    assertThat(http().get("/schemas/ids/" + id).body().path("schema").asText()).isEqualTo(V1);
    assertThat(http().get("/schemas/types").body().toString()).isEqualTo("[\"AVRO\"]");
  }

  @Test
  void shouldListByPrefixAndStateWhenAsked() {
    String family = newSubject();
    http().register(family + "-a", V1);
    http().register(family + "-b", V1);
    http().delete("/subjects/" + family + "-b");

    assertThat(names(http().get("/subjects?subjectPrefix=" + family)))
        .containsExactly(family + "-a");
    assertThat(names(http().get("/subjects?deleted=true&subjectPrefix=" + family)))
        .containsExactly(family + "-a", family + "-b");
    assertThat(names(http().get("/subjects?deletedOnly=true&subjectPrefix=" + family)))
        .containsExactly(family + "-b");
    assertThat(names(http().get("/subjects?deleted=true&offset=1&subjectPrefix=" + family)))
        .containsExactly(family + "-b");
    assertThat(http().get("/schemas?subjectPrefix=" + family).body()).hasSize(1);
  }

  private static List<String> names(Answer answer) {
    List<String> names = new ArrayList<>();
    answer.body().forEach(name -> names.add(name.asText()));
    return names;
  }

  @Test
  void shouldNameTheReferrersWhenAsked() {
    String kinds = newSubject();
    String players = newSubject();
    http()
        .register(
            kinds, "{\"type\":\"enum\",\"name\":\"Kind\",\"namespace\":\"t\",\"symbols\":[\"A\"]}");
    String player =
        "{\"type\":\"record\",\"name\":\"P\",\"namespace\":\"t\",\"fields\":[{\"name\":\"k\",\"type\":\"Kind\"}]}";
    int id =
        http()
            .post(
                "/subjects/" + players + "/versions",
                RegistryHttp.withReference(player, "t.Kind", kinds, 1).toString())
            .body()
            .path("id")
            .asInt();

    assertThat(http().get("/subjects/" + kinds + "/versions/1/referencedby").body().toString())
        .isEqualTo("[" + id + "]");
    assertThat(http().get("/schemas/ids/" + id + "?format=resolved").body().path("schema").asText())
        .contains("\"symbols\":[\"A\"]");
    Answer missing =
        http()
            .post(
                "/subjects/" + players + "/versions",
                RegistryHttp.withReference(player, "t.Kind", kinds, 9).toString());
    assertThat(missing.errorCode()).isEqualTo(42201);
    assertThat(missing.body().path("message").asText()).contains(kinds).contains("version 9");
  }

  @Test
  void shouldTakeFreeTextAsSubjectWhenItIsEncoded() {
    String subject = newSubject();
    String encoded = subject + "%2Fwith%20a%3Bb%25";

    assertThat(http().register(encoded, V1).status()).isEqualTo(200);

    assertThat(names(http().get("/subjects?subjectPrefix=" + subject)))
        .containsExactly(subject + "/with a;b%");
    assertThat(http().get("/subjects/" + encoded + "/versions").body().toString()).isEqualTo("[1]");
  }

  @Test
  void shouldTreatPropertyOrderAsNothingWhenNormalizing() {
    String subject = newSubject();
    String one = "{\"type\":\"string\",\"b\":1,\"a\":2}";
    String other = "{\"type\":\"string\",\"a\":2,\"b\":1}";
    String path = "/subjects/" + subject + "/versions?normalize=true";

    Answer first = http().post(path, RegistryHttp.request(one).toString());
    Answer second = http().post(path, RegistryHttp.request(other).toString());

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(http().register(subject, other).body()).isEqualTo(first.body());
    assertThat(http().register(subject, one).body()).isNotEqualTo(first.body());
  }

  @Test
  void shouldSetAndForgetSettingsWhenToldForOneSubject() {
    String config = "/config/" + newSubject();

    assertThat(http().get(config).errorCode()).isEqualTo(40408);
    assertThat(
            http().get(config + "?defaultToGlobal=true").body().path("compatibilityLevel").asText())
        .isEqualTo("BACKWARD");
    assertThat(http().put(config, "{\"compatibility\":\"full\"}").body().toString())
        .isEqualTo("{\"compatibility\":\"FULL\"}");
    assertThat(http().delete(config).body().toString())
        .isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
    assertThat(http().delete(config).errorCode()).isEqualTo(40401);

    String mode = "/mode/" + newSubject();
    assertThat(http().get(mode).errorCode()).isEqualTo(40409);
    assertThat(http().put(mode, "{\"mode\":\"READONLY\"}").status()).isEqualTo(200);
    assertThat(http().delete(mode).body().toString()).isEqualTo("{\"mode\":\"READONLY\"}");
    assertThat(http().delete(mode).errorCode()).isEqualTo(40401);
  }

  @Test
  void shouldOverruleSubjectsWhenTheGlobalModeIsReadOnlyOverride() {
    String subject = newSubject();
    http().put("/mode/" + subject, "{\"mode\":\"READWRITE\"}");
    try {
      http().put("/mode", "{\"mode\":\"READONLY_OVERRIDE\"}");
      assertThat(http().register(subject, V1).errorCode()).isEqualTo(42205);

      http().put("/mode", "{\"mode\":\"READONLY\"}");
      assertThat(http().register(subject, V1).status()).isEqualTo(200);
      assertThat(http().register(newSubject(), V1).errorCode()).isEqualTo(42205);
    } finally {
      assertThat(http().put("/mode", "{\"mode\":\"READWRITE\"}").status()).isEqualTo(200);
    }
  }

  @Test
  void shouldForgetSettingsWhenTheSubjectIsGoneForGood() {
    String subject = newSubject();
    http().register(subject, V1);
    http().put("/config/" + subject, "{\"compatibility\":\"NONE\"}");
    http().delete("/subjects/" + subject);

    http().delete("/subjects/" + subject + "?permanent=true");

    assertThat(http().get("/config/" + subject).errorCode()).isEqualTo(40408);
  }

  @Test
  void shouldRefuseToImportWhenTheSubjectHasSchemas() {
    String subject = newSubject();
    http().register(subject, V1);

    assertThat(http().put("/mode/" + subject, "{\"mode\":\"IMPORT\"}").errorCode())
        .isEqualTo(42205);
    assertThat(http().put("/mode/" + subject + "?force=true", "{\"mode\":\"IMPORT\"}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /subjects/none/versions                | ''                          | 404 | 40401
          GET    | /subjects/none/versions/zero           | ''                          | 422 | 42202
          GET    | /subjects/none/versions/0              | ''                          | 422 | 42202
          GET    | /schemas/ids/424242                    | ''                          | 404 | 40403
          GET    | /schemas/ids/424242/versions           | ''                          | 404 | 40403
          GET    | /schemas/ids/abc                       | ''                          | 404 | 404
          GET    | /nowhere                               | ''                          | 404 | 404
          PATCH  | /config                                | {}                          | 405 | 405
          GET    | /subjects?offset=x                     | ''                          | 400 | 400
          DELETE | /subjects/none                         | ''                          | 404 | 40401
          DELETE | /subjects/none/versions/1              | ''                          | 404 | 40401
          POST   | /subjects/none                         | {"schema":"\\"int\\""}      | 404 | 40401
          POST   | /subjects/s/versions                   | not json                    | 400 | 400
          POST   | /subjects/s/versions                   | ''                          | 422 | 422
          POST   | /subjects/s/versions                   | []                          | 422 | 422
          POST   | /subjects/s/versions                   | {}                          | 422 | 42201
          POST   | /subjects/s/versions                   | {"schema":""}               | 422 | 42201
          POST   | /subjects/s/versions                   | {"schema":"{\\"type\\":1}"} | 422 | 42201
          POST   | /subjects/s/versions                   | {"schema":"x","schemaType":"JSON"}          | 422 | 42201
          POST   | /subjects/s/versions                   | {"schema":"\\"int\\"","references":{}}      | 422 | 422
          POST   | /subjects/s/versions                   | {"schema":"\\"int\\"","ruleSet":{}}         | 422 | 422
          POST   | /subjects/s/versions                   | {"schema":"\\"int\\"","version":9}          | 422 | 42201
          POST   | /subjects/s/versions                   | {"schema":"\\"int\\"","id":5}               | 422 | 42205
          POST   | /subjects/:.ctx:s/versions             | {"schema":"\\"int\\""}      | 422 | 42208
          POST   | /subjects/%20/versions                 | {"schema":"\\"int\\""}      | 422 | 42208
          POST   | /compatibility/subjects/none/versions/3| {"schema":"\\"int\\""}      | 404 | 40402
          PUT    | /config                                | {"compatibility":"SOMEHOW"} | 422 | 42203
          PUT    | /config                                | {"normalize":true}          | 422 | 422
          PUT    | /mode                                  | {"mode":"SLEEP"}            | 422 | 42204
          """)
  void shouldSayWhatIsWrongWhenARequestCannotBeServed(
      String method, String path, String body, int status, int code) {
    Answer answer = http().send(method, path, body);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.errorCode()).isEqualTo(code);
    assertThat(answer.body().path("message").asText()).isNotBlank();
    assertThat(answer.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
  }

  @Test
  void shouldRefuseABodyWhenItsTypeIsUnknown() {
    Answer answer =
        http()
            .send(
                "POST", "/subjects/s/versions", RegistryHttp.request(V1).toString(), "text/plain");

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void shouldRefuseASchemaWhenItIsTooLarge() {
    String subject = newSubject();
    String note = "x".repeat(1_200_000);

    Answer beyondTheTopic =
        http().register(subject, "{\"type\":\"string\",\"note\":\"" + note + "\"}");
    Answer beyondTheBody =
        http().register(subject, "{\"type\":\"string\",\"note\":\"" + note + note + "\"}");

    assertThat(beyondTheTopic.errorCode()).isEqualTo(42209);
    assertThat(beyondTheBody.status()).isEqualTo(413);
    assertThat(http().register(subject, V1).status()).isEqualTo(200);
  }
}
