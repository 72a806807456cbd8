package midgard.service.models;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What may still be spent today. A call is let out only when the most that it can cost still fits,
 * so the limit holds however many are under way. All amounts in micro-USD.
 */
final class Budget {
  private final long daily;
  private final Clock clock;
  private LocalDate day;
  private long spent;
  private long reserved;

  Budget(long daily, Clock clock, ZoneId zone) {
    this.daily = daily;
    this.clock = clock.withZone(zone);
    this.day = LocalDate.now(this.clock);
  }

  /** The day that is spent from. */
  synchronized LocalDate day() {
    turn();
    return day;
  }

  /** Takes over what the ledger says was spent on a day, if it is more than is known here. */
  synchronized void remember(LocalDate of, long ledger) {
    turn();
    if (of.equals(day)) {
      spent = Math.max(spent, ledger);
    }
  }

  /** Sets an amount aside; false when it does not fit any more. */
  synchronized boolean reserve(long amount) {
    turn();
    if (spent + reserved + amount > daily) {
      return false;
    }
    reserved += amount;
    return true;
  }

  /** Books what a call did cost instead of what was set aside for it. */
  synchronized void settle(long amount, long cost) {
    turn();
    reserved -= amount;
    spent += cost;
  }

  synchronized long spent() {
    turn();
    return spent;
  }

  private void turn() {
    LocalDate today = LocalDate.now(clock);
    if (!today.equals(day)) {
      day = today;
      spent = 0;
    }
  }
}
