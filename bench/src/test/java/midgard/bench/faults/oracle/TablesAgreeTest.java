package midgard.bench.faults.oracle;

import static midgard.bench.faults.oracle.EvidenceBuilder.flawless;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesAgreeTest {
  private final TablesAgree oracle = new TablesAgree();
  private final EvidenceBuilder evidence = flawless();

  @Test
  void shouldNameTheRowWhenItHoldsSomethingElse() {
    evidence.tables.get("zeny_ledger").actual().put("boot-2", "{}");
    assertThat(oracle.judge(evidence.build()))
        .singleElement()
        .asString()
        .startsWith("Row of zeny_ledger boot-2 is {} in PostgreSQL, but {\"entry_id\"");
  }

  @Test
  void shouldNameTheRowWhenItIsMissing() {
    evidence.tables.get("zeny_ledger").actual().remove("boot-2");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("Row of zeny_ledger boot-2 is not in PostgreSQL, but in the changes.");
  }

  @Test
  void shouldNameTheChangeWhenTheProjectionGaveItUp() {
    evidence.openFailures.add("world.changes-0@7 for zeny_ledger: no such column");
    assertThat(oracle.judge(evidence.build()))
        .containsExactly("world.changes-0@7 for zeny_ledger: no such column");
  }
}
