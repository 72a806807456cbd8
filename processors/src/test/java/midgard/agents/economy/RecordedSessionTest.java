package midgard.agents.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.PurseState;
import midgard.schemas.economy.ReasonFlow;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;
import org.junit.jupiter.api.Test;

/** The session of the sample folder against the figures of the game's own database. */
class RecordedSessionTest {
  private static final Path SESSION = Path.of("../samples/rathena-session.ndjson.gz");

  /** Zeny of each player at the start and the end, as the game's database has it. */
  private static final Map<Long, long[]> DATABASE =
      new TreeMap<>(
          Map.of(
              150101L, new long[] {80_000, 79_750},
              150102L, new long[] {12_500, 12_217},
              150103L, new long[] {9_800, 11_813},
              150104L, new long[] {45_000, 46_145},
              150105L, new long[] {15_250, 15_393},
              150106L, new long[] {8_000, 7_423},
              150107L, new long[] {20_000, 14_200},
              150108L, new long[] {17_750, 14_780},
              150109L, new long[] {5_000, 1_375},
              150110L, new long[] {30_000, 29_300}));

  private static List<GameEvent> session() throws Exception {
    List<GameEvent> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SESSION)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new IOException("The recorded session belongs at " + SESSION.toAbsolutePath(), e);
    }
    return events;
  }

  private static Economy play(List<GameEvent> events) {
    long second = events.get(0).getTimestamp() / 1000;
    Economy economy = new Economy(second * 1000);
    for (GameEvent event : events) {
      if (event.getTimestamp() / 1000 > second) {
        second = event.getTimestamp() / 1000;
        economy.world.tick(second * 1000);
      }
      if (event.getPlayerId() != 0) {
        economy.event(Domain.PLAYER, Long.toString(event.getPlayerId()), event);
      }
      for (int item : items(event)) {
        economy.event(Domain.ITEM, Integer.toString(item), event);
      }
    }
    economy.until((second + 300) * 1000);
    assertThat(economy.world.failures()).isEmpty();
    return economy;
  }

  private static Set<Integer> items(GameEvent event) {
    Set<Integer> items = new TreeSet<>();
    Object payload = event.getPayload();
    if (payload instanceof ItemChange change) {
      items.add(change.getItemId());
    } else if (payload instanceof ShopBuy buy) {
      buy.getItems().stream().map(PricedItem::getItemId).forEach(items::add);
    } else if (payload instanceof ShopSell sell) {
      sell.getItems().stream().map(PricedItem::getItemId).forEach(items::add);
    } else if (payload instanceof VendingSale sale) {
      sale.getItems().stream().map(PricedItem::getItemId).forEach(items::add);
    } else if (payload instanceof TradeComplete trade) {
      trade.getGiven().stream().map(ItemAmount::getItemId).forEach(items::add);
      trade.getReceived().stream().map(ItemAmount::getItemId).forEach(items::add);
    }
    return items;
  }

  private static void assertThatTheLedgerIsTheGames(Economy economy) {
    DATABASE.forEach(
        (player, zeny) -> {
          PurseState purse = economy.purse(player);
          assertThat(purse.getOpening()).as("start of %d", player).isEqualTo(zeny[0]);
          assertThat(purse.getLedgerBalance()).as("end of %d", player).isEqualTo(zeny[1]);
          assertThat(purse.getDrift()).isZero();
        });
    EconomyState state = economy.state();
    assertThat(EconomyViews.circulation(state)).isEqualTo(232_396);
    assertThat(state.getOpening()).isEqualTo(243_300);
    assertThat(state.getPurses()).isEqualTo(10);
    assertThat(state.getFlows())
        .extracting(ReasonFlow::getReason)
        .containsExactly(
            Reason.trade, Reason.vending, Reason.npc_shop, Reason.script, Reason.command);
    for (ReasonFlow flow : state.getFlows()) {
      assertThat(flow.getTransferIn()).isEqualTo(flow.getTransferOut());
      assertThat(flow.getFaucet() - flow.getSink())
          .as("net of %s", flow.getReason())
          .isEqualTo(
              switch (flow.getReason()) {
                case npc_shop -> -4022L;
                case script -> -11_882L;
                case command -> 5000L;
                default -> 0L;
              });
    }
  }

  @Test
  void shouldAgreeWithTheGamesDatabaseWhenPlayedInOrder() throws Exception {
    Economy economy = play(session());

    assertThatTheLedgerIsTheGames(economy);
    assertThat(economy.state().getActivePlayers()).isEqualTo(10);
  }

  @Test
  void shouldAgreeWithTheGamesDatabaseWhenEventsComeReordered() throws Exception {
    List<GameEvent> events = session();
    Random random = new Random(7);
    for (int from = 0; from < events.size(); from += 400) {
      Collections.shuffle(events.subList(from, Math.min(from + 400, events.size())), random);
    }

    assertThatTheLedgerIsTheGames(play(events));
  }

  @Test
  void shouldSellWhatPlayersAndShopsSoldWhenPlayed() throws Exception {
    List<GameEvent> events = session();
    long sold = 0;
    long market = 0;
    for (GameEvent event : events) {
      Object payload = event.getPayload();
      if (payload instanceof ShopBuy buy) {
        sold += buy.getTotalZeny();
      } else if (payload instanceof ShopSell sell) {
        sold += sell.getTotalZeny();
      } else if (payload instanceof VendingSale sale) {
        market += sale.getTotalZeny();
      }
    }

    EconomyState state = play(events).state();

    long trades = state.getItems().getMarketZeny() - market;
    assertThat(trades).isPositive();
    assertThat(state.getItems().getZeny()).isEqualTo(sold + market + trades);
    assertThat(state.getItems().getSupply()).isPositive();
    assertThat(state.getFarmed().get(0).getItemId()).isPositive();
  }
}
