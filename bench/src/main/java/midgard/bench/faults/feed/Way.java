package midgard.bench.faults.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import midgard.bench.faults.feed.Fate.Kind;

/**
 * The two ways into a world: how a batch is written, and how the answer tells each event's fate.
 */
enum Way {
  REST_PROXY("application/vnd.kafka.json.v2+json") {
    @Override
    String path(String topic) {
      return "/topics/" + topic;
    }

    @Override
    String body(List<FedEvent> batch) {
      return batch.stream()
          .map(event -> "{\"value\":" + event.json() + "}")
          .collect(Collectors.joining(",", "{\"records\":[", "]}"));
    }

    @Override
    List<Fate> fates(JsonNode answer) {
      List<Fate> fates = new ArrayList<>();
      for (JsonNode offset : answer.path("offsets")) {
        int code = offset.path("error_code").asInt(0);
        if (code == 0) {
          fates.add(
              new Fate(
                  Kind.ACCEPTED,
                  offset.path("partition").asInt(-1),
                  offset.path("offset").asLong(-1),
                  "",
                  1));
        } else {
          fates.add(code == KAFKA_RETRIABLE ? Fate.unknown(1) : refused(offset.path("error")));
        }
      }
      return fates;
    }
  },
  DISPATCH("application/json") {
    @Override
    String path(String topic) {
      return "/api/v1/events/dispatch?wait=logged";
    }

    @Override
    String body(List<FedEvent> batch) {
      return batch.stream()
          .map(FedEvent::json)
          .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    @Override
    List<Fate> fates(JsonNode answer) {
      List<Fate> fates = new ArrayList<>();
      for (JsonNode result : answer.path("results")) {
        fates.add(
            switch (result.path("status").asText()) {
              case "accepted" -> new Fate(Kind.ACCEPTED, -1, -1, "", 1);
              case "duplicate" -> new Fate(Kind.DUPLICATE, -1, -1, "", 1);
              default ->
                  result.path("code").asText().equals("NOT_LOGGED")
                      ? Fate.unknown(1)
                      : refused(result.path("reason"));
            });
      }
      return fates;
    }
  };

  /** Of the REST proxy: Kafka may take the record when it is sent again. */
  private static final int KAFKA_RETRIABLE = 50003;

  private final String contentType;

  Way(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  abstract String path(String topic);

  abstract String body(List<FedEvent> batch);

  /** One for each event, in their order. */
  abstract List<Fate> fates(JsonNode answer);

  private static Fate refused(JsonNode reason) {
    return new Fate(Kind.REFUSED, -1, -1, reason.asText(), 1);
  }
}
