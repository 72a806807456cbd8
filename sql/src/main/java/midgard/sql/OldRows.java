package midgard.sql;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;

/** The rows that a rule no longer keeps, deleted a batch at a time. */
final class OldRows {
  private final DSLContext dsl;
  private final int most;

  /**
   * @param most rows of one batch, 1 or more
   */
  OldRows(DSLContext dsl, int most) {
    this.dsl = dsl;
    this.most = most;
  }

  /**
   * Deletes a batch, the oldest rows first, in a transaction of its own.
   *
   * <p>A row that another transaction is writing is passed over until the next time: so this never
   * waits for the projection, and the two cannot lock each other out.
   *
   * @return how many rows went; fewer than a batch: there were no more
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  int deleteBatch(RetentionRule rule, Instant now) {
    // Materialised, since a planner that ran this part twice would delete more than a batch.
    CommonTableExpression<?> old =
        name("old")
            .asMaterialized(
                select(rule.key())
                    .from(rule.table())
                    .where(rule.isOver(now))
                    .orderBy(rule.time())
                    .limit(most)
                    .forUpdate()
                    .skipLocked());
    return dsl.with(old)
        .delete(rule.table())
        .where(row(rule.key()).in(select(old.fields()).from(old)))
        .execute();
  }
}
