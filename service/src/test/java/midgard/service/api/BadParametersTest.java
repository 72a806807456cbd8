package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningService.class)
class BadParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          progression/reputation/abc                        | player_id is abc; it must be a whole number of 1 or more.
          progression/reputation/0/benefits                 | player_id is 0; it must be a whole number of 1 or more.
          progression/reputation/99999999999999999999       | player_id is 99999999999999999999; it must be a whole number of 1 or more.
          progression/reputation/leaderboard?limit=0        | limit is 0; it must be a whole number from 1 to 1000.
          progression/reputation/leaderboard?limit=1001     | limit is 1001; it must be a whole number from 1 to 1000.
          progression/reputation/leaderboard?limit=ten      | limit is ten; it must be a whole number from 1 to 1000.
          economy_social/economy/history?days=0             | days is 0; it must be a whole number from 1 to 3650.
          economy_social/items/2147483648/windows           | item_id is 2147483648; it must be a whole number of 1 or more.
          economy_social/items/501/windows?size=2m          | size is 2m; it must be one of 1m, 1h, 1d.
          economy_social/items/501/windows?from=yesterday   | from is yesterday; it must be a time like 2026-01-01T00:00:00Z, or Unix time in seconds or milliseconds.
          economy_social/items/501/windows?from=7200&to=3600 | from is 1970-01-01T02:00:00Z and to is 1970-01-01T01:00:00Z; from must lie before to.
          economy_social/economy/items/501/windows?size=1m&from=0&to=1000000 | The range holds 16666 windows of 1m; it may hold 10000. Ask for a shorter range or a larger size.
          economy_social/ledger?reason=theft                | reason is theft; it must be one of trade, vending, buying_store, drop, pickup, loot, npc_shop, script, consume, produce, command, storage, guild_storage, mail, quest, mvp, bank, steal, service, other.
          economy_social/economy/ledger?player_id=me        | player_id is me; it must be a whole number of 1 or more.
          economy_social/ledger?limit=1001                  | limit is 1001; it must be a whole number from 1 to 1000.
          economy_social/ledger?after=here                  | after is here; it must be the value that the page before gave as next.
          """)
  void shouldSayWhatWouldBeRightWhenAParameterIsWrong(String path, String detail, Service service)
      throws Exception {
    Http.Answer answer = Http.get(service.url() + "/api/v1/" + path);

    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().get("detail").asText()).isEqualTo(detail);
    assertThat(answer.status()).isEqualTo(400);
  }
}
