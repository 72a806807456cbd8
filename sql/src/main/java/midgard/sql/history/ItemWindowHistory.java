package midgard.sql.history;

import static midgard.sql.generated.Tables.ITEM_WINDOWS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import midgard.schemas.economy.Candle;
import midgard.sql.Database;
import midgard.sql.generated.tables.records.ItemWindowsRecord;
import org.jooq.DSLContext;

/** Closed price windows of items, also of times that the stores no longer keep. */
public final class ItemWindowHistory {
  public static final int MAX_WINDOWS = 10_000;

  private final DSLContext dsl;

  public ItemWindowHistory(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * The windows that start in a range, the oldest first, at most {@link #MAX_WINDOWS}.
   *
   * @param size 1m, 1h or 1d
   * @param to exclusive
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public List<Candle> between(int itemId, String size, Instant from, Instant to) {
    return dsl.selectFrom(ITEM_WINDOWS)
        .where(ITEM_WINDOWS.ITEM_ID.eq(itemId))
        .and(ITEM_WINDOWS.SIZE.eq(size))
        .and(ITEM_WINDOWS.WINDOW_START.ge(from.atOffset(ZoneOffset.UTC)))
        .and(ITEM_WINDOWS.WINDOW_START.lt(to.atOffset(ZoneOffset.UTC)))
        .orderBy(ITEM_WINDOWS.WINDOW_START)
        .limit(MAX_WINDOWS)
        .fetch(ItemWindowHistory::candle);
  }

  private static Candle candle(ItemWindowsRecord row) {
    return Candle.newBuilder()
        .setWindowStart(row.getWindowStart().toInstant().toEpochMilli())
        .setWindowEnd(row.getWindowEnd().toInstant().toEpochMilli())
        .setTrades(row.getTrades())
        .setAmount(row.getAmount())
        .setZeny(row.getZeny())
        .setOpenMilli(row.getOpenMilli())
        .setHighMilli(row.getHighMilli())
        .setLowMilli(row.getLowMilli())
        .setCloseMilli(row.getCloseMilli())
        .setVwapMilli(row.getVwapMilli())
        .setMarketTrades(row.getMarketTrades())
        .setMarketAmount(row.getMarketAmount())
        .setMarketZeny(row.getMarketZeny())
        .build();
  }
}
