package midgard.agents.economy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import midgard.schemas.economy.EconomicIndicator;
import midgard.schemas.economy.EconomyHealth;
import midgard.schemas.economy.LedgerKind;
import midgard.schemas.event.Reason;

/** The numbers of the economy (domain reference 1.4, 1.6, 1.21). All times in ms. */
public final class EconomyRules {
  /** How long after its end a window still takes in sales that come late. */
  public static final long GRACE = Duration.ofMinutes(2).toMillis();

  /**
   * How far ahead of the world's clock an event may be dated to count in windows; a game server
   * whose clock is further off would leave windows open that nothing closes.
   */
  public static final long AHEAD = Duration.ofHours(1).toMillis();

  public static final long HOUR = Duration.ofHours(1).toMillis();

  /** Supply, demand, volume and flows are of so many hours, the running one included. */
  public static final int HOURS = 24;

  /** A player is active for so long after a login or zeny event. */
  public static final long ACTIVE = Duration.ofHours(24).toMillis();

  /** Most zeny that one line of a sale can carry: what the event catalogue allows for a sale. */
  public static final long MAX_LINE = 1_000_000_000_000L;

  /** Places in the answers' lists of items. */
  public static final int TOP = 10;

  /** Places that are kept, so that the top is right although items rise and fall. */
  public static final int PLACES = 100;

  /** Entries without a balance that are kept one by one. */
  public static final int LOOSE = 100;

  /** 1: at its base. */
  public static final long MILLI = 1000;

  private static final long RICH = 10_000_000;
  private static final long POOR = 100_000;
  private static final long GLUT_MILLI = 2000;
  private static final long SCARCITY_MILLI = 800;

  private static final Set<Reason> ZENY_TRANSFERS =
      EnumSet.of(
          Reason.trade,
          Reason.vending,
          Reason.buying_store,
          Reason.mail,
          Reason.bank,
          Reason.storage,
          Reason.guild_storage);

  private static final Set<Reason> ITEM_TRANSFERS =
      EnumSet.of(
          Reason.trade,
          Reason.vending,
          Reason.buying_store,
          Reason.storage,
          Reason.guild_storage,
          Reason.mail,
          Reason.bank,
          Reason.other);

  private EconomyRules() {}

  /** What a zeny_change is in the ledger. */
  public static LedgerKind kindOf(Reason reason, long amount) {
    if (ZENY_TRANSFERS.contains(reason)) {
      return LedgerKind.transfer;
    }
    return amount < 0 ? LedgerKind.sink : LedgerKind.faucet;
  }

  /** What an item_change means for the pieces in the world. */
  enum ItemFlow {
    SUPPLY,
    DEMAND,
    NEITHER
  }

  /**
   * What a player throws away counts against supply, since whoever picks it up adds it again: a
   * piece that lies on the ground for a moment has not come into the world twice.
   */
  static ItemFlow flowOf(Reason reason, int amount) {
    if (ITEM_TRANSFERS.contains(reason)) {
      return ItemFlow.NEITHER;
    }
    return amount > 0 || reason == Reason.drop ? ItemFlow.SUPPLY : ItemFlow.DEMAND;
  }

  /**
   * The state of the economy, tested in the reference's order; a figure that is not known yet (no
   * purses, no supply and no demand) speaks for nothing.
   *
   * @param supply pieces in 24 hours, as {@code demand}
   */
  public static EconomicIndicator indicator(
      long purses, long zenyPerPlayer, long supply, long demand) {
    if (purses > 0 && zenyPerPlayer > RICH) {
      return EconomicIndicator.inflation;
    }
    if (purses > 0 && zenyPerPlayer < POOR) {
      return EconomicIndicator.deflation;
    }
    long pieces = Math.max(0, supply);
    if (Fixed.exceeds(pieces, MILLI, demand, GLUT_MILLI)) {
      return EconomicIndicator.item_glut;
    }
    if (Fixed.exceeds(demand, SCARCITY_MILLI, pieces, MILLI)) {
      return EconomicIndicator.item_scarcity;
    }
    return EconomicIndicator.balanced;
  }

  /**
   * How the economy does.
   *
   * @param volume zeny paid for items in 24 hours
   */
  public static EconomyHealth health(long inflationMilli, long volume) {
    if (inflationMilli < 50 && volume > 500_000) {
      return EconomyHealth.thriving;
    }
    if (inflationMilli < 100 && volume > 100_000) {
      return EconomyHealth.stable;
    }
    return inflationMilli < 200 ? EconomyHealth.struggling : EconomyHealth.crisis;
  }

  /** The health as a score, 0 to 1000. */
  public static int scoreMilli(EconomyHealth health) {
    return switch (health) {
      case thriving -> 900;
      case stable -> 700;
      case struggling -> 400;
      case crisis -> 200;
    };
  }

  /** The hour since 1970 that holds an instant. */
  static long hourOf(long time) {
    return Math.floorDiv(time, HOUR);
  }

  /** The oldest hour that counts at an instant. */
  static long oldestHour(long now) {
    return hourOf(now) - HOURS + 1;
  }

  /** Whether an event is dated further ahead of the clock than can be right. */
  static boolean isAhead(long time, long clock) {
    return clock > 0 && time - clock > AHEAD;
  }
}
