package midgard.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir private Path folder;

  @Test
  void shouldNestNamesWhenWritten() throws IOException {
    // Given
    Results results = new Results();
    results.put("visible_ms.p50", 71.234);
    results.putMedian("ready_s.first", List.of(9.0, 7.0, 8.0));
    results.failed("replay", "no file");
    // When
    Path file = folder.resolve("latest.json");
    results.write(file, Machine.here(), "abc", "2026-11-22T00:00:00Z");
    // Then
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    assertThat(root.at("/visible_ms/p50").doubleValue()).isEqualTo(71.23);
    assertThat(root.at("/ready_s/first").doubleValue()).isEqualTo(8);
    assertThat(root.at("/rounds/ready_s.first/rounds").intValue()).isEqualTo(3);
    assertThat(root.at("/rounds/ready_s.first/spread/0").doubleValue()).isEqualTo(7);
    assertThat(root.at("/failed/replay").textValue()).isEqualTo("no file");
    assertThat(root.at("/machine/cores").intValue()).isPositive();
    assertThat(root.at("/jdk").textValue()).isNotEmpty();
  }

  @Test
  void shouldSayMissedWhenAnAimIsMissed() throws IOException {
    // Given
    Results results = new Results();
    results.put("visible_ms.p99", 151);
    results.put("dispatch.events_per_s", 10_000);
    // When
    String table = Table.of(results, Machine.here());
    // Then
    assertThat(table).containsPattern("visible_ms.p99 +151.00 +≤ 150 +missed");
    assertThat(table).containsPattern("dispatch.events_per_s +10,000 +≥ 10000 +met");
  }

  @Test
  void shouldReadSamplesWhenMetricsAreScraped() {
    Scrape scrape =
        Scrape.parse(
            "# HELP a b\na_total 12.0\nlag{client=\"x\",p=\"0\"} 3\nlag{client=\"y\"} 4\n");
    assertThat(scrape.value("a_total")).isEqualTo(12);
    assertThat(scrape.sum("lag", "client=\"x\"")).isEqualTo(3);
  }
}
