package midgard.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.EventRules;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.ItemChange;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.LevelKind;
import midgard.schemas.event.LevelUp;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.event.PricedItem;
import midgard.schemas.event.QuestAccept;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.event.Reason;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;
import midgard.schemas.event.ZenyChange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What every made session must hold, whatever its size, pace and chance. */
class TrafficPropertyTest {
  private static final int EVENTS = 4000;

  private static void each(long seed, int players, int speed, Consumer<GameEvent> check) {
    TrafficOptions usual = TrafficOptions.of(players, seed);
    Traffic traffic = new Traffic(usual.atRate(usual.rate() * speed));
    for (int i = 0; i < EVENTS; i++) {
      check.accept(traffic.next());
    }
  }

  @Property(tries = 60)
  void shouldKeepTheLedgerWhenZenyChangesHands(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int players,
      @ForAll @IntRange(min = 1, max = 50) int speed) {
    Map<Long, Long> balances = new HashMap<>();
    each(
        seed,
        players,
        speed,
        e -> {
          if (e.getPayload() instanceof ZenyChange change) {
            long before = change.getBalance() - change.getAmount();
            assertThat(balances.getOrDefault(e.getPlayerId(), before)).isEqualTo(before);
            assertThat(change.getBalance()).isNotNegative();
            balances.put(e.getPlayerId(), change.getBalance());
          }
        });
  }

  @Property(tries = 40)
  void shouldNumberWithoutAGapWhenServersShareThePlayers(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int players) {
    Map<String, Long> sequences = new HashMap<>();
    each(
        seed,
        players,
        1,
        e -> {
          long next = sequences.merge(e.getServerId(), 1L, Long::sum);
          assertThat(e.getSequence()).isEqualTo(next);
          assertThat(e.getEventId()).startsWith("m").endsWith("-" + next);
          assertThat(e.getEventId().length()).isLessThanOrEqualTo(64);
        });
  }

  @Property(tries = 40)
  void shouldActOnlyOnLineWhenPlayersComeAndGo(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int players,
      @ForAll @IntRange(min = 1, max = 50) int speed) {
    Map<String, Set<Long>> online = new HashMap<>();
    each(
        seed,
        players,
        speed,
        e -> {
          Set<Long> there = online.computeIfAbsent(e.getServerId(), s -> new HashSet<>());
          if (e.getPayload() instanceof PlayerLogin) {
            assertThat(there.add(e.getPlayerId())).isTrue();
          } else if (e.getPayload() instanceof PlayerLogout) {
            assertThat(there.remove(e.getPlayerId())).isTrue();
          } else if (e.getPayload() instanceof Heartbeat heartbeat) {
            assertThat(heartbeat.getOnlinePlayers()).isEqualTo(there.size());
          } else if (e.getPlayerId() != 0) {
            assertThat(there).contains(e.getPlayerId());
          }
        });
  }

  @Property(tries = 40)
  void shouldTellOneStoryPerPlayerWhenScenesFollowEachOther(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int players,
      @ForAll @IntRange(min = 1, max = 50) int speed) {
    Map<Long, String> maps = new HashMap<>();
    Map<Long, GameEvent> last = new HashMap<>();
    Set<String> quests = new HashSet<>();
    each(
        seed,
        players,
        speed,
        e -> {
          long id = e.getPlayerId();
          if (id == 0) {
            return;
          }
          GameEvent before = last.put(id, e);
          if (e.getPayload() instanceof MapChange change) {
            assertThat(change.getFromMap()).isEqualTo(maps.get(id));
            assertThat(change.getToMap()).isEqualTo(e.getMap());
          } else if (before != null) {
            assertThat(e.getMap()).isEqualTo(maps.get(id));
          }
          maps.put(id, e.getMap());
          if (e.getPayload() instanceof ItemChange change && change.getReason() == Reason.pickup) {
            assertThat(before.getPayload())
                .isEqualTo(new ItemPickup(change.getItemId(), change.getAmount()));
          }
          if (e.getPayload() instanceof MvpKill) {
            assertThat(before.getPayload()).isInstanceOf(MonsterKill.class);
          }
          if (e.getPayload() instanceof LevelUp up && before != null) {
            boolean base = up.getKind() == LevelKind.base;
            assertThat((int) up.getLevel())
                .isEqualTo(1 + (base ? before.getBaseLevel() : before.getJobLevel()));
          }
          if (e.getPayload() instanceof QuestAccept quest) {
            assertThat(quests.add(id + " " + quest.getQuestId())).isTrue();
          }
          if (e.getPayload() instanceof QuestComplete quest) {
            assertThat(quests.remove(id + " " + quest.getQuestId())).isTrue();
          }
        });
  }

  @Property(tries = 40)
  void shouldTellBothSidesBeforeWhenPlayersDealWithEachOther(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int players) {
    Map<Long, Long> zeny = new HashMap<>();
    Map<Long, ItemChange> items = new HashMap<>();
    each(
        seed,
        players,
        1,
        e -> {
          if (e.getPayload() instanceof ZenyChange change && change.getOtherPlayerId() != null) {
            zeny.put(e.getPlayerId(), change.getAmount());
          } else if (e.getPayload() instanceof ItemChange change) {
            items.put(e.getPlayerId(), change);
          } else if (e.getPayload() instanceof VendingSale sale) {
            PricedItem sold = sale.getItems().get(0);
            assertThat(zeny.remove(sale.getBuyerId())).isEqualTo(-sale.getTotalZeny());
            assertThat(zeny.remove(sale.getSellerId())).isEqualTo(sale.getTotalZeny());
            assertThat(items.get(sale.getBuyerId()))
                .isEqualTo(new ItemChange(sold.getItemId(), sold.getAmount(), Reason.vending));
            assertThat(items.get(sale.getSellerId()))
                .isEqualTo(new ItemChange(sold.getItemId(), -sold.getAmount(), Reason.vending));
          } else if (e.getPayload() instanceof TradeComplete trade) {
            long gained = trade.getZenyReceived() - trade.getZenyGiven();
            assertThat(zeny.remove(e.getPlayerId())).isEqualTo(gained);
            assertThat(zeny.remove(trade.getOtherPlayerId())).isEqualTo(-gained);
            ItemChange own = items.get(e.getPlayerId());
            assertThat(own.getReason()).isEqualTo(Reason.trade);
            assertThat(items.get(trade.getOtherPlayerId()))
                .isEqualTo(new ItemChange(own.getItemId(), -own.getAmount(), Reason.trade));
          }
        });
  }

  @Property(tries = 40)
  void shouldKeepTheCataloguesLimitsWhenMade(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int players) {
    each(
        seed,
        players,
        1,
        e -> {
          try {
            EventRules.check(e);
          } catch (EventRejected rejected) {
            throw new AssertionError(rejected.getMessage() + " in " + e, rejected);
          }
        });
  }
}
