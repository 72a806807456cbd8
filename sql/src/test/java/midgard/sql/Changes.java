package midgard.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.Cause;
import midgard.schemas.change.Change;
import midgard.schemas.reputation.PlayerReputation;
import midgard.schemas.reputation.ReputationHistory;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topic;
import midgard.schemas.topic.TopicSettings;
import midgard.schemas.topic.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Changes as agents emit them, and as they lie in the topic. */
final class Changes {
  static final Topic<Change> TOPIC =
      new Topics(TopicSettings.LOCAL, new LocalSchemaIds()).worldChanges();
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

  private Changes() {}

  static PlayerReputation reputation(long player, String name, long influenceMilli) {
    return PlayerReputation.newBuilder()
        .setPlayerId(player)
        .setPlayerName(name)
        .setTotalInfluenceMilli(influenceMilli)
        .setCurrentTier(1)
        .setWorldGuardianRep(2)
        .setExplorerRep(3)
        .setProblemSolverRep(4)
        .setEventParticipantRep(5)
        .setFactionLoyalistRep(6)
        .setLastUpdated(NOON)
        .build();
  }

  static ReputationHistory gain(String id, String source) {
    return ReputationHistory.newBuilder()
        .setHistoryId(id)
        .setPlayerId(1)
        .setReputationType(ReputationKind.explorer)
        .setAmount(10)
        .setSource(source)
        .setSourceId(null)
        .setTimestamp(NOON)
        .build();
  }

  static Change change(SpecificRecord body) {
    return Change.newBuilder()
        .setAgent("test")
        .setDomain("player")
        .setKey("1")
        .setTime(NOON.toEpochMilli())
        .setCause(new Cause("inbox.player", 0, 1L, "event"))
        .setBody(body)
        .build();
  }

  static byte[] bytes(SpecificRecord body) {
    return TOPIC.value().serializer().serialize(TOPIC.name(), change(body));
  }

  static ConsumerRecord<byte[], byte[]> at(int partition, long offset, byte[] value) {
    return new ConsumerRecord<>(TOPIC.name(), partition, offset, null, value);
  }

  static ConsumerRecord<byte[], byte[]> at(int partition, long offset, SpecificRecord body) {
    return at(partition, offset, bytes(body));
  }

  /** A poll's answer; the next offset is the one after the last record. */
  @SafeVarargs
  static ConsumerRecords<byte[], byte[]> polled(ConsumerRecord<byte[], byte[]>... records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition =
        List.of(records).stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    r -> new TopicPartition(r.topic(), r.partition())));
    Map<TopicPartition, OffsetAndMetadata> next = new java.util.HashMap<>();
    byPartition.forEach(
        (p, list) -> next.put(p, new OffsetAndMetadata(list.get(list.size() - 1).offset() + 1)));
    return new ConsumerRecords<>(byPartition, next);
  }

  /** What the database must say before the first of these records. */
  static Map<Integer, ProjectionOffsets.Stand> before(ConsumerRecords<byte[], byte[]> records) {
    Map<Integer, ProjectionOffsets.Stand> stands = new TreeMap<>();
    records
        .partitions()
        .forEach(
            p ->
                stands.put(
                    p.partition(),
                    new ProjectionOffsets.Stand("id", records.records(p).get(0).offset())));
    return stands;
  }
}
