package midgard.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaMetricNameTest {
  @ParameterizedTest
  @CsvSource({
    "producer-metrics, request-latency-avg, kafka_producer_request_latency_avg_seconds, 0.001",
    "producer-metrics, io-wait-time-ns-total, kafka_producer_io_wait_time_seconds, 1e-9",
    "producer-metrics, connection-count, kafka_producer_connections, 1",
    "producer-metrics, batch-size-avg, kafka_producer_batch_size_avg, 1",
    "stream-thread-metrics, commit-total, kafka_streams_thread_commit, 1",
    "stream-thread-metrics, thread-start-time, kafka_streams_thread_thread_start_time_seconds, 0.001",
    "stream-task-metrics, cache-size-bytes-total, kafka_streams_task_cache_size_bytes, 1"
  })
  void shouldUseBaseUnitsAndSnakeCaseWhenAKafkaMetricIsNamed(
      String group, String name, String expected, double scale) {
    KafkaMetricName named =
        KafkaMetricName.of(new MetricName(name, group, "", Map.of("client-id", "c"))).orElseThrow();

    assertThat(named.name()).isEqualTo(expected);
    assertThat(named.scale()).isEqualTo(scale);
  }

  @ParameterizedTest
  @CsvSource({
    "stream-state-metrics, put-total",
    "producer-node-metrics, request-total",
    "producer-metrics, record-send-rate",
    "app-info, version"
  })
  void shouldLeaveOutWhatGrowsWithoutBoundOrSaysNothingNew(String group, String name) {
    assertThat(KafkaMetricName.of(new MetricName(name, group, "", Map.of()))).isEmpty();
  }
}
