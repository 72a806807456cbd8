package midgard.service.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UnderWayTest {
  private static final TopicPartition PARTITION = new TopicPartition("llm.requests", 0);

  private final UnderWay underWay = new UnderWay();

  private long place() {
    return underWay.committable().get(PARTITION).offset();
  }

  @Test
  void shouldStopBeforeTheFirstThatIsNotAnsweredWhenLaterOnesAre() {
    underWay.begin(PARTITION, 4);
    underWay.begin(PARTITION, 5);
    underWay.begin(PARTITION, 7);
    underWay.end(PARTITION, 5);
    assertThat(place()).isEqualTo(4);

    underWay.end(PARTITION, 4);
    assertThat(place()).isEqualTo(7);

    underWay.end(PARTITION, 7);
    assertThat(place()).isEqualTo(8);
    assertThat(underWay.size()).isZero();
  }

  @Test
  void shouldCommitAPlaceOnceWhenNothingHappensMeanwhile() {
    underWay.begin(PARTITION, 4);
    underWay.end(PARTITION, 4);

    underWay.committed(java.util.Map.of(PARTITION, new OffsetAndMetadata(5)));

    assertThat(underWay.committable()).isEmpty();
  }

  @Test
  void shouldCommitNothingWhenSomebodyElseGoesOn() {
    underWay.begin(PARTITION, 4);
    underWay.forget(PARTITION);
    underWay.end(PARTITION, 4);

    assertThat(underWay.committable()).isEmpty();
  }
}
