package midgard.sql.history;

import static midgard.sql.generated.Tables.ZENY_LEDGER;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;

/** What to show of the ledger: everything, narrowed step by step. Immutable. */
public final class LedgerQuery {
  private final List<Condition> conditions;
  private final int limit;

  private LedgerQuery(List<Condition> conditions, int limit) {
    this.conditions = conditions;
    this.limit = limit;
  }

  /**
   * @param limit entries on a page, 1 to {@link LedgerHistory#MAX_LIMIT}
   * @throws IllegalArgumentException when the limit is out of range
   */
  public static LedgerQuery all(int limit) {
    if (limit < 1 || limit > LedgerHistory.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "A page of the ledger has 1 to %d entries, not %d."
              .formatted(LedgerHistory.MAX_LIMIT, limit));
    }
    return new LedgerQuery(List.of(), limit);
  }

  public LedgerQuery ofPlayer(long playerId) {
    return with(ZENY_LEDGER.PLAYER_ID.eq(playerId));
  }

  public LedgerQuery forReason(String reason) {
    return with(ZENY_LEDGER.REASON.eq(reason));
  }

  /** From this instant on. */
  public LedgerQuery from(Instant from) {
    return with(ZENY_LEDGER.TIMESTAMP.ge(from.atOffset(ZoneOffset.UTC)));
  }

  /** Before this instant. */
  public LedgerQuery to(Instant to) {
    return with(ZENY_LEDGER.TIMESTAMP.lt(to.atOffset(ZoneOffset.UTC)));
  }

  /** Only what comes after a page that was shown before. */
  public LedgerQuery after(LedgerCursor cursor) {
    return with(
        row(ZENY_LEDGER.TIMESTAMP, ZENY_LEDGER.ENTRY_ID)
            .lt(cursor.timestamp().atOffset(ZoneOffset.UTC), cursor.entryId()));
  }

  private LedgerQuery with(Condition condition) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(condition);
    return new LedgerQuery(List.copyOf(more), limit);
  }

  List<Condition> conditions() {
    return conditions;
  }

  int limit() {
    return limit;
  }
}
