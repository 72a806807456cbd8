package midgard.service.models;

import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import midgard.schemas.Cause;
import midgard.schemas.model.ModelPriority;
import midgard.schemas.model.ModelRequest;

/** Questions to ask, and a desk to ask them at. */
final class Questions {
  static final String KEY = "sk-very-secret-0815";
  static final Price PRICE = Price.ofUsd(1, 2);
  static final String SCHEMA =
      """
      {"type":"object","properties":{"line":{"type":"string"},"mood":{"enum":["glad","sad"]}},
       "required":["line"]}""";

  private Questions() {}

  /** One that is worth a call of its own and good for 20 seconds. */
  static ModelRequest.Builder request(String id) {
    return ModelRequest.newBuilder()
        .setRequestId(id)
        .setAgent("dialogue-npc")
        .setDomain("npc")
        .setKey("Aldric")
        .setPurpose("greeting")
        .setInstructions("You are Aldric, captain of the guard.")
        .setPrompt("A stranger greets you. " + id)
        .setMaxCharacters(200)
        .setMaxTokens(100)
        .setPriority(ModelPriority.high)
        .setComplexityMilli(800)
        .setCreatedAt(1_000_000)
        .setExpiresAt(1_020_000)
        .setCause(new Cause("inbox.npc", 0, 7L, "event-1"));
  }

  /** One that may wait for others. */
  static ModelRequest.Builder patient(String id) {
    return request(id).setPriority(ModelPriority.low).setComplexityMilli(500);
  }

  static Question question(ModelRequest.Builder request) {
    long now = Clock.systemUTC().millis();
    return new Question(
        request.build(),
        new Question.Place("llm.requests", 0, 0, now),
        Deadline.of(request.build(), now, Clock.systemUTC()));
  }

  static ModelsConfig.Endpoint endpoint(Provider provider, String url) {
    return new ModelsConfig.Endpoint(provider, new ApiKey(KEY), url, provider.model(), PRICE);
  }

  static ModelsConfig config(long budgetMicroUsd, ModelsConfig.Endpoint... endpoints) {
    return new ModelsConfig(
        Arrays.asList(endpoints),
        ModelsConfig.Bounds.of("balanced"),
        Duration.ofHours(1),
        true,
        10,
        budgetMicroUsd);
  }

  static ModelDesk desk(ModelsConfig.Endpoint... endpoints) {
    return desk(config(1_000_000, endpoints), new Remembered());
  }

  static ModelDesk desk(ModelsConfig config, AnswerCache cache) {
    return new ModelDesk(
        config,
        new Budget(config.dailyBudgetMicroUsd(), Clock.systemUTC(), ZoneOffset.UTC),
        cache,
        new ModelMeters(new MetricRegistry()));
  }

  /** Waits for one answer. */
  static Answered ask(ModelDesk desk, ModelRequest.Builder request) {
    return desk.ask(question(request)).orTimeout(40, java.util.concurrent.TimeUnit.SECONDS).join();
  }

  /** A cache in this process. */
  static final class Remembered implements AnswerCache {
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @Override
    public Optional<String> find(String key) {
      return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void put(String key, String text) {
      answers.put(key, text);
    }

    @Override
    public void close() {}

    List<String> all() {
      return List.copyOf(answers.values());
    }
  }
}
