package midgard.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import redis.clients.jedis.Jedis;

/** Leaves a mark in each part of a stack, and reads the marks back. */
record StackProbe(StackAddresses addresses) {
  private static final String TOPIC = "mark";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  /** What was found in each part. */
  record Marks(List<String> kafka, String registry, List<String> postgreSql, String redis) {}

  void leave(String mark) throws Exception {
    leaveInKafka(mark);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(addresses.schemaRegistryUrl() + "/subjects/m/versions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}"))
            .build();
    if (HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() != 200) {
      throw new IOException("the registry took no schema");
    }
    try (Connection connection = DriverManager.getConnection(addresses.databaseUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists mark (text text)");
      statement.execute("insert into mark values ('" + mark + "')");
    }
    try (Jedis redis = new Jedis(URI.create(addresses.redisUrl()))) {
      redis.set("mark", mark);
    }
  }

  private void leaveInKafka(String mark) throws ExecutionException, InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", addresses.bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      if (!admin.listTopics().names().get().contains(TOPIC)) {
        admin
            .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
            .all()
            .get();
      }
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                addresses.bootstrapServers(),
                "transactional.id",
                "mark-" + mark),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, mark));
      producer.commitTransaction();
    }
  }

  Marks read() throws Exception {
    return new Marks(readKafka(), readRegistry(), readPostgreSql(), readRedis());
  }

  private List<String> readKafka() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                addresses.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
      List<String> marks = new ArrayList<>();
      while (consumer.position(PARTITION) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> marks.add(record.value()));
      }
      return marks;
    }
  }

  private String readRegistry() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(addresses.schemaRegistryUrl() + "/subjects/m/versions/1/schema"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private List<String> readPostgreSql() throws SQLException {
    try (Connection connection = DriverManager.getConnection(addresses.databaseUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select text from mark")) {
      List<String> marks = new ArrayList<>();
      while (rows.next()) {
        marks.add(rows.getString(1));
      }
      return marks;
    }
  }

  private String readRedis() {
    try (Jedis redis = new Jedis(URI.create(addresses.redisUrl()))) {
      return redis.get("mark");
    }
  }
}
