package midgard.service.produce;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.TopicCreation;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import midgard.service.Http;
import midgard.service.http.BodyBudget;
import midgard.service.http.HttpServer;
import midgard.service.http.Late;
import midgard.stack.EmbeddedKafka;
import midgard.topology.receipt.Receipts;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAwayTest {
  private static final String BATCH =
      "{\"events\":[%s]}"
          .formatted(
              String.join(
                  ",",
                  java.util.Collections.nCopies(
                      50, "{\"event_type\":\"test\",\"timestamp\":1732628400}")));

  @Test
  void shouldSayComeAgainWhenKafkaTakesNothing(@TempDir Path folder) throws Exception {
    // Given
    EmbeddedKafka kafka = EmbeddedKafka.start(folder);
    LocalSchemaIds ids = new LocalSchemaIds();
    Topics topics = new Topics(TopicSettings.LOCAL, ids);
    try (Admin admin =
        Admin.create(java.util.Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicCreation(admin).ensure(List.of(topics.gameEvents()));
    }
    EventLog log =
        EventLog.open(kafka.bootstrapServers(), topics.gameEvents(), ids, new MetricRegistry());
    Late<Intake> intake = new Late<>("intake");
    intake.set(new Intake(log, new Receipts(), topics, ids));
    BodyBudget budget = new BodyBudget();
    try (HttpServer server =
        HttpServer.start(
            "X",
            "127.0.0.1",
            0,
            List.of(
                new DispatchRoutes(intake, ForkJoinPool.commonPool(), budget),
                new RestProxyRoutes(intake, ForkJoinPool.commonPool(), budget)))) {
      kafka.close();

      // When
      Http.Answer dispatched =
          Http.post(server.url() + "/api/v1/events/dispatch", "application/json", BATCH);
      JsonNode produced =
          Http.post(
                  server.url() + "/topics/game.events",
                  "application/vnd.kafka.json.v2+json",
                  "{\"records\":[{\"value\":{\"event_type\":\"test\",\"timestamp\":1}}]}")
              .json();
      intake.clear();
      Http.Answer stopping =
          Http.post(server.url() + "/api/v1/events/dispatch", "application/json", BATCH);

      // Then
      assertThat(dispatched.status()).isEqualTo(503);
      assertThat(dispatched.header("Retry-After")).isNotEmpty();
      assertThat(produced.path("offsets").path(0).path("error_code").asInt()).isEqualTo(50003);
      assertThat(stopping.status()).isEqualTo(503);
    } finally {
      log.close();
    }
  }
}
