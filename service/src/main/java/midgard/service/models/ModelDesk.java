package midgard.service.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import midgard.schemas.model.ModelPriority;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.model.ModelTier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions: by the rules' silence, from the cache, together with others, or by a call of
 * their own, whichever is the cheapest that will do (domain reference 6.1). Every question gets an
 * answer; one without a text says why.
 */
final class ModelDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

  /** Most questions that may be under way; each lane has room for all of them. */
  static final int MOST_UNDER_WAY = 200;

  /** A question that ends sooner is not kept waiting for others. */
  private static final Duration TOO_SHORT_FOR_A_BATCH = Duration.ofSeconds(10);

  private final ModelsConfig config;
  private final ProviderChain chain;
  private final Budget budget;
  private final AnswerCache cache;
  private final ModelMeters meters;
  private final Lanes lanes;
  private final String firstModel;
  private final ExecutorService calls;
  private final ScheduledExecutorService timer;
  private final BatchCollector<Waiting> collector;

  private record Waiting(Question question, CompletableFuture<Answered> answer) {}

  ModelDesk(ModelsConfig config, Budget budget, AnswerCache cache, ModelMeters meters) {
    this.config = config;
    this.budget = budget;
    this.cache = cache;
    this.meters = meters;
    this.calls = Executors.newCachedThreadPool(task -> daemon(task, "model-call"));
    this.timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "model-batches"));
    this.collector = new BatchCollector<>(timer, this::callTogether);
    this.lanes = new Lanes(config.instantWorkers(), MOST_UNDER_WAY);
    this.firstModel =
        config.endpoints().get(0).provider().id() + " " + config.endpoints().get(0).model();
    this.chain =
        new ProviderChain(
            config.endpoints().stream()
                .map(
                    endpoint ->
                        new GuardedProvider(
                            new ChatProvider(endpoint, ProviderChain.LONGEST), calls))
                .toList(),
            budget,
            meters);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Providers that are asked at present, first the one that is asked first. */
  List<String> asked() {
    return chain.asked();
  }

  /** Answers in its own time; fails only when the desk is closed. */
  CompletableFuture<Answered> ask(Question question) {
    if (question.request().getComplexityMilli() < config.bounds().rule()) {
      return CompletableFuture.completedFuture(
          without(question, ModelTier.rule, "none: below the bound, the rules' words stay"));
    }
    CompletableFuture<Answered> answer = new CompletableFuture<>();
    inLane(question.request().getPriority(), List.of(new Waiting(question, answer)), this::look);
    return answer;
  }

  /** First in the cache, which costs nothing. */
  private void look(List<Waiting> one) {
    Waiting waiting = one.get(0);
    Question question = waiting.question();
    if (question.deadline().passed()) {
      waiting.answer().complete(tooLate(question, Charge.NOTHING, List.of()));
      return;
    }
    Optional<String> known = cached(question.request());
    if (known.isPresent()) {
      waiting
          .answer()
          .complete(
              Answered.text(
                  question, known.get(), ModelTier.cache, Charge.NOTHING, List.of(), day()));
    } else if (canWait(question)) {
      collector.add(waiting);
    } else {
      waiting.answer().complete(call(question, List.of()));
    }
  }

  /** What is in the cache is judged again: it may have been put there by an earlier version. */
  private Optional<String> cached(ModelRequest request) {
    Optional<String> known =
        cache
            .find(QuestionHash.of(firstModel, request))
            .flatMap(text -> good(AnswerCheck.check(text, request)));
    meters.cached(known.isPresent());
    return known;
  }

  private static Optional<String> good(Checked checked) {
    return checked instanceof Checked.Good good ? Optional.of(good.text()) : Optional.empty();
  }

  private boolean canWait(Question question) {
    ModelRequest request = question.request();
    ModelPriority priority = request.getPriority();
    return config.batches()
        && (priority == ModelPriority.normal || priority == ModelPriority.low)
        && request.getComplexityMilli() < config.bounds().shared()
        && question.deadline().left().compareTo(TOO_SHORT_FOR_A_BATCH) >= 0;
  }

  private Answered call(Question question, List<Charge> lostBefore) {
    ProviderChain.Result result = chain.ask(Prompt.of(question.request()), question.deadline());
    List<Charge> lost = new ArrayList<>(lostBefore);
    lost.addAll(result.lost());
    if (result.reply().isEmpty()) {
      return Answered.none(question, ModelTier.none, Charge.NOTHING, lost, result.trouble(), day());
    }
    Checked checked = AnswerCheck.check(result.reply().get(), question.request());
    return judged(question, checked, ModelTier.model, result.charge(), lost);
  }

  private Answered judged(
      Question question, Checked checked, ModelTier tier, Charge charge, List<Charge> lost) {
    if (checked instanceof Checked.Bad bad) {
      meters.refused();
      return Answered.none(question, ModelTier.none, charge, lost, bad.trouble(), day());
    }
    String text = ((Checked.Good) checked).text();
    cache.put(QuestionHash.of(firstModel, question.request()), text);
    return question.deadline().passed()
        ? tooLate(question, charge, lost)
        : Answered.text(question, text, tier, charge, lost, day());
  }

  private void callTogether(List<Waiting> batch) {
    inLane(
        ModelPriority.normal,
        batch,
        all -> {
          if (all.size() == 1) {
            all.get(0).answer().complete(call(all.get(0).question(), List.of()));
          } else {
            callBatch(all);
          }
        });
  }

  private void callBatch(List<Waiting> batch) {
    List<ModelRequest> requests = batch.stream().map(w -> w.question().request()).toList();
    Deadline first =
        batch.stream().map(w -> w.question().deadline()).reduce(Deadline::earlier).orElseThrow();
    ProviderChain.Result result = chain.ask(BatchPrompt.of(requests), first);
    Map<Integer, String> answers =
        result
            .reply()
            .flatMap(reply -> BatchPrompt.answers(reply, batch.size()).map(Map::copyOf))
            .orElse(Map.of());
    for (int i = 0; i < batch.size(); i++) {
      Question question = batch.get(i).question();
      Charge charge = result.charge().share(batch.size(), i == 0);
      List<Charge> lost = shares(result.lost(), batch.size(), i == 0);
      if (result.reply().isEmpty()) {
        String trouble = result.trouble();
        batch
            .get(i)
            .answer()
            .complete(
                Answered.none(question, ModelTier.none, Charge.NOTHING, lost, trouble, day()));
      } else if (answers.containsKey(i)) {
        Checked checked = AnswerCheck.check(answers.get(i), question.request());
        batch.get(i).answer().complete(judged(question, checked, ModelTier.batch, charge, lost));
      } else {
        // Its part of the call is paid and lost.
        lost.add(charge);
        batch.get(i).answer().complete(call(question, lost));
      }
    }
  }

  private static List<Charge> shares(List<Charge> charges, int parts, boolean first) {
    return new ArrayList<>(charges.stream().map(c -> c.share(parts, first)).toList());
  }

  /** A fault of ours leaves nobody waiting. */
  private void inLane(
      ModelPriority priority,
      List<Waiting> questions,
      java.util.function.Consumer<List<Waiting>> work) {
    Supplier<Boolean> guarded =
        () -> {
          try {
            work.accept(questions);
            return true;
          } catch (RuntimeException e) {
            LOG.warn("A question to the models was not worked on: {}", e.toString());
            questions.forEach(
                w ->
                    w.answer()
                        .complete(without(w.question(), ModelTier.none, "the desk failed on it")));
            return false;
          }
        };
    lanes.run(priority, guarded);
  }

  private Answered without(Question question, ModelTier tier, String why) {
    return Answered.none(question, tier, Charge.NOTHING, List.of(), why, day());
  }

  private Answered tooLate(Question question, Charge charge, List<Charge> lost) {
    return Answered.none(question, ModelTier.none, charge, lost, "it is too late", day());
  }

  private int day() {
    return (int) budget.day().toEpochDay();
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    timer.shutdownNow();
    calls.shutdownNow();
    lanes.close();
    cache.close();
  }
}
