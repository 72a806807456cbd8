package midgard.service.produce;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import midgard.schemas.event.EventRejected;
import midgard.schemas.topic.Topic;
import midgard.service.http.BodyBudget;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;
import midgard.service.produce.RestProxyAnswer.Failure;
import midgard.service.produce.RestProxyAnswer.Offset;
import midgard.service.produce.RestProxyError.Code;
import org.apache.kafka.common.errors.RetriableException;

/**
 * {@code POST /topics/{topic}}: the produce call of the Confluent REST Proxy, API v2, for the
 * topics that game servers may write to.
 *
 * <p>Whatever the format, an event goes on as Avro in the wire format and is keyed by its
 * server_id: a key or partition in the request is ignored, because another one would break the
 * order of what a server saw. A value that is no event gets an error of its own; the others go
 * through.
 */
public final class RestProxyRoutes implements Routes {
  public static final String PATH = "/topics/{topic}";

  private final Supplier<Intake> intake;
  private final Executor answers;
  private final BodyBudget budget;

  /**
   * @param answers writes the answers, so that Kafka's own threads need not
   */
  public RestProxyRoutes(Supplier<Intake> intake, Executor answers, BodyBudget budget) {
    this.intake = intake;
    this.answers = answers;
    this.budget = budget;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.post(PATH, this::produce);
    config.routes.exception(RestProxyError.class, (e, ctx) -> fail(ctx, e));
  }

  private void produce(Context ctx) {
    EmbeddedFormat format =
        EmbeddedFormat.of(ctx.contentType())
            .orElseThrow(
                () ->
                    new RestProxyError(
                        Code.UNSUPPORTED_MEDIA_TYPE,
                        "The content type must be application/vnd.kafka.json.v2+json, application/vnd.kafka.avro.v2+json or application/vnd.kafka.binary.v2+json."));
    if (!EmbeddedFormat.acceptable(ctx.header("Accept"))) {
      throw new RestProxyError(
          Code.NOT_ACCEPTABLE, "Answers are " + EmbeddedFormat.ANSWER + "; accept that.");
    }
    Intake open = available(intake);
    requireForProducers(open, ctx.pathParam("topic"));
    CompletableFuture<List<Offset>> appended =
        available(() -> budget.spend(ctx, () -> appended(ctx, format, open)));
    ctx.future(
        () ->
            appended.thenAcceptAsync(
                offsets ->
                    ctx.json(new RestProxyAnswer(null, open.log().schemaId(), offsets))
                        .contentType(EmbeddedFormat.ANSWER),
                answers));
  }

  private static CompletableFuture<List<Offset>> appended(
      Context ctx, EmbeddedFormat format, Intake open) {
    ProduceRequest request = ProduceRequest.read(body(ctx));
    ValueReader reader = ValueReader.of(format, request, open);
    List<CompletableFuture<Offset>> offsets = append(open.log(), request, reader);
    return CompletableFuture.allOf(offsets.toArray(CompletableFuture[]::new))
        .thenApply(done -> offsets.stream().map(CompletableFuture::join).toList());
  }

  /** In this call's own shape of errors. */
  private static <T> T available(Supplier<T> what) {
    try {
      return what.get();
    } catch (ProblemException e) {
      throw new RestProxyError(Code.NOT_AVAILABLE, e.getMessage());
    }
  }

  private static void requireForProducers(Intake intake, String name) {
    Optional<Topic<?>> topic = intake.topics().named(name);
    String right = "Events go to " + intake.log().topic().name() + ".";
    if (topic.isEmpty()) {
      throw new RestProxyError(
          Code.TOPIC_NOT_FOUND, "Topic %s not found. %s".formatted(name, right));
    }
    if (!topic.get().forProducers()) {
      throw new RestProxyError(
          Code.TOPIC_NOT_ALLOWED,
          "The topic %s is written by the world itself. %s".formatted(name, right));
    }
  }

  private static byte[] body(Context ctx) {
    try {
      return ctx.bodyAsBytes();
    } catch (HttpResponseException e) {
      if (e.getStatus() != HttpStatus.CONTENT_TOO_LARGE.getCode()) {
        throw e;
      }
      throw new RestProxyError(
          Code.TOO_LARGE,
          "The body is larger than %d bytes."
              .formatted(midgard.service.http.HttpServer.MAX_BODY_BYTES));
    }
  }

  private static List<CompletableFuture<Offset>> append(
      EventLog log, ProduceRequest request, ValueReader reader) {
    List<CompletableFuture<Offset>> offsets = new ArrayList<>(request.values().size());
    EventLog.Batch batch = log.batch();
    for (Optional<JsonScanner.Slice> value : request.values()) {
      try {
        if (value.isEmpty()) {
          throw new EventRejected(
              EventRejected.Code.MISSING_FIELD, "The record has no value; it must be an event.");
        }
        offsets.add(
            batch
                .append(reader.read(value.get()))
                .thenApply(at -> Offset.at(at.partition(), at.offset()))
                .exceptionally(RestProxyRoutes::failure));
      } catch (EventRejected e) {
        offsets.add(
            CompletableFuture.completedFuture(
                Offset.failed(Code.CONVERSION_FAILED, e.code() + ": " + e.getMessage())));
      }
    }
    return offsets;
  }

  private static Offset failure(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return cause instanceof RetriableException
        ? Offset.failed(Code.KAFKA_RETRIABLE_ERROR, "Kafka did not take the record; send it again.")
        : Offset.failed(Code.KAFKA_ERROR, "Kafka refused the record: " + cause.getMessage());
  }

  private static void fail(Context ctx, RestProxyError e) {
    ctx.status(e.code().status())
        .json(new Failure(e.code().number(), e.getMessage()))
        .contentType(EmbeddedFormat.ANSWER);
    if (e.code() == Code.NOT_AVAILABLE) {
      ctx.header("Retry-After", "2");
    }
  }
}
