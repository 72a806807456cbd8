package midgard.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import midgard.schemas.Cause;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.reputation.Rank;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroCodecTest {
  private final LocalSchemaIds ids = new LocalSchemaIds();
  private final AvroCodec<Cause> codec = new AvroCodec<>(Cause.class, ids);
  private final int id = codec.idFor("topic-value");
  private final Cause cause = new Cause("game.events", 1, 42L, "boot-7");

  @Test
  void shouldStartWithZeroAndTheSchemaIdWhenEncoded() {
    assertThat(Arrays.copyOf(codec.encode(id, cause), 5)).containsExactly(0, 0, 0, 0, id);
  }

  @Test
  void shouldGiveBackTheSameRecordWhenDecoded() {
    assertThat(codec.decode(codec.encode(id, cause))).isEqualTo(cause);
  }

  @Test
  void shouldReadWithTheWritersSchemaWhenAnotherVersionWroteIt() throws IOException {
    Schema wider =
        SchemaBuilder.record("Cause")
            .namespace("midgard.schemas")
            .fields()
            .requiredString("event_id")
            .requiredString("added_later")
            .requiredLong("offset")
            .requiredInt("partition")
            .requiredString("topic")
            .endRecord();
    GenericData.Record record = new GenericData.Record(wider);
    record.put("event_id", "boot-7");
    record.put("added_later", "?");
    record.put("offset", 42L);
    record.put("partition", 1);
    record.put("topic", "game.events");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {0, 0, 0, 0, (byte) ids.register("topic-value", wider)});
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<>(wider).write(record, encoder);

    assertThat(codec.decode(out.toByteArray())).isEqualTo(cause);
  }

  @Test
  void shouldFillInDefaultsWhenAnEarlierVersionKnewNoFields() {
    Schema earlier =
        SchemaBuilder.record("LeaderboardState")
            .namespace("midgard.schemas.reputation")
            .fields()
            .endRecord();
    byte[] bytes = {0, 0, 0, 0, (byte) ids.register("s", earlier)};

    LeaderboardState read = new AvroCodec<>(LeaderboardState.class, ids).decode(bytes);

    assertThat(read.getTotalPlayers()).isZero();
    assertThat(read.getRanks()).isEmpty();
    assertThat(read.getRanks()).isInstanceOf(ArrayList.class);
  }

  @Test
  void shouldSayWhatIsWrongWhenTheBytesAreNotInTheWireFormat() {
    assertThatThrownBy(() -> codec.decode(new byte[] {'{', '}'}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("0x00");
  }

  @Test
  void shouldFailWhenTheBodyEndsEarly() {
    byte[] whole = codec.encode(id, cause);

    assertThatThrownBy(() -> codec.decode(Arrays.copyOf(whole, whole.length - 3)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("schema id " + id);
  }

  @Test
  void shouldFailWhenBytesFollowTheBody() {
    byte[] whole = codec.encode(id, cause);

    assertThatThrownBy(() -> codec.decode(Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("bytes follow its end");
  }

  @Test
  void shouldGiveListsThatRulesCanChangeWhenAStateIsRead() {
    AvroCodec<LeaderboardState> states = new AvroCodec<>(LeaderboardState.class, ids);
    LeaderboardState state =
        new LeaderboardState(List.of(new Rank(1L, "a", 5L, 0), new Rank(2L, "b", 9L, 0)), 2L);

    LeaderboardState read = states.decode(states.encode(states.idFor("s"), state));
    read.getRanks().removeIf(rank -> rank.getPlayerId() == 1);
    read.getRanks().add(new Rank(3L, "a", 7L, 0));
    read.getRanks().sort(Comparator.comparing(Rank::getPlayerName));

    assertThat(read.getRanks()).extracting(Rank::getPlayerName).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":\"int\"}}",
        "[\"null\",{\"type\":\"array\",\"items\":\"int\"}]",
        "{\"type\":\"map\",\"values\":\"int\"}"
      })
  void shouldRefuseATypeWhenItsListsWouldNotComeOutPlain(String field) {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"x.Deep","fields":[{"name":"odd","type":%s}]}"""
                    .formatted(field));

    assertThatThrownBy(() -> PlainLists.check(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.Deep.odd");
  }

  @Test
  void shouldKeepRecordsApartWhenManyThreadsShareACodec() {
    List<Boolean> same =
        IntStream.range(0, 5000)
            .parallel()
            .mapToObj(
                i -> {
                  Cause own = new Cause("t" + i, i, (long) i, "e".repeat(i % 700));
                  return codec.decode(codec.encode(id, own)).equals(own);
                })
            .toList();

    assertThat(same).containsOnly(true);
  }
}
