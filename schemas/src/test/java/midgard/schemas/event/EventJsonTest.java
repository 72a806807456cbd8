package midgard.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import midgard.schemas.event.EventRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
  private static GameEvent read(String json) throws EventRejected {
    return EventJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldReadEveryFieldWhenTheEventIsWhole() throws EventRejected {
    GameEvent event =
        read(
            "{'event_type':'monster_kill','timestamp':1795346261970,'event_id':'m1-5','server_id':'midgard-1','sequence':5,'player_id':150102,'player_name':'Borin','base_level':13,'map':'prt_fild08','x':126,'y':209,'payload':{'monster_id':1063,'base_exp':36}}");

    assertThat(event.getPayload()).isInstanceOf(MonsterKill.class);
    assertThat(((MonsterKill) event.getPayload()).getBaseExp()).isEqualTo(36);
    assertThat(event.getPlayerId()).isEqualTo(150102);
    assertThat(event.getBaseLevel()).isEqualTo(13);
    assertThat(event.getPriority()).isEqualTo(Priority.normal);
  }

  @Test
  void shouldTakeSecondsWhenTheTimestampIsSmall() throws EventRejected {
    assertThat(read("{'event_type':'test','timestamp':1732628400}").getTimestamp())
        .isEqualTo(1732628400000L);
  }

  @Test
  void shouldKeepTheNameWhenTheTypeIsUnknown() throws EventRejected {
    GameEvent event = read("{'event_type':'fishing','timestamp':1,'payload':{'fish':{'id':3}}}");

    assertThat(EventTypes.nameOf(event)).isEqualTo("fishing");
    assertThat(event.getExtra()).containsExactly(new ExtraField("fish", "{\"id\":3}"));
  }

  @Test
  void shouldKeepUnknownFieldsSortedWhenThePayloadHasThem() throws EventRejected {
    GameEvent event =
        read("{'event_type':'player_login','timestamp':1,'zone':2,'payload':{'z':1,'a':true}}");

    assertThat(event.getExtra())
        .extracting(ExtraField::getName)
        .containsExactly("a", "envelope.zone", "z");
  }

  @Test
  void shouldGiveThePriorityOfTheCatalogueWhenNoneIsSent() throws EventRejected {
    assertThat(read("{'event_type':'daily_reset','timestamp':1}").getPriority())
        .isEqualTo(Priority.urgent);
    assertThat(read("{'event_type':'daily_reset','timestamp':1,'priority':'low'}").getPriority())
        .isEqualTo(Priority.low);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                        | MALFORMED     | JSON object
          {'event_type':'test'                                      | MALFORMED     | no JSON
          {'event_type':'test','timestamp':1} x                     | MALFORMED     | no JSON
          {'event_type':'test','event_type':'test','timestamp':1}   | MALFORMED     | Duplicate
          {'timestamp':1}                                           | MISSING_FIELD | event_type
          {'event_type':7,'timestamp':1}                            | MISSING_FIELD | event_type
          {'event_type':'test'}                                     | MISSING_FIELD | timestamp is missing
          {'event_type':'test','timestamp':'now'}                   | WRONG_TYPE    | timestamp
          {'event_type':'test','timestamp':1.5}                     | WRONG_TYPE    | timestamp
          {'event_type':'test','timestamp':-5}                      | OUT_OF_RANGE  | timestamp
          {'event_type':'test','timestamp':99999999999999999}       | OUT_OF_RANGE  | timestamp
          {'event_type':'test','timestamp':1,'player_id':-1}        | OUT_OF_RANGE  | player_id
          {'event_type':'test','timestamp':1,'server_id':''}        | OUT_OF_RANGE  | server_id
          {'event_type':'test','timestamp':1,'payload':[1]}         | WRONG_TYPE    | payload
          {'event_type':'test','timestamp':1,'priority':'asap'}     | WRONG_TYPE    | one of low, normal, high, urgent
          {'event_type':'monster_kill','timestamp':1}               | MISSING_FIELD | payload.monster_id
          {'event_type':'item_change','timestamp':1,'payload':{'item_id':501,'amount':3000000000,'reason':'loot'}} | WRONG_TYPE | payload.amount
          {'event_type':'item_drop','timestamp':1,'payload':{'item_id':501,'amount':0}} | OUT_OF_RANGE | amount is 0
          {'event_type':'zeny_change','timestamp':1,'payload':{'amount':1,'reason':'gift'}} | WRONG_TYPE | payload.reason
          {'event_type':'vending_sale','timestamp':1,'payload':{'transaction_id':'t','seller_id':1,'buyer_id':2,'items':[{'item_id':1,'amount':1}],'total_zeny':1}} | MISSING_FIELD | payload.items[0].price
          """)
  void shouldSayWhatIsWrongWhenAnEventDoesNotFit(String json, Code code, String reason) {
    EventRejected rejected = catchThrowableOfType(EventRejected.class, () -> read(json));

    assertThat(rejected).isNotNull();
    assertThat(rejected.code()).isEqualTo(code);
    assertThat(rejected.getMessage()).contains(reason);
  }

  @Test
  void shouldRejectWhenTheBytesAreNoUtf8() {
    byte[] bytes =
        "{\"event_type\":\"chat\",\"timestamp\":1,\"x\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xC3;

    EventRejected rejected = catchThrowableOfType(EventRejected.class, () -> EventJson.read(bytes));

    assertThat(rejected.code()).isEqualTo(Code.INVALID_TEXT);
  }

  @Test
  void shouldRejectWhenTextHoldsANulOrHalfACharacter() {
    for (String text : new String[] {"\\u0000", "\\ud800x"}) {
      EventRejected rejected =
          catchThrowableOfType(
              EventRejected.class,
              () ->
                  read(
                      "{'event_type':'chat','timestamp':1,'payload':{'channel':'global','text':'"
                          + text
                          + "'}}"));

      assertThat(rejected.code()).isEqualTo(Code.INVALID_TEXT);
    }
  }

  @Test
  void shouldRejectWhenTheEventIsLargerThanTheLimit() {
    String text = "x".repeat(EventRules.MAX_EVENT_BYTES);

    EventRejected rejected =
        catchThrowableOfType(
            EventRejected.class,
            () -> read("{'event_type':'chat','timestamp':1,'payload':{'text':'" + text + "'}}"));

    assertThat(rejected.code()).isEqualTo(Code.TOO_LARGE);
  }
}
