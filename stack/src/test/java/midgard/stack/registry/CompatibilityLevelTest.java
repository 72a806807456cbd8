package midgard.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import midgard.stack.registry.RegistryHttp.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All seven levels over HTTP, on a subject with two versions: {@code id}, then {@code id, level=1}.
 *
 * <ul>
 *   <li>"drops level": version 2 can be read with it and it can be read with both, so all agree;
 *   <li>"level is required": reads version 2 only, is read by both;
 *   <li>"id is gone": reads both, but neither reads it;
 *   <li>"other type": nothing goes.
 * </ul>
 */
class CompatibilityLevelTest extends RegistryTest {
  private static final String ID_GONE =
      """
      {"type":"record","name":"Player","namespace":"t","fields":[\
      {"name":"level","type":"int","default":1}]}""";

  private static final String OTHER_TYPE =
      """
      {"type":"record","name":"Player","namespace":"t","fields":[{"name":"id","type":"string"}]}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level               | drops level | level is required | id is gone | other type
          NONE                | true        | true              | true       | true
          BACKWARD            | true        | true              | true       | false
          BACKWARD_TRANSITIVE | true        | false             | true       | false
          FORWARD             | true        | true              | false      | false
          FORWARD_TRANSITIVE  | true        | true              | false      | false
          FULL                | true        | true              | false      | false
          FULL_TRANSITIVE     | true        | false             | false      | false
          """,
      useHeadersInDisplayName = true)
  void shouldJudgeByTheLevelWhenOneIsSet(
      String level, boolean dropsLevel, boolean levelRequired, boolean idGone, boolean otherType) {
    String subject = newSubject();
    http().register(subject, V1);
    http().register(subject, V2);
    http().put("/config/" + subject, "{\"compatibility\":\"" + level + "\"}");
    String dropped = V1.replace("\"fields\"", "\"doc\":\"again\",\"fields\"");

    assertThat(compatible(subject, dropped)).isEqualTo(dropsLevel);
    assertThat(compatible(subject, NEEDS_MORE)).isEqualTo(levelRequired);
    assertThat(compatible(subject, ID_GONE)).isEqualTo(idGone);
    assertThat(compatible(subject, OTHER_TYPE)).isEqualTo(otherType);
    assertThat(http().register(subject, OTHER_TYPE).status()).isEqualTo(otherType ? 200 : 409);
  }

  @ParameterizedTest
  @CsvSource({"1,false", "2,true", "latest,true"})
  void shouldJudgeAgainstOneVersionWhenItIsNamed(String version, boolean expected) {
    String subject = newSubject();
    http().register(subject, V1);
    http().register(subject, V2);

    Answer answer =
        http()
            .post(
                "/compatibility/subjects/%s/versions/%s?verbose=true".formatted(subject, version),
                RegistryHttp.request(NEEDS_MORE).toString());

    assertThat(answer.body().path("is_compatible").asBoolean()).isEqualTo(expected);
    assertThat(answer.body().path("messages").isEmpty()).isEqualTo(expected);
  }

  private boolean compatible(String subject, String schema) {
    return http()
        .post(
            "/compatibility/subjects/" + subject + "/versions",
            RegistryHttp.request(schema).toString())
        .body()
        .path("is_compatible")
        .asBoolean();
  }
}
