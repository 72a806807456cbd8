package midgard.sql.history;

import static midgard.sql.generated.Tables.ZENY_LEDGER;

import java.util.List;
import midgard.sql.Database;
import midgard.sql.generated.tables.records.ZenyLedgerRecord;
import org.jooq.DSLContext;

/** Every zeny that came, went or moved. */
public final class LedgerHistory {
  public static final int MAX_LIMIT = 1000;

  private final DSLContext dsl;

  public LedgerHistory(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public LedgerPage page(LedgerQuery query) {
    List<LedgerEntry> found =
        dsl.selectFrom(ZENY_LEDGER)
            .where(query.conditions())
            .orderBy(ZENY_LEDGER.TIMESTAMP.desc(), ZENY_LEDGER.ENTRY_ID.desc())
            .limit(query.limit() + 1)
            .fetch(LedgerHistory::entry);
    boolean more = found.size() > query.limit();
    return new LedgerPage(more ? found.subList(0, query.limit()) : found, more);
  }

  private static LedgerEntry entry(ZenyLedgerRecord row) {
    return new LedgerEntry(
        row.getEntryId(),
        row.getPlayerId(),
        row.getAmount(),
        row.getKind(),
        row.getReason(),
        row.getCounterparty(),
        row.getBalance(),
        row.getCause().data(),
        row.getTimestamp().toInstant());
  }
}
