package midgard.sql.history;

import static midgard.sql.generated.Tables.LLM_COSTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import midgard.sql.Database;
import org.jooq.DSLContext;

/** What the language models cost. */
public final class LlmCostHistory {
  private final DSLContext dsl;

  public LlmCostHistory(Database database) {
    this.dsl = database.dsl();
  }

  /**
   * In micro-USD.
   *
   * @throws org.jooq.exception.DataAccessException when the database is away
   */
  public long spentOn(LocalDate day) {
    return dsl.select(coalesce(sum(LLM_COSTS.COST_MICRO_USD), BigDecimal.ZERO))
        .from(LLM_COSTS)
        .where(LLM_COSTS.DAY.eq(day.toString()))
        .fetchSingle()
        .value1()
        .longValueExact();
  }
}
