package midgard.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import midgard.service.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  private static final byte[] LARGEST = new byte[(int) HttpServer.MAX_BODY_BYTES];
  private static final int FIT_IN = 3;

  private final CompletableFuture<String> done = new CompletableFuture<>();
  private final ExecutorService callers = Executors.newFixedThreadPool(FIT_IN);
  private final AtomicInteger working = new AtomicInteger();
  private final BodyBudget budget = new BodyBudget();
  private final HttpServer server =
      HttpServer.start(
          "X",
          "127.0.0.1",
          0,
          List.of(
              config -> {
                config.routes.post(
                    "/work",
                    ctx -> {
                      CompletableFuture<String> result =
                          budget.spend(
                              ctx,
                              () -> {
                                ctx.bodyAsBytes();
                                working.incrementAndGet();
                                return done;
                              });
                      ctx.future(() -> result.thenAccept(ctx::result));
                    });
                config.routes.post(
                    "/fail",
                    ctx ->
                        budget.spend(
                            ctx,
                            () -> {
                              ctx.bodyAsBytes();
                              throw ProblemException.badRequest("No.");
                            }));
              }));

  @AfterEach
  void stop() {
    done.complete("done");
    callers.shutdown();
    server.close();
  }

  @Test
  void shouldAskToComeAgainWhenTheBudgetIsSpent() throws Exception {
    // Given as many of the largest bodies as there is room for
    List<CompletableFuture<Integer>> first = new ArrayList<>();
    for (int i = 0; i < FIT_IN; i++) {
      first.add(CompletableFuture.supplyAsync(() -> post("/work", LARGEST).status(), callers));
    }
    await().until(() -> working.get() == FIT_IN);
    // When
    Http.Answer refused = post("/work", LARGEST);
    done.complete("done");
    // Then
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(refused.text()).contains("12 MB of other requests; send this one again");
    assertThat(first).allSatisfy(status -> assertThat(status.join()).isEqualTo(200));
    assertThat(post("/work", LARGEST).status()).isEqualTo(200);
  }

  @Test
  void shouldGiveBackWhenTheWorkFails() {
    for (int i = 0; i <= FIT_IN; i++) {
      assertThat(post("/fail", LARGEST).status()).isEqualTo(400);
    }
  }

  private Http.Answer post(String path, byte[] body) {
    try {
      return Http.send("POST", server.url() + path, "application/json", body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
