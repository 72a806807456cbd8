package midgard.topology;

import static midgard.topology.TestEvents.event;
import static midgard.topology.TestEvents.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.PlayerLogin;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DuplicatesTest {
  private static Driver driver() {
    return new Driver(List.of(new Probe(Domain.PLAYER, PlayerLogin.class)), ClockSource.WALL);
  }

  @Provide
  Arbitrary<List<Long>> arrivals() {
    return Arbitraries.longs().between(1, 30).list().ofMinSize(1).ofMaxSize(90);
  }

  @Property(tries = 60)
  void shouldAcceptEachSequenceOnceWhenTheyComeInAnyOrderWithRepeats(
      @ForAll("arrivals") List<Long> sequences) {
    try (Driver driver = driver()) {
      sequences.forEach(sequence -> driver.send(login(sequence)));

      TreeSet<Long> distinct = new TreeSet<>(sequences);
      assertThat(driver.inbox(Domain.PLAYER)).hasSize(distinct.size());
      assertThat(driver.metrics.getGauges().get("router.missing_sequences").getValue())
          .isEqualTo(distinct.last() - distinct.size());
    }
  }

  @Example
  void shouldDiscardARepeatWhenItComesDaysLater() {
    try (Driver driver = driver()) {
      driver.send(login(1));
      driver.arriveAt(Driver.NOW.plus(Duration.ofDays(29)));
      driver.send(login(1));

      assertThat(driver.counted("router.duplicates")).isEqualTo(1);
    }
  }

  @Example
  void shouldForgetABootWhenAnotherAppearsThirtyDaysAfterItsLastEvent() {
    try (Driver driver = driver()) {
      driver.send(login(1));
      driver.send(login(7));
      driver.arriveAt(Driver.NOW.plus(Duration.ofDays(31)));
      driver.send(event("later-boot", 1, new PlayerLogin(null)));
      driver.send(login(7));

      assertThat(driver.counted("router.accepted")).isEqualTo(4);
    }
  }

  @Example
  void shouldTellBootsApartWhenTheirSequencesAreEqual() {
    try (Driver driver = driver()) {
      driver.send(event("a", 1, new PlayerLogin(null)));
      driver.send(event("b", 1, new PlayerLogin(null)));

      assertThat(driver.counted("router.accepted")).isEqualTo(2);
    }
  }

  @Example
  void shouldRememberAnOwnIdForADay() {
    try (Driver driver = driver()) {
      GameEvent event = login(1);
      event.setEventId("0b0e1d3c-own-id");
      event.setSequence(null);
      driver.send(event);
      driver.arriveAt(Driver.NOW.plus(Duration.ofHours(23)));
      driver.send(event);
      driver.arriveAt(Driver.NOW.plus(Duration.ofHours(25)));
      driver.send(event);

      assertThat(driver.counted("router.duplicates")).isEqualTo(1);
      assertThat(driver.counted("router.accepted")).isEqualTo(2);
    }
  }

  @Example
  void shouldKnowAnEventByItsContentWhenItHasNoId() {
    try (Driver driver = driver()) {
      driver.send(
          "default", "{\"event_type\":\"player_login\",\"timestamp\":1795348800,\"player_id\":7}");
      driver.send(
          "default",
          "{\"player_id\":7, \"timestamp\":1795348800000, \"event_type\":\"player_login\", \"payload\":{}}");
      driver.send(
          "default", "{\"event_type\":\"player_login\",\"timestamp\":1795348801,\"player_id\":7}");

      assertThat(driver.counted("router.duplicates")).isEqualTo(1);
      assertThat(driver.counted("router.accepted")).isEqualTo(2);
    }
  }
}
