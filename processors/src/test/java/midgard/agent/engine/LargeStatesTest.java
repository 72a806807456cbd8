package midgard.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.agents.Agents;
import midgard.schemas.reputation.LeaderboardState;
import midgard.schemas.reputation.Rank;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.LocalSchemaIds;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LargeStatesTest {
  private static final int RANKS = 40;
  private static final int RANDOM_STATES = 50;

  private final LocalSchemaIds ids = new LocalSchemaIds();
  private final AvroCodec<LeaderboardState> codec = new AvroCodec<>(LeaderboardState.class, ids);
  private final int id = codec.idFor("reputation-world");
  private final LargeStates<LeaderboardState> large = new LargeStates<>(codec);

  private static LeaderboardState leaders(int ranks) {
    LeaderboardState state = LeaderboardState.newBuilder().build();
    List<Rank> made = new ArrayList<>();
    for (int i = 0; i < ranks; i++) {
      made.add(new Rank(150_000L + i, "a player with a name", 1000L, 1));
    }
    state.setRanks(made);
    return state;
  }

  private byte[] kept(String key, LeaderboardState state) {
    byte[] bytes = codec.encode(id, state);
    large.keep(key, bytes, state);
    return bytes;
  }

  @Test
  void shouldHandOutAStateThatCanBeChangedWhenARuleLeftAListThatCannot() {
    LeaderboardState left = leaders(RANKS);
    left.setRanks(Collections.unmodifiableList(left.getRanks()));
    byte[] bytes = kept("world", left);

    LeaderboardState taken = large.take("world", bytes);
    taken.getRanks().remove(0);

    assertThat(taken.getRanks()).hasSize(RANKS - 1);
  }

  @Test
  void shouldHandOutRecordsOfTheirOwnWhenARuleLeftOneTwice() {
    LeaderboardState left = leaders(RANKS);
    left.getRanks().set(1, left.getRanks().get(0));
    byte[] bytes = kept("world", left);

    LeaderboardState taken = large.take("world", bytes);
    taken.getRanks().get(0).setTier(7);

    assertThat(taken.getRanks().get(1).getTier()).isEqualTo(1);
  }

  @Test
  void shouldHandOutNothingOfWhatIsChangedAfterwards() {
    LeaderboardState left = leaders(RANKS);
    byte[] bytes = kept("world", left);
    left.getRanks().get(0).setTier(7);

    assertThat(large.take("world", bytes)).isEqualTo(codec.decode(bytes));
  }

  @Test
  void shouldHandOutAStateOnceWhenItIsAskedForTwice() {
    byte[] bytes = kept("world", leaders(RANKS));

    assertThat(large.take("world", bytes)).isNotNull();
    assertThat(large.take("world", bytes)).isNull();
  }

  @Test
  void shouldNotHandOutAStateWhenTheStoreHoldsOtherBytes() {
    byte[] bytes = kept("world", leaders(RANKS));

    assertThat(large.take("world", bytes.clone())).isNull();
  }

  @Test
  void shouldLetTheOldestGoWhenThereIsNoRoom() {
    byte[] first = kept("first", leaders(RANKS));
    byte[] last = first;
    for (int i = 0; i < 1000; i++) {
      last = kept("key " + i, leaders(RANKS));
    }

    assertThat(large.take("first", first)).isNull();
    assertThat(large.take("key 999", last)).isNotNull();
  }

  /** All but those whose states hold a logical type, which are read each time. */
  static Stream<Agent<?>> agents() {
    return Agents.all(Settings.DEFAULTS).stream()
        .filter(
            agent ->
                new AvroCodec<>(agent.handle().type(), new LocalSchemaIds()).copier().isPresent());
  }

  @Test
  void shouldKnowHowToCopyWhatIsLargeInALivelyWorld() {
    assertThat(agents().map(Agent::id))
        .contains("memory-npc", "memory-map", "dialogue-npc", "world-world", "storyline-world");
  }

  @ParameterizedTest
  @MethodSource("agents")
  <S extends SpecificRecord> void shouldCopyWhatReadingWouldGiveWhenAStateIsAnyAtAll(Agent<S> agent)
      throws IOException {
    AvroCodec<S> states = new AvroCodec<>(agent.handle().type(), ids);
    int schema = states.idFor(agent.id());
    UnaryOperator<S> copier = states.copier().orElseThrow();
    for (Object random : new RandomData(states.schema(), RANDOM_STATES, 7L)) {
      S read = states.decode(written(schema, (GenericData.Record) random));

      S copy = copier.apply(read);

      assertThat(copy).isEqualTo(read).isNotSameAs(read);
      assertThat(states.encode(schema, copy)).isEqualTo(states.encode(schema, read));
    }
  }

  private static byte[] written(int schema, GenericData.Record record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(AvroCodec.HEADER).put((byte) 0).putInt(schema).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericData.Record>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
