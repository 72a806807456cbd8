package midgard.service.models;

import static midgard.service.models.Questions.ask;
import static midgard.service.models.Questions.config;
import static midgard.service.models.Questions.desk;
import static midgard.service.models.Questions.endpoint;
import static midgard.service.models.Questions.patient;
import static midgard.service.models.Questions.question;
import static midgard.service.models.Questions.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import midgard.schemas.model.ModelAnswer;
import midgard.schemas.model.ModelPriority;
import midgard.schemas.model.ModelSpent;
import midgard.schemas.model.ModelTier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cheapest way that will do: rules, cache, together, alone; and never beyond the budget. */
class ModelDeskTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REWARD = "{\"give_reward\":{\"player_id\":150001,\"zeny\":1000000}}";

  private final ModelServer server = new ModelServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private ModelDesk open() {
    return desk(endpoint(Provider.DEEPSEEK, server.url()));
  }

  /** Answers each task of a batch by its prompt. */
  private static String inTurn(ModelServer.Asked asked) {
    try {
      ArrayNode answers = JSON.createArrayNode();
      for (JsonNode task : JSON.readTree(asked.user())) {
        answers
            .addObject()
            .put("task", task.get("task").asInt())
            .put("answer", "To: " + task.get("prompt").asText());
      }
      return answers.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ModelAnswer> askAll(ModelDesk desk, int many) {
    List<CompletableFuture<Answered>> all =
        IntStream.range(0, many).mapToObj(i -> desk.ask(question(patient("r-" + i)))).toList();
    return all.stream()
        .map(answer -> answer.orTimeout(40, TimeUnit.SECONDS).join().answer())
        .toList();
  }

  @Test
  void shouldLeaveItToTheRulesWhenAQuestionIsEasy() {
    try (ModelDesk desk = open()) {
      ModelAnswer answer = ask(desk, request("r-1").setComplexityMilli(299)).answer();

      assertThat(answer.getTier()).isEqualTo(ModelTier.rule);
      assertThat(answer.getText()).isNull();
      assertThat(answer.getTrouble()).isEqualTo("none: below the bound, the rules' words stay");
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void shouldGiveTheSameAnswerWithoutACallWhenTheSameIsAskedAgain() {
    try (ModelDesk desk = open()) {
      ask(desk, request("r-1"));
      ModelAnswer again = ask(desk, request("r-1").setRequestId("r-2")).answer();

      assertThat(again.getTier()).isEqualTo(ModelTier.cache);
      assertThat(again.getText()).isEqualTo("Well met.");
      assertThat(again.getRequestId()).isEqualTo("r-2");
      assertThat(again.getCostMicroUsd()).isZero();
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void shouldCallAgainWhenAnythingThatDecidesTheAnswerDiffers() {
    try (ModelDesk desk = open()) {
      ask(desk, request("r-1"));
      ask(desk, request("r-1").setInstructions("You are a Poring."));
      ask(desk, request("r-1").setMaxCharacters(201));

      assertThat(server.asked()).hasSize(3);
    }
  }

  @Test
  void shouldGiveNothingButTextAndRememberNothingWhenAnAnswerTriesToGiveAReward() {
    server.says(REWARD);
    Questions.Remembered cache = new Questions.Remembered();
    try (ModelDesk desk =
        desk(config(1_000_000, endpoint(Provider.DEEPSEEK, server.url())), cache)) {
      Answered answered = ask(desk, request("r-1"));

      assertThat(answered.answer().getText()).isNull();
      assertThat(answered.answer().getTrouble()).isEqualTo("the answer is not plain text");
      assertThat(answered.answer().getTier()).isEqualTo(ModelTier.none);
      // It was paid all the same.
      assertThat(answered.spent()).extracting(ModelSpent::getCostMicroUsd).containsExactly(140L);
      assertThat(cache.all()).isEmpty();
    }
  }

  @Test
  void shouldAskFiveInOneCallWhenTheyCanWait() {
    server.says(ModelDeskTest::inTurn);
    try (ModelDesk desk = open()) {
      List<ModelAnswer> answers = askAll(desk, 5);

      assertThat(server.asked()).hasSize(1);
      assertThat(answers).extracting(ModelAnswer::getTier).containsOnly(ModelTier.batch);
      assertThat(answers)
          .extracting(ModelAnswer::getText)
          .containsExactlyElementsOf(
              IntStream.range(0, 5).mapToObj(i -> "To: A stranger greets you. r-" + i).toList());
      // One call's cost, shared out to the last micro-dollar.
      assertThat(answers.stream().mapToLong(ModelAnswer::getCostMicroUsd).sum()).isEqualTo(140);
    }
  }

  @Test
  void shouldNotWaitForMoreThanTwoSecondsWhenFewerAsk() {
    server.says(ModelDeskTest::inTurn);
    try (ModelDesk desk = open()) {
      List<ModelAnswer> answers = askAll(desk, 2);

      assertThat(server.asked()).hasSize(1);
      assertThat(answers).extracting(ModelAnswer::getTier).containsOnly(ModelTier.batch);
    }
  }

  @Test
  void shouldJudgeEachAnswerAloneWhenOneOfABatchTriesToGiveAReward() {
    server.says(asked -> inTurn(asked).replace("\"To: A stranger greets you. r-1\"", REWARD));
    try (ModelDesk desk = open()) {
      List<ModelAnswer> answers = askAll(desk, 5);

      assertThat(answers.stream().filter(answer -> answer.getText() == null))
          .extracting(ModelAnswer::getRequestId)
          .containsExactly("r-1");
    }
  }

  @Test
  void shouldAskEachAloneWhenABatchAnswerIsNoArray() {
    server.says(asked -> asked.user().startsWith("[") ? "Sorry, no." : "Well met.");
    try (ModelDesk desk = open()) {
      List<ModelAnswer> answers = askAll(desk, 5);

      assertThat(answers).extracting(ModelAnswer::getText).containsOnly("Well met.");
      assertThat(answers).extracting(ModelAnswer::getTier).containsOnly(ModelTier.model);
      assertThat(server.asked()).hasSize(6);
    }
  }

  @Test
  void shouldAskAtOnceWhenAQuestionIsInstant() {
    try (ModelDesk desk = open()) {
      ModelAnswer answer = ask(desk, patient("r-1").setPriority(ModelPriority.instant)).answer();

      assertThat(answer.getTier()).isEqualTo(ModelTier.model);
    }
  }

  @Test
  void shouldStopForTheDayWhenTheNextCallCouldExceedTheBudget() {
    // Each call is booked with 140, and none is let out that could cost more than is left.
    long most = Prompt.of(request("r-0").build()).mostAt(Questions.PRICE);
    try (ModelDesk desk =
        desk(
            config(most + 140, endpoint(Provider.DEEPSEEK, server.url())),
            new Questions.Remembered())) {
      assertThat(ask(desk, request("r-1")).answer().getText()).isEqualTo("Well met.");
      assertThat(ask(desk, request("r-2")).answer().getText()).isEqualTo("Well met.");
      ModelAnswer third = ask(desk, request("r-3")).answer();

      assertThat(third.getText()).isNull();
      assertThat(third.getTrouble()).isEqualTo("the day's budget does not allow to ask deepseek");
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void shouldGoOnWithoutTheCacheWhenRedisIsAway() {
    RedisAnswers away =
        new RedisAnswers("redis://127.0.0.1:1", "away:", java.time.Duration.ofMinutes(1));
    try (ModelDesk desk =
        desk(config(1_000_000, endpoint(Provider.DEEPSEEK, server.url())), away)) {
      assertThat(ask(desk, request("r-1")).answer().getTier()).isEqualTo(ModelTier.model);
      assertThat(ask(desk, request("r-1")).answer().getTier()).isEqualTo(ModelTier.model);
    }
  }
}
