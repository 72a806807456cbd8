package midgard.agents.economy;

import static midgard.agents.economy.Economy.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.economy.LedgerKind;
import midgard.schemas.economy.PurseState;
import midgard.schemas.economy.ReasonFlow;
import midgard.schemas.economy.ZenyLedger;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Reason;
import midgard.schemas.event.ZenyChange;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to the purses of three players, and in whatever order it is told. */
class LedgerPropertyTest {
  private static final int PLAYERS = 3;

  /**
   * One thing that happens.
   *
   * @param to whom zeny is passed on to; the same player: it enters or leaves the world
   * @param told whether the game tells the balance
   */
  record Deed(int from, int to, long amount, boolean told, boolean newBoot) {}

  /** The game: its purses, and the events that it sends. */
  private static final class Game {
    final long[] start = new long[PLAYERS];
    final long[] purses = new long[PLAYERS];
    final List<GameEvent> events = new ArrayList<>();
    private int boot = 1;
    private long sequence;

    Game(List<Deed> deeds, Random random) {
      for (int i = 0; i < PLAYERS; i++) {
        start[i] = random.nextInt(1_000_000);
        purses[i] = start[i];
      }
      deeds.forEach(this::play);
      for (int i = 0; i < PLAYERS; i++) {
        // Every purse is told once at the end, so that the game's word can be held to.
        change(i, 1, true, Reason.quest);
      }
    }

    private void play(Deed deed) {
      if (deed.newBoot()) {
        boot++;
        sequence = 0;
      }
      if (deed.from() == deed.to()) {
        change(deed.from(), deed.amount(), deed.told(), Reason.script);
      } else {
        change(deed.from(), -deed.amount(), deed.told(), Reason.trade);
        change(deed.to(), deed.amount(), true, Reason.trade);
      }
    }

    private void change(int player, long amount, boolean told, Reason reason) {
      purses[player] += amount;
      GameEvent event =
          Economy.sequenced(
              // Several in one millisecond, but never two boots.
              START + boot * 1000L + events.size() / 3,
              ++sequence,
              150001 + player,
              new ZenyChange(amount, told ? purses[player] : null, reason, null));
      event.setEventId("boot" + boot + "-" + sequence);
      events.add(event);
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    Arbitrary<Integer> players = Arbitraries.integers().between(0, PLAYERS - 1);
    Arbitrary<Long> amounts = Arbitraries.longs().between(-2_000_000_000, 2_000_000_000);
    Arbitrary<Boolean> told = Arbitraries.of(true, true, false);
    Arbitrary<Boolean> newBoot = Arbitraries.of(true, false, false, false, false, false);
    return Combinators.combine(players, players, amounts, told, newBoot)
        .as(Deed::new)
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 150)
  void shouldAgreeWithTheGameToTheZenyWhenEventsComeInAnyOrder(
      @ForAll("deeds") List<Deed> deeds, @ForAll Random random) {
    Economy economy = new Economy();
    Game game = new Game(deeds, random);
    List<GameEvent> told = new ArrayList<>(game.events);
    Collections.shuffle(told, random);
    long clock = START;
    for (GameEvent event : told) {
      economy.event(Domain.PLAYER, Long.toString(event.getPlayerId()), event);
      if (random.nextInt(3) == 0) {
        clock += 1000;
        economy.world.tick(clock);
      }
    }
    economy.until(clock + 60_000);

    long circulation = 0;
    for (int i = 0; i < PLAYERS; i++) {
      PurseState purse = economy.purse(150001 + i);
      assertThat(purse.getOpening()).isEqualTo(game.start[i]);
      assertThat(purse.getLedgerBalance()).isEqualTo(game.purses[i]);
      assertThat(purse.getDrift()).isZero();
      circulation += game.purses[i];
    }
    EconomyState world = economy.state();
    ReasonFlow total = Flows.sum(world.getFlows());
    assertThat(EconomyViews.circulation(world)).isEqualTo(circulation);
    assertThat(world.getOpening() + total.getFaucet() - total.getSink()).isEqualTo(circulation);
    assertThat(total.getTransferIn()).as("transfers sum to zero").isEqualTo(total.getTransferOut());
    assertThat(world.getDrift()).isZero();
    assertThatTheTableAgrees(economy, game);
  }

  /** The rows alone, folded by their key as the database does, tell the same. */
  private static void assertThatTheTableAgrees(Economy economy, Game game) {
    Map<String, ZenyLedger> table = new LinkedHashMap<>();
    economy.world.changes(ZenyLedger.class).forEach(row -> table.put(row.getEntryId(), row));
    assertThat(table).hasSize(game.events.size() + PLAYERS);
    for (int i = 0; i < PLAYERS; i++) {
      long player = 150001 + i;
      assertThat(
              table.values().stream()
                  .filter(row -> row.getPlayerId() == player)
                  .mapToLong(ZenyLedger::getAmount)
                  .sum())
          .isEqualTo(game.purses[i]);
    }
    assertThat(
            table.values().stream()
                .filter(row -> row.getKind() != LedgerKind.transfer)
                .mapToLong(ZenyLedger::getAmount)
                .sum())
        .isEqualTo(EconomyViews.circulation(economy.state()));
  }
}
