package midgard.service.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import midgard.agent.AgentName;
import midgard.schemas.Domain;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelAnswer;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.model.ModelTier;
import midgard.schemas.topic.Topic;
import midgard.service.Http;
import midgard.service.Service;
import midgard.service.config.ServiceConfig;
import midgard.service.config.Sources;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the question in the log to the answer in the inbox and the ledger, through a whole world.
 */
class ModelWorkerTest {
  private static final String KEY = "sk-very-secret-4711";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final ModelServer server = new ModelServer();
  private Service service;

  @AfterEach
  void stop() {
    service.close();
    server.close();
  }

  private void start() {
    Map<String, String> settings = new HashMap<>();
    settings.put("DATA_DIR", folder.toString());
    for (String port :
        List.of(
            "AI_SERVICE_PORT",
            "DASHBOARD_PORT",
            "KAFKA_PORT",
            "KAFKA_CONTROLLER_PORT",
            "SCHEMA_REGISTRY_PORT",
            "POSTGRES_PORT",
            "REDIS_PORT")) {
      settings.put(port, "0");
    }
    // The budget is a day's: here it is noon, so that no midnight comes between.
    int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
    settings.put("WORLD_TIME_ZONE", ZoneOffset.ofHours(12 - hour).getId());
    // With a key set they would ask on their own, and be paid for.
    for (AgentName agent : EnumSet.complementOf(EnumSet.of(AgentName.MODELS))) {
      settings.put(agent.flag(), "false");
    }
    settings.put("DEEPSEEK_API_KEY", KEY);
    settings.put("DEEPSEEK_BASE_URL", server.url());
    settings.put("DEEPSEEK_PRICE_INPUT", "1000");
    settings.put("DEEPSEEK_PRICE_OUTPUT", "2000");
    settings.put("LLM_DAILY_BUDGET_USD", "1.5");
    service = new Service(ServiceConfig.read(Sources.of(settings, folder)), Clock.systemUTC());
    service.start();
    assertThat(service.awaitReady(Duration.ofMinutes(2))).isTrue();
  }

  private void ask(ModelRequest.Builder... requests) {
    Topic<ModelRequest> topic = service.parts().topics().get().llmRequests();
    try (KafkaProducer<String, ModelRequest> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", service.addresses().bootstrapServers()),
            new StringSerializer(),
            topic.value().serializer())) {
      for (ModelRequest.Builder request : requests) {
        producer.send(new ProducerRecord<>(topic.name(), "Aldric", request.build()));
      }
    }
  }

  /** What lies in an inbox of a kind, oldest first, committed or not. */
  private List<ConsumerRecord<String, InboxMessage>> inbox(
      Domain domain, Class<? extends SpecificRecord> body) {
    Topic<InboxMessage> topic = service.parts().topics().get().inbox(domain);
    List<ConsumerRecord<String, InboxMessage>> found = new ArrayList<>();
    try (KafkaConsumer<String, InboxMessage> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", service.addresses().bootstrapServers()),
            new StringDeserializer(),
            topic.value().deserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int i = 0; i < topic.partitions(); i++) {
        partitions.add(new TopicPartition(topic.name(), i));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, InboxMessage> read : consumer.poll(Duration.ofMillis(200))) {
          if (body.isInstance(read.value().getBody())) {
            found.add(read);
          }
        }
      }
    }
    return found;
  }

  private ModelAnswer answer(String id) {
    return (ModelAnswer) message(id).value().getBody();
  }

  private ConsumerRecord<String, InboxMessage> message(String id) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                inbox(Domain.NPC, ModelAnswer.class).stream()
                    .filter(m -> ((ModelAnswer) m.value().getBody()).getRequestId().equals(id))
                    .toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private void awaitDailyCost(double usd) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(costs().path("daily_cost_usd").asDouble(-1))
                    .isCloseTo(usd, within(.001)));
  }

  private JsonNode costs() throws Exception {
    return Http.get(service.url() + "/api/v1/admin/llm-costs?period=daily").json();
  }

  @Test
  void shouldAnswerIntoTheInboxBookTheCostAndKeepToTheBudgetWhenTheWorldRestarts()
      throws Exception {
    // Given: an answer costs 0.14 USD, and a call could cost about half a dollar
    start();
    ask(Questions.request("r-1"));

    // Then: the one who asked gets it, with where it comes from
    ConsumerRecord<String, InboxMessage> first = message("r-1");
    assertThat(first.key()).isEqualTo("Aldric");
    assertThat(first.value().getSender()).isEqualTo("models");
    assertThat(first.value().getRecipient()).isEqualTo("dialogue-npc");
    assertThat(first.value().getCause().getTopic()).isEqualTo("llm.requests");
    assertThat(first.value().getCause().getEventId()).isEqualTo("event-1");
    assertThat(first.value().getTime()).isGreaterThanOrEqualTo(1_000_000);
    assertThat(answer("r-1").getText()).isEqualTo("Well met.");

    // And: what was asked before is known to Redis
    ask(Questions.request("r-1").setRequestId("r-3"));
    assertThat(answer("r-3").getTier()).isEqualTo(ModelTier.cache);

    // And: an answer that tries to give a reward gives nothing, and is paid
    server.says("{\"give_reward\":{\"player_id\":150001,\"zeny\":1000000}}");
    ask(Questions.request("r-4"));
    assertThat(answer("r-4").getText()).isNull();
    assertThat(service.parts().metrics().counter("models.refused_answers").getCount()).isEqualTo(1);

    // And: the ledger knows
    awaitDailyCost(.28);
    assertThat(costs().at("/provider_costs/deepseek").asDouble()).isEqualTo(.28);
    assertThat(costs().at("/agent_costs/dialogue-npc").asDouble()).isEqualTo(.28);
    assertThat(costs().at("/optimization_tier_distribution/cache").asDouble()).isEqualTo(33.3);
    assertThat(Http.get(service.url() + "/api/v1/cost/budget/status").json().get("status").asText())
        .isEqualTo("green");

    // When: it is spent up to what one call could cost, and the world restarts
    server.says("Well met again.");
    for (int i = 10; i < 20; i++) {
      ask(Questions.request("r-" + i));
      answer("r-" + i);
    }
    awaitDailyCost(.14 * server.asked().size());
    int asked = server.asked().size();
    service.close();
    start();
    ask(Questions.request("r-99").setExpiresAt(1_060_000));

    // Then: nobody is asked any more today
    assertThat(answer("r-99").getTrouble())
        .isEqualTo("the day's budget does not allow to ask deepseek");
    assertThat(server.asked()).hasSize(asked);
    assertThat(Http.get(service.url() + "/metrics").text())
        .contains("midgard_models_answers_total{tier=\"none\"}")
        .doesNotContain(KEY);
    assertThat(service.parts().config().toString()).doesNotContain(KEY);
  }
}
