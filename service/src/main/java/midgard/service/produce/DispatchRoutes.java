package midgard.service.produce;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import midgard.service.http.BodyBudget;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;
import midgard.service.produce.JsonScanner.Slice;

/** {@code POST /api/v1/events/dispatch}: a batch of events in the catalogue's JSON. */
public final class DispatchRoutes implements Routes {
  public static final String PATH = "/api/v1/events/dispatch";

  private final Supplier<Intake> intake;
  private final Executor answers;
  private final BodyBudget budget;

  /**
   * @param answers writes the answers, so that Kafka's own threads need not
   */
  public DispatchRoutes(Supplier<Intake> intake, Executor answers, BodyBudget budget) {
    this.intake = intake;
    this.answers = answers;
    this.budget = budget;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.post(PATH, this::dispatch);
  }

  private void dispatch(Context ctx) {
    requireJson(ctx);
    Wait wait = Wait.of(ctx.queryParam("wait"));
    Dispatch dispatch = new Dispatch(intake.get().log(), intake.get().receipts());
    CompletableFuture<DispatchAnswer> answer =
        budget.spend(
            ctx,
            () ->
                dispatch.take(
                    DispatchBatch.read(ctx.bodyAsBytes()).stream().map(Slice::bytes).toList(),
                    wait));
    ctx.future(
        () ->
            answer
                .thenAcceptAsync(ctx::json, answers)
                .exceptionally(
                    e -> {
                      throw e instanceof CompletionException
                              && e.getCause() instanceof ProblemException p
                          ? p
                          : new CompletionException(e);
                    }));
  }

  private static void requireJson(Context ctx) {
    String encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The body is encoded as %s; it must be sent as it is.".formatted(encoding));
    }
    String type = ctx.contentType();
    if (type == null) {
      return;
    }
    String media = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (!media.equals("application/json") && !media.endsWith("+json")) {
      throw new ProblemException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The body is %s; it must be application/json.".formatted(media));
    }
  }
}
