package midgard.topology;

import static midgard.topology.TestEvents.event;
import static midgard.topology.TestEvents.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.schemas.DeadLetter;
import midgard.schemas.Domain;
import midgard.schemas.event.Chat;
import midgard.schemas.event.ChatChannel;
import midgard.schemas.event.ClockTick;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.VendingSale;
import midgard.schemas.serde.AvroCodec;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final List<Agent<?>> LISTENERS =
      List.of(
          new Probe(Domain.PLAYER, PlayerLogin.class, MvpKill.class, VendingSale.class),
          new Probe(Domain.MAP, MapChange.class),
          new Probe(Domain.ITEM, VendingSale.class),
          new Probe(Domain.WORLD, MvpKill.class));

  private final Driver driver = new Driver(LISTENERS, ClockSource.WALL);

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldRouteToTheActingPlayerWhenAnAgentAsksForTheType() {
    driver.send(login(1));

    assertThat(driver.inbox(Domain.PLAYER)).containsExactly("150001 player_login");
  }

  @Test
  void shouldRouteNowhereWhenNoAgentAsksForTheType() {
    driver.send(event(1, new Chat(ChatChannel.global, "hello", null)));

    for (Domain domain : Domain.values()) {
      assertThat(driver.inbox(domain)).isEmpty();
    }
    assertThat(driver.counted("router.accepted")).isEqualTo(1);
  }

  @Test
  void shouldRouteToEveryParticipantOnceWhenAnMvpFalls() {
    driver.send(
        event(
            1,
            new MvpKill(
                1115,
                "Eddga",
                List.of(new MvpParticipant(150001L, 9L, 0), new MvpParticipant(150002L, 5L, 1)),
                20L)));

    assertThat(driver.inbox(Domain.PLAYER)).containsExactly("150001 mvp_kill", "150002 mvp_kill");
    assertThat(driver.inbox(Domain.WORLD)).containsExactly("world mvp_kill");
  }

  @Test
  void shouldRouteToBothMapsWhenAPlayerMoves() {
    GameEvent move = event(1, new MapChange("prontera", "prt_fild08"));
    move.setMap("prt_fild08");

    driver.send(move);

    assertThat(driver.inbox(Domain.MAP))
        .containsExactly("prt_fild08 map_change", "prontera map_change");
  }

  @Test
  void shouldRouteToEveryItemOnceWhenASaleHoldsOneTwice() {
    driver.send(
        event(
            1,
            new VendingSale(
                "t1",
                150002L,
                150001L,
                List.of(
                    new PricedItem(501, 1, 10L),
                    new PricedItem(909, 2, 3L),
                    new PricedItem(501, 5, 9L)),
                61L)));

    assertThat(driver.inbox(Domain.ITEM)).containsExactly("501 vending_sale", "909 vending_sale");
  }

  @Test
  void shouldTakeJsonWhenAProducerKnowsNoAvro() {
    driver.send(
        "midgard-1",
        "{\"event_type\":\"player_login\",\"timestamp\":1795348800,\"server_id\":\"midgard-1\",\"player_id\":7}");

    assertThat(driver.inbox(Domain.PLAYER)).containsExactly("7 player_login");
  }

  @Test
  void shouldGiveAnAvroEventItsIdWhenItCameWithNone() {
    GameEvent event = login(1);
    event.setEventId("");
    event.setSequence(null);

    driver.send(event);

    assertThat(driver.inboxLog(Domain.PLAYER))
        .singleElement()
        .satisfies(
            record -> assertThat(((GameEvent) record.value().getBody()).getEventId()).isNotEmpty());
  }

  @Test
  void shouldUnderstandAnEventWhenAnotherVersionOfItsSchemaWroteIt() throws IOException {
    GameEvent event = login(1);
    Schema wider = wider(GameEvent.getClassSchema());

    driver.send(
        event.getServerId().getBytes(StandardCharsets.UTF_8),
        written(event, wider),
        new RecordHeaders());

    assertThat(driver.inboxLog(Domain.PLAYER))
        .singleElement()
        .satisfies(record -> assertThat(record.value().getBody()).isEqualTo(event));
  }

  @Test
  void shouldPutAnEventBackUnderItsServersKeyWhenItWasLoggedUnderAnother() {
    GameEvent event = login(1);
    byte[] value = driver.topics.gameEvents().value().serializer().serialize("game.events", event);

    driver.send("player-7".getBytes(StandardCharsets.UTF_8), value, new RecordHeaders());

    assertThat(driver.counted("router.rekeyed")).isEqualTo(1);
    assertThat(driver.inbox(Domain.PLAYER)).containsExactly("150001 player_login");
  }

  @Test
  void shouldKeepTheWholeRecordAsADeadLetterWhenItIsNoEvent() {
    driver.send("midgard-1", "{\"event_type\":\"monster_kill\",\"timestamp\":1795348800}");

    DeadLetter letter = driver.deadLetters().get(0);
    assertThat(letter.getCode()).isEqualTo("missing_field");
    assertThat(letter.getReason()).contains("payload.monster_id is missing");
    assertThat(StandardCharsets.UTF_8.decode(letter.getValue()).toString())
        .startsWith("{\"event_type\":\"monster_kill\"");
    assertThat(driver.counted("router.rejected")).isEqualTo(1);
  }

  @Test
  void shouldRejectWhenTheSchemaIdIsUnknown() {
    driver.send(
        "k".getBytes(StandardCharsets.UTF_8),
        new byte[] {0, 0, 0, 9, 9, 1, 2},
        new RecordHeaders());

    assertThat(driver.deadLetters())
        .singleElement()
        .extracting(DeadLetter::getCode)
        .isEqualTo("malformed");
  }

  @Test
  void shouldGoOnWithTheNextEventWhenOneWasRejected() {
    driver.send("midgard-1", "no json");
    driver.send(login(1));

    assertThat(driver.inbox(Domain.PLAYER)).containsExactly("150001 player_login");
  }

  @Test
  void shouldRejectWhenTheEventIsADayAheadOfItsArrival() {
    GameEvent event = login(1);
    event.setTimestamp(Driver.NOW.plus(Duration.ofHours(25)).toEpochMilli());

    driver.send(event);

    assertThat(driver.deadLetters())
        .singleElement()
        .extracting(DeadLetter::getCode)
        .isEqualTo("from_the_future");
  }

  @Test
  void shouldAcceptWhenTheEventIsAnHourLate() {
    GameEvent event = login(1);
    event.setTimestamp(Driver.NOW.minus(Duration.ofHours(1)).toEpochMilli());

    driver.send(event);

    assertThat(driver.inbox(Domain.PLAYER)).hasSize(1);
  }

  @Test
  void shouldTickIntoEveryInboxWhenASecondOfTheWallHasPassed() {
    driver.driver.advanceWallClockTime(Duration.ofSeconds(1));

    for (Domain domain : Domain.values()) {
      assertThat(driver.ticks(domain)).containsExactly(Driver.NOW.plusSeconds(1).toEpochMilli());
    }
  }

  @Test
  void shouldRejectAFedTickWhenTheClockIsTheWall() {
    driver.send(event(1, new ClockTick()));

    assertThat(driver.deadLetters())
        .singleElement()
        .extracting(DeadLetter::getCode)
        .isEqualTo("not_accepted");
  }

  @Test
  void shouldTickOnlyWhenFedWhenTheClockIsTheFeeds() {
    try (Driver fed = new Driver(LISTENERS, ClockSource.FEED)) {
      fed.driver.advanceWallClockTime(Duration.ofSeconds(5));
      fed.send(event(1, new ClockTick()));

      assertThat(fed.ticks(Domain.ITEM)).containsExactly(Driver.NOW.toEpochMilli());
    }
  }

  @Test
  void shouldCountWhatIsMissingWhenASequenceHasGaps() {
    driver.send(login(1));
    driver.send(login(5));
    driver.send(login(3));

    assertThat(driver.metrics.getGauges().get("router.missing_sequences").getValue()).isEqualTo(2L);
  }

  /** A version with a field in front that this one does not know. */
  private static Schema wider(Schema of) {
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(
        new Schema.Field("added_later", Schema.create(Schema.Type.STRING), null, "not known"));
    of.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    return Schema.createRecord(of.getName(), null, of.getNamespace(), false, fields);
  }

  private byte[] written(GameEvent event, Schema schema) throws IOException {
    byte[] today = driver.topics.gameEvents().value().serializer().serialize("game.events", event);
    Object converted =
        new GenericDatumReader<>(GameEvent.getClassSchema(), schema)
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(today, AvroCodec.HEADER, today.length - AvroCodec.HEADER, null));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .putInt(driver.ids.register("game.events-value", schema))
            .array());
    new GenericDatumWriter<>(schema)
        .write(converted, EncoderFactory.get().directBinaryEncoder(out, null));
    return out.toByteArray();
  }
}
