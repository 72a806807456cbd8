package midgard.agents.economy;

import java.util.Comparator;
import java.util.List;
import midgard.schemas.economy.EventOrder;
import midgard.schemas.economy.LooseEntry;
import midgard.schemas.economy.PurseState;
import midgard.schemas.economy.ReasonFlow;

/**
 * The ledger of one purse. Whatever the order in which its events come: the opening is what the
 * purse held before the first event, the ledger's balance is the opening and all entries, and once
 * all events are there it is the game's balance.
 *
 * <p>Entries without a balance before the first or after the latest event that has one must be
 * known one by one, since a late event may turn out to stand between them. The oldest beyond {@link
 * EconomyRules#LOOSE} are summed up: an event that is later still than those finds them where they
 * were.
 */
final class PurseLedger {
  private static final Comparator<LooseEntry> OLDEST_FIRST =
      Comparator.comparing(LooseEntry::getPlace, EventOrders.BY_SEQUENCE);

  private PurseLedger() {}

  /**
   * Books one entry.
   *
   * @param balance the purse after it; null when the game did not tell
   * @return whether the opening has become known or was corrected
   */
  static boolean book(
      PurseState state, EventOrder place, long amount, Long balance, ReasonFlow flow) {
    boolean wasOpened = state.getOpened();
    long before = state.getOpening();
    state.setEntries(state.getEntries() + 1);
    Flows.add(state.getFlows(), flow);
    Flows.add(state.getUntold(), EconomyRules.hourOf(place.getTime()), flow);
    if (balance == null) {
      loose(state, place, amount);
    } else {
      measured(state, place, amount, balance);
    }
    state.setLedgerBalance(
        Math.addExact(
            Math.addExact(state.getLedgerBalance(), amount),
            Math.subtractExact(state.getOpening(), before)));
    if (state.getOpened()) {
      long entriesToLatest = Math.subtractExact(state.getLedgerBalance(), after(state));
      state.setDrift(Math.subtractExact(state.getLatestBalance(), entriesToLatest));
    }
    return state.getOpened() != wasOpened || state.getOpening() != before;
  }

  private static void loose(PurseState state, EventOrder place, long amount) {
    if (state.getOpened()) {
      if (isBefore(place, state.getFirst())) {
        state.setOpening(Math.subtractExact(state.getOpening(), amount));
      } else if (isBefore(place, state.getLatest())) {
        return;
      }
    }
    List<LooseEntry> loose = state.getLoose();
    loose.add(new LooseEntry(place, amount));
    loose.sort(OLDEST_FIRST);
    if (loose.size() > EconomyRules.LOOSE) {
      LooseEntry oldest = loose.remove(0);
      if (!state.getOpened() || isBefore(oldest.getPlace(), state.getFirst())) {
        state.setLooseBefore(Math.addExact(state.getLooseBefore(), oldest.getAmount()));
      } else {
        state.setLooseAfter(Math.addExact(state.getLooseAfter(), oldest.getAmount()));
      }
    }
  }

  private static void measured(PurseState state, EventOrder place, long amount, long balance) {
    if (!state.getOpened() || isBefore(state.getLatest(), place)) {
      state.setLatest(place);
      state.setLatestBalance(balance);
      state.setLooseAfter(0L);
    }
    boolean first = !state.getOpened() || isBefore(place, state.getFirst());
    if (first) {
      state.setFirst(place);
    }
    state.setOpened(true);
    state.getLoose().removeIf(entry -> isBetween(entry.getPlace(), state));
    if (first) {
      long purse = Math.subtractExact(balance, amount);
      state.setOpening(Math.subtractExact(purse, before(state)));
    }
  }

  private static boolean isBetween(EventOrder place, PurseState state) {
    return !isBefore(place, state.getFirst()) && isBefore(place, state.getLatest());
  }

  /** What came in without a balance before the first event that has one. */
  private static long before(PurseState state) {
    return state.getLoose().stream()
        .filter(entry -> isBefore(entry.getPlace(), state.getFirst()))
        .mapToLong(LooseEntry::getAmount)
        .reduce(state.getLooseBefore(), Math::addExact);
  }

  /** What came in without a balance after the latest event that has one. */
  private static long after(PurseState state) {
    return state.getLoose().stream()
        .filter(entry -> isBefore(state.getLatest(), entry.getPlace()))
        .mapToLong(LooseEntry::getAmount)
        .reduce(state.getLooseAfter(), Math::addExact);
  }

  private static boolean isBefore(EventOrder a, EventOrder b) {
    return EventOrders.BY_SEQUENCE.compare(a, b) < 0;
  }
}
