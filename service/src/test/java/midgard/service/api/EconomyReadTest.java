package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class EconomyReadTest {
  private static final String PATH = "/api/v1/economy_social";

  @Test
  void shouldShowTheOpenWindowUnderBothNamesWhenASaleWasJustApplied(Service service)
      throws Exception {
    dispatch(
        service,
        """
        {"event_type":"vending_sale","timestamp":%d,"server_id":"economy-read-test",
          "player_id":990011,"payload":{"transaction_id":"sale-1","seller_id":990012,
          "buyer_id":990011,"items":[{"item_id":990501,"amount":4,"price":25}],"total_zeny":100}}""");

    JsonNode day = Http.get(service.url() + PATH + "/items/990501/windows?size=1d").json();
    JsonNode same = Http.get(service.url() + PATH + "/economy/items/990501/windows?size=1d").json();

    assertThat(day.get("total").asInt()).isEqualTo(1);
    JsonNode window = day.get("windows").get(0);
    assertThat(window.get("open").asBoolean()).isTrue();
    assertThat(window.get("amount").asLong()).isEqualTo(4);
    assertThat(window.get("vwap").asDouble()).isEqualTo(25.0);
    assertThat(same.get("windows")).isEqualTo(day.get("windows"));
  }

  @Test
  void shouldPageTheLedgerWhenItIsAskedForOnePlayer(Service service) throws Exception {
    for (int amount : new int[] {10, 20, 30}) {
      dispatch(
          service,
          """
          {"event_type":"zeny_change","timestamp":%d,"server_id":"economy-read-test",
            "player_id":990013,"payload":{"amount":AMOUNT,"reason":"script"}}"""
              .replace("AMOUNT", Integer.toString(amount)));
    }
    String url = service.url() + PATH + "/ledger?player_id=990013&limit=2";
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Http.get(url).json().path("next").isTextual());

    JsonNode first = Http.get(url).json();
    JsonNode second = Http.get(url + "&after=" + first.get("next").asText()).json();

    assertThat(first.get("entries").findValuesAsText("amount")).containsExactly("30", "20");
    assertThat(second.get("entries").findValuesAsText("amount")).containsExactly("10");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(first.get("entries").get(0).get("cause").get("topic").asText())
        .isEqualTo("inbox.player");
  }

  @Test
  void shouldShowFiguresOfThisMomentWhenTheSnapshotIsAsked(Service service) throws Exception {
    JsonNode snapshot = Http.get(service.url() + PATH + "/economy/snapshot").json();

    assertThat(snapshot.fieldNames())
        .toIterable()
        .contains(
            "snapshot_id",
            "zeny_circulation",
            "zeny_per_capita",
            "active_players",
            "inflation_rate",
            "economic_indicator",
            "top_farmed_items",
            "scarce_items",
            "timestamp");
  }

  private static void dispatch(Service service, String event) throws Exception {
    Http.Answer answer =
        Http.post(
            service.url() + "/api/v1/events/dispatch",
            "application/json",
            "{\"events\":[" + event.formatted(Instant.now().toEpochMilli()) + "]}");
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
  }
}
