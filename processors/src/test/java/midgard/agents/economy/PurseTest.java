package midgard.agents.economy;

import static midgard.agents.economy.Economy.DAY;
import static midgard.agents.economy.Economy.HOUR;
import static midgard.agents.economy.Economy.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.economy.LedgerKind;
import midgard.schemas.economy.PurseState;
import midgard.schemas.economy.ReasonFlow;
import midgard.schemas.economy.ZenyLedger;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ZenyChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurseTest {
  private static final long PLAYER = 150001;
  private final Economy economy = new Economy();

  private Economy zeny(long after, long amount, Long balance, Reason reason) {
    return economy.zeny(PLAYER, START + after, amount, balance, reason);
  }

  private PurseState purse() {
    return economy.purse(PLAYER);
  }

  /** The last row that was written under an id: what the table holds. */
  private ZenyLedger row(String id) {
    List<ZenyLedger> rows =
        economy.world.changes(ZenyLedger.class).stream()
            .filter(row -> row.getEntryId().equals(id))
            .toList();
    return rows.get(rows.size() - 1);
  }

  @Test
  void shouldBookAnEntryWhenZenyChanges() {
    economy.event(
        Domain.PLAYER,
        "150001",
        START + 5,
        PLAYER,
        new ZenyChange(-275L, 725L, Reason.vending, 7L));

    ZenyLedger entry = row("boot-1");

    assertThat(entry.getPlayerId()).isEqualTo(PLAYER);
    assertThat(entry.getAmount()).isEqualTo(-275);
    assertThat(entry.getKind()).isEqualTo(LedgerKind.transfer);
    assertThat(entry.getReason()).isEqualTo(Reason.vending);
    assertThat(entry.getCounterparty()).isEqualTo(7);
    assertThat(entry.getBalance()).isEqualTo(725);
    assertThat(entry.getCause().getEventId()).isEqualTo("boot-1");
    assertThat(entry.getTimestamp()).isEqualTo(Instant.ofEpochMilli(START + 5));
    ZenyLedger opening = row("opening:150001");
    assertThat(opening.getAmount()).isEqualTo(1000);
    assertThat(opening.getKind()).isEqualTo(LedgerKind.opening);
    assertThat(opening.getReason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "trade, -5, transfer",
    "vending, 5, transfer",
    "buying_store, -5, transfer",
    "mail, 5, transfer",
    "bank, -5, transfer",
    "storage, 5, transfer",
    "guild_storage, -5, transfer",
    "npc_shop, -5, sink",
    "npc_shop, 5, faucet",
    "script, -5, sink",
    "quest, 5, faucet",
    "service, -5, sink",
    "steal, 5, faucet",
    "command, 5, faucet",
    "mvp, 5, faucet",
    "pickup, 5, faucet",
    "other, -5, sink"
  })
  void shouldTellFaucetSinkAndTransferApartWhenBooked(Reason reason, long amount, LedgerKind kind) {
    assertThat(EconomyRules.kindOf(reason, amount)).isEqualTo(kind);
  }

  @Test
  void shouldSumPerReasonWhenEntriesAreBooked() {
    zeny(1, 500, 1500L, Reason.quest);
    zeny(2, -200, 1300L, Reason.npc_shop);
    zeny(3, 80, 1380L, Reason.npc_shop);
    zeny(4, -380, 1000L, Reason.trade);

    assertThat(purse().getFlows())
        .containsExactly(
            new ReasonFlow(Reason.trade, 0L, 0L, 0L, 380L),
            new ReasonFlow(Reason.npc_shop, 80L, 200L, 0L, 0L),
            new ReasonFlow(Reason.quest, 500L, 0L, 0L, 0L));
    assertThat(purse().getEntries()).isEqualTo(4);
    assertThat(purse().getOpening()).isEqualTo(1000);
    assertThat(purse().getLedgerBalance()).isEqualTo(1000);
    assertThat(purse().getDrift()).isZero();
  }

  @Test
  void shouldCorrectTheOpeningWhenAnEarlierEventComesLate() {
    economy.event(Domain.PLAYER, "150001", numbered(2, -100, 900L));
    assertThat(row("opening:150001").getAmount()).isEqualTo(1000);

    economy.event(Domain.PLAYER, "150001", numbered(1, 400, 1000L));

    assertThat(row("opening:150001").getAmount()).isEqualTo(600);
    assertThat(purse().getLedgerBalance()).isEqualTo(900);
    economy.until(START + 60_000);
    assertThat(economy.state().getOpening()).isEqualTo(600);
    assertThat(EconomyViews.circulation(economy.state())).isEqualTo(900);
  }

  private static midgard.schemas.event.GameEvent numbered(long n, long amount, Long balance) {
    return Economy.sequenced(
        START, n, PLAYER, new ZenyChange(amount, balance, Reason.script, null));
  }

  @Test
  void shouldGoBySequenceWhenTheServersClockIsSetBack() {
    zeny(5000, 100, 1100L, Reason.script);
    zeny(-5000, 100, 1200L, Reason.script);

    assertThat(purse().getOpening()).isEqualTo(1000);
    assertThat(purse().getLatestBalance()).isEqualTo(1200);
    assertThat(purse().getDrift()).isZero();
  }

  @Test
  void shouldShowTheDriftWhenAnEventIsMissing() {
    economy.event(Domain.PLAYER, "150001", numbered(1, 100, 1100L));
    economy.event(Domain.PLAYER, "150001", numbered(3, 100, 1250L));

    assertThat(purse().getDrift()).isEqualTo(50);
    assertThat(purse().getLedgerBalance()).isEqualTo(1200);
    economy.until(START + 60_000);
    assertThat(economy.state().getDrift()).isEqualTo(50);

    economy.event(Domain.PLAYER, "150001", numbered(2, 50, 1150L)).until(START + 120_000);

    assertThat(purse().getDrift()).isZero();
    assertThat(economy.state().getDrift()).isZero();
    assertThat(EconomyViews.circulation(economy.state())).isEqualTo(1250);
  }

  @Test
  void shouldCountTheEarlierEntriesWhenTheFirstBalanceComesAfterThem() {
    zeny(1, 30, null, Reason.script);
    zeny(2, -10, null, Reason.script);
    zeny(3, 5, 525L, Reason.script);
    zeny(4, 7, null, Reason.script);

    assertThat(purse().getOpening()).isEqualTo(500);
    assertThat(purse().getLedgerBalance()).isEqualTo(532);
    assertThat(purse().getDrift()).isZero();
    assertThat(purse().getLoose()).hasSize(3);

    zeny(5, 0, 532L, Reason.script);
    assertThat(purse().getLoose()).as("what lies between two balances is settled").hasSize(2);
  }

  @Test
  void shouldStayBoundedWhenTheGameNeverTellsABalance() {
    for (int i = 1; i <= 1000; i++) {
      zeny(i, i, null, Reason.script);
    }
    assertThat(purse().getLoose()).hasSize(EconomyRules.LOOSE);
    assertThat(purse().getOpened()).isFalse();

    zeny(1001, 0, 1_000_000L, Reason.script);

    assertThat(purse().getOpening()).isEqualTo(1_000_000 - 500_500);
    assertThat(purse().getLedgerBalance()).isEqualTo(1_000_000);
    for (int i = 1; i <= 1000; i++) {
      zeny(1001 + i, -i, null, Reason.script);
    }
    assertThat(purse().getLedgerBalance()).isEqualTo(1_000_000 - 500_500);
    assertThat(purse().getDrift()).isZero();

    zeny(5000, 0, 1_000_000L - 500_500, Reason.script);
    assertThat(purse().getDrift()).isZero();
  }

  @Test
  void shouldBookNothingWhenTheEventIsAnothersSide() {
    economy.event(
        Domain.PLAYER, "150001", START, 150002, new ZenyChange(5L, 10L, Reason.trade, PLAYER));

    assertThat(economy.world.changes()).isEmpty();
    assertThat(purse().getEntries()).isZero();
  }

  @Test
  void shouldTellTheWorldOncePerTickWhenMuchHappens() {
    for (int i = 1; i <= 10; i++) {
      zeny(i, 10, 1000L + 10 * i, Reason.script);
    }
    assertThat(economy.state().getPurses()).isZero();

    economy.world.tick(START + 1000).tick(START + 2000);

    assertThat(economy.world.signals(midgard.schemas.economy.PurseChanged.class)).hasSize(1);
    assertThat(economy.state().getPurses()).isEqualTo(1);
    assertThat(EconomyViews.circulation(economy.state())).isEqualTo(1100);
  }

  @Test
  void shouldBeActiveForADayWhenSeen() {
    economy.event(Domain.PLAYER, "150001", START, PLAYER, new PlayerLogin(null));
    zeny(HOUR, 1, 1L, Reason.script);
    economy.event(Domain.PLAYER, "150002", START, 150002, new PlayerLogin(null));

    economy.until(START + DAY - 5000);
    assertThat(economy.state().getActivePlayers()).isEqualTo(2);

    economy.until(START + DAY);
    assertThat(economy.state().getActivePlayers()).isEqualTo(1);

    economy.until(START + DAY + HOUR);
    assertThat(economy.state().getActivePlayers()).isZero();
    assertThat(economy.state().getPurses()).isEqualTo(1);

    economy.event(Domain.PLAYER, "150001", START + 25 * HOUR, PLAYER, new PlayerLogin(null));
    economy.until(START + 26 * HOUR);
    assertThat(economy.state().getActivePlayers()).isEqualTo(1);
  }
}
