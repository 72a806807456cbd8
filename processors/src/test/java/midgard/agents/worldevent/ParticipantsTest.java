package midgard.agents.worldevent;

import static midgard.agents.worldevent.EventWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.worldevent.EventParticipation;
import midgard.schemas.worldevent.WorldEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ParticipantsTest {
  private final EventWorld events = EventWorld.invaded();
  private final long ends = events.event().getEndsAt();

  private List<Long> scores() {
    events.world.tick(ends);
    events.world.tick(ends + 5000);
    return events.world.changes(EventParticipation.class).stream()
        .map(EventParticipation::getContributionScore)
        .toList();
  }

  @Test
  void shouldGiveAPointAKillAndFiftyAnMvpWhenAnEventRuns() {
    events.kill(START + 1000, 150001);
    events.kill(START + 2000, 150001);
    events.mvp(START + 3000, 150001, 150001, 150002);

    assertThat(scores()).containsExactlyInAnyOrder(52L, 50L);
  }

  @Test
  void shouldNotCountALoginOrAFightOutsideOfTheEventWhenItIsSettled() {
    events.happens(START + 1, 150001, 150001, new PlayerLogin(null));
    events.kill(START - 1, 150002);
    events.kill(ends, 150003);

    assertThat(scores()).isEmpty();
  }

  @Test
  void shouldCountALateKillWhenItComesWithinFiveSecondsOfTheEnd() {
    events.world.tick(ends);
    events.world.tick(ends + 4000);
    events.kill(ends - 1, 150001);
    events.world.tick(ends + 5000);
    events.kill(ends - 1, 150002);
    events.world.tick(ends + 60_000);

    assertThat(events.world.changes(EventParticipation.class))
        .extracting(EventParticipation::getPlayerId)
        .containsExactly(150001L);
  }

  @Test
  void shouldRewardEachPlayerOnceWhenTheyFoughtOften() {
    for (int i = 1; i < 20; i++) {
      events.kill(START + i * 60_000L, 150001);
      events.world.tick(START + i * 60_000L + 500);
    }
    scores();
    events.world.tick(ends + 3_600_000);

    assertThat(events.world.signals(ReputationGain.class))
        .containsExactly(
            new ReputationGain(
                ReputationKind.event_participant,
                75,
                "world event",
                events.world.changes(WorldEvent.class).get(0).getEventId()));
    assertThat(events.world.state(new Participants(), "150001").getContributions()).isEmpty();
  }

  @Test
  void shouldShowPlayersAndPointsWhenTheEventRuns() {
    events.kill(START + 1000, 150001);
    events.kill(START + 1000, 150002);
    events.world.tick(START + 5000);
    events.kill(START + 6000, 150001);
    events.world.tick(START + 10_000);

    WorldEventView view = WorldEventView.active(events.state(), START + 10_000).get(0);
    assertThat(view.participationCount()).isEqualTo(2);
    assertThat(view.totalPoints()).isEqualTo(3);
    assertThat(view.impactData().spawnModifications()).isPresent();
  }

  @Test
  void shouldReadNoStateWhenNoEventRuns() {
    EventWorld quiet = new EventWorld();
    quiet.kill(START, 150001);

    assertThat(quiet.world.dump()).noneMatch(line -> line.contains("world_event-player 150001"));
  }

  @Property(tries = 60)
  void shouldAgreeOnEveryPointWhenPlayersAndTheWorldAreCompared(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 3) Integer> killers) {
    EventWorld events = EventWorld.invaded();
    TreeMap<Long, Long> expected = new TreeMap<>();
    long now = START;
    for (int killer : killers) {
      now += 700;
      events.kill(now, 150001 + killer);
      expected.merge(150001L + killer, 1L, Long::sum);
      events.world.tick(now + 1);
    }
    events.world.tick(events.event().getEndsAt());
    events.world.tick(START + 6_000_000);
    events.world.tick(START + 6_005_000);

    TreeMap<Long, Long> settled = new TreeMap<>();
    events
        .world
        .changes(EventParticipation.class)
        .forEach(row -> settled.put(row.getPlayerId(), row.getContributionScore()));
    assertThat(settled).isEqualTo(expected);
    List<WorldEvent> rows = new ArrayList<>(events.world.changes(WorldEvent.class));
    rows.removeIf(row -> !row.getEventId().equals(rows.get(0).getEventId()));
    assertThat(rows.get(rows.size() - 1).getParticipationCount()).isEqualTo(expected.size());
    assertThat(rows.get(rows.size() - 1).getTotalPoints()).isEqualTo(killers.size());
  }
}
