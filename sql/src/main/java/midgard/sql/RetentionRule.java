package midgard.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * How long the rows of a table are kept.
 *
 * @param time the column that says how old a row is; a row without it is kept
 * @param days of 24 hours, 0 or more
 * @param only which rows the rule is about; the others it leaves alone
 */
record RetentionRule(TableField<?, OffsetDateTime> time, int days, Condition only) {
  RetentionRule {
    if (days < 0) {
      throw new IllegalArgumentException(
          "The rows of %s are kept for 0 days or more, not %d."
              .formatted(time.getTable().getName(), days));
    }
  }

  static RetentionRule keep(TableField<?, OffsetDateTime> time, int days) {
    return new RetentionRule(time, days, DSL.noCondition());
  }

  Table<?> table() {
    return time.getTable();
  }

  List<? extends Field<?>> key() {
    return table().getPrimaryKey().getFields();
  }

  /** The rows whose days are over. */
  Condition isOver(Instant now) {
    return time.lt(now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)).and(only);
  }
}
