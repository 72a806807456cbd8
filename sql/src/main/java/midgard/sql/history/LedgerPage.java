package midgard.sql.history;

import java.util.List;
import java.util.Optional;

/** Entries, the newest first; entries of one instant by descending id. */
public final class LedgerPage {
  private final List<LedgerEntry> entries;
  private final boolean more;

  LedgerPage(List<LedgerEntry> entries, boolean more) {
    this.entries = List.copyOf(entries);
    this.more = more;
  }

  public List<LedgerEntry> entries() {
    return entries;
  }

  /** Where the next page starts; empty on the last one. */
  public Optional<LedgerCursor> next() {
    if (!more) {
      return Optional.empty();
    }
    LedgerEntry last = entries.get(entries.size() - 1);
    return Optional.of(new LedgerCursor(last.timestamp(), last.entryId()));
  }
}
