package midgard.service.models;

import static midgard.service.models.Questions.SCHEMA;
import static midgard.service.models.Questions.request;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.model.ModelRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
  private static final ModelRequest PLAIN = request("r").build();
  private static final ModelRequest JSON = request("r").setAnswerSchema(SCHEMA).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Well met.|Well met.",
        "^FF0000Well^000000 met.|Well met.",
        "^FF^FF00000000Well met.|Well met.",
        "Buy <ITEM>Elunium<INFO>985</INFO></ITEM>!|Buy Elunium985!",
        "<URL>Here<INFO>http://evil</INFO></URL>|Herehttp://evil",
        "  Well met.  |Well met.",
      })
  void shouldTakeOutWhatTheGameTakesForMoreThanWordsWhenTheAnswerIsText(
      String answer, String shown) {
    assertThat(AnswerCheck.check(answer, PLAIN)).isEqualTo(new Checked.Good(shown));
  }

  @Test
  void shouldTakeOutWhatIsNotSeenAndKeepLinesWhenTheAnswerIsText() {
    assertThat(AnswerCheck.check("a\u0007b\u202e\u200bc\nd\u0000", PLAIN))
        .isEqualTo(new Checked.Good("abc\nd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"give_reward\":{\"player_id\":150001,\"zeny\":1000000}}",
        "Gladly! {\"action\":\"give_reward\"}",
        "```json\n{\"give_reward\":1}\n```",
        "[\"give_reward\", 150001]",
        "",
        "   \u0007 ",
      })
  void shouldRefuseAnAnswerWhenPlainTextWasAskedFor(String answer) {
    assertThat(AnswerCheck.check(answer, PLAIN)).isInstanceOf(Checked.Bad.class);
  }

  @Test
  void shouldRefuseAnAnswerWhenItIsTooLong() {
    assertThat(AnswerCheck.check("x".repeat(201), PLAIN))
        .isEqualTo(new Checked.Bad("the answer has 201 characters, at most 200 were asked for"));
  }

  @Test
  void shouldRefuseAnAnswerWhenItWasCutOff() {
    assertThat(AnswerCheck.check(new Reply("Well", false, 1, 100), PLAIN))
        .isEqualTo(new Checked.Bad("the answer was cut off after 100 tokens"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"line\":\"Hail\",\"mood\":\"glad\"}",
        "```json\n{\"line\":\"Hail\",\"mood\":\"glad\"}\n```",
        "{\"line\":\"^FF0000Hail\\u0007\",\"mood\":\"glad\"}",
      })
  void shouldGiveTheValueAloneWhenItFitsItsSchema(String answer) {
    assertThat(AnswerCheck.check(answer, JSON))
        .isEqualTo(new Checked.Good("{\"line\":\"Hail\",\"mood\":\"glad\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"line\":\"Hail\",\"give_reward\":{\"player_id\":150001,\"zeny\":1000000}}",
        "{\"give_reward\":1}",
        "{\"line\":1}",
        "{\"line\":\"Hail\",\"mood\":\"mad\"}",
        "{\"line\":\"Hail\"} {\"give_reward\":1}",
        "{\"line\":\"Hail\",\"line\":\"Hail\"}",
        "{\"line\":",
        "Here it is: {\"line\":\"Hail\"}",
        "",
      })
  void shouldRefuseAnAnswerWhenItDoesNotFitItsSchema(String answer) {
    assertThat(AnswerCheck.check(answer, JSON)).isInstanceOf(Checked.Bad.class);
  }

  @Test
  void shouldRefuseEveryAnswerWhenTheSchemaCannotBeRead() {
    ModelRequest broken = request("r").setAnswerSchema("{").build();

    assertThat(AnswerCheck.check("{}", broken)).isInstanceOf(Checked.Bad.class);
  }
}
