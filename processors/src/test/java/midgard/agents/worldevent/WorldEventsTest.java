package midgard.agents.worldevent;

import static midgard.agents.worldevent.EventWorld.START;
import static midgard.schemas.worldevent.WorldEventType.demonic_invasion;
import static midgard.schemas.worldevent.WorldEventType.global_xp_boost;
import static midgard.schemas.worldevent.WorldEventType.market_crash;
import static midgard.schemas.worldevent.WorldEventType.mythic_event;
import static midgard.schemas.worldevent.WorldEventType.wandering_caravan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.TriggerConditions;
import midgard.schemas.worldevent.WorldEvent;
import midgard.schemas.worldevent.WorldEventStatus;
import midgard.schemas.worldevent.WorldEventType;
import org.junit.jupiter.api.Test;

class WorldEventsTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private static long starts(EventWorld events, WorldEventType type) {
    return events.world.changes(WorldEvent.class).stream()
        .filter(row -> row.getEventType() == type)
        .map(WorldEvent::getEventId)
        .distinct()
        .count();
  }

  @Test
  void shouldBeginAtTheNextCheckWhenAThresholdIsCrossed() {
    EventWorld events = EventWorld.invaded();

    EventRun event = events.event();
    assertThat(event.getEventType()).isEqualTo(demonic_invasion);
    assertThat(event.getStartedAt()).isEqualTo(START);
    assertThat(event.getDurationMinutes()).isBetween(30, 90);
    assertThat(event.getEndsAt()).isEqualTo(START + event.getDurationMinutes() * MINUTE);
    assertThat(event.getTriggerConditions())
        .isEqualTo(
            new TriggerConditions("mvp_kills_24h", 100L, 100L, "100 MVPs fell within 24 hours."));
  }

  @Test
  void shouldTakeTheFirstThatPassesWhenSeveralWould() {
    EventWorld events = new EventWorld().figures(4, 50, 100, 2_000_000_000L);
    events.world.tick(START);
    events.world.tick(START + MINUTE);

    assertThat(events.types()).containsExactly(demonic_invasion);
  }

  @Test
  void shouldRunSeveralAtOnceWhenTheSettingAllowsIt() {
    EventWorld events = new EventWorld(3, 1).figures(0, 50, 100, 2_000_000_000L);
    events.world.tick(START);
    events.world.tick(START + MINUTE);
    events.world.tick(START + 2 * MINUTE);

    assertThat(events.types().subList(0, 2)).containsExactly(demonic_invasion, market_crash);
  }

  @Test
  void shouldBringAWaveToEveryMapEachQuarterOfAnHourWhenDemonsInvade() {
    EventWorld events = EventWorld.invaded();
    int waves = events.event().getDurationMinutes() / 15;
    assertThat(events.world.actions(SpawnMonster.class))
        .extracting(SpawnMonster::getMap, SpawnMonster::getMonsterId, SpawnMonster::getAmount)
        .containsExactly(
            tuple("prt_fild01", 1582, 30),
            tuple("prt_fild02", 1582, 30),
            tuple("prt_fild03", 1582, 30));

    events.world.tick(START + 15 * MINUTE - 1);
    assertThat(events.world.actions(SpawnMonster.class)).hasSize(3);
    events.world.tick(START + 15 * MINUTE);
    assertThat(events.world.actions(SpawnMonster.class)).hasSize(6);
    events.world.tickTo(START + 3 * HOUR, 1000);

    assertThat(events.world.actions(SpawnMonster.class)).hasSize(3 * waves);
  }

  @Test
  void shouldNotMakeUpForWavesWhenTheWorldStoodStillUntilShortlyBeforeTheEnd() {
    EventWorld events = EventWorld.invaded();
    int minutes = events.event().getDurationMinutes();
    assertThat(minutes % 15).as("the last wave's time is over").isPositive();

    events.world.tick(events.event().getEndsAt() - 1);

    assertThat(events.world.actions(SpawnMonster.class)).hasSize(3);
  }

  @Test
  void shouldTakeItsEffectsBackAtItsInstantWhenTheMarketRecovers() {
    EventWorld events = new EventWorld().figures(15, 50, 0, 1_000_000_000L);
    events.world.tick(START);
    EventRun event = events.event();
    assertThat(events.world.actions(SetMapFlag.class))
        .containsExactly(
            new SetMapFlag("*", "npc_price_rate", 700), new SetMapFlag("*", "npc_buy_rate", 1300));

    events.world.tick(event.getEndsAt() - 1);
    assertThat(events.world.actions(SetMapFlag.class)).hasSize(2);
    assertThat(WorldEventView.active(events.state(), event.getEndsAt() - 1)).hasSize(1);
    assertThat(WorldEventView.active(events.state(), event.getEndsAt())).isEmpty();
    events.world.tick(event.getEndsAt());

    assertThat(events.world.actions(SetMapFlag.class))
        .endsWith(
            new SetMapFlag("*", "npc_price_rate", 1000), new SetMapFlag("*", "npc_buy_rate", 1000));
    assertThat(events.event().getStatus()).isEqualTo(WorldEventStatus.completed);
    assertThat(events.world.actions(BroadcastMessage.class))
        .extracting(BroadcastMessage::getMessage)
        .endsWith("Market Crash is over.");
  }

  @Test
  void shouldRestFromItsStartWhenTheConditionStillHolds() {
    EventWorld events = new EventWorld().figures(15, 50, 0, 1_000_000_000L);
    events.world.tick(START);
    events.world.tickTo(START + 12 * HOUR - 1, MINUTE);
    assertThat(starts(events, market_crash)).isEqualTo(1);

    events.world.tick(START + 12 * HOUR);

    assertThat(starts(events, market_crash)).isEqualTo(2);
  }

  @Test
  void shouldGoOnWhereItWasWhenTheWorldIsRestarted() {
    EventWorld events = EventWorld.invaded();
    long ends = events.event().getEndsAt();
    events.world.restart();
    events.world.tick(ends);
    events.world.restart();
    events.world.tickTo(START + 6 * HOUR - 1, MINUTE);

    assertThat(events.world.changes(WorldEvent.class))
        .filteredOn(row -> row.getEventType() == demonic_invasion)
        .extracting(WorldEvent::getStatus)
        .containsExactly(WorldEventStatus.active, WorldEventStatus.completed);
  }

  @Test
  void shouldHelpTheFewWhenHardlyAnybodyIsOnLine() {
    EventWorld events = new EventWorld().figures(3, 50, 0, 0);
    events.world.tick(START);
    events.world.tickTo(START + 4 * HOUR - 1, MINUTE);

    assertThat(starts(events, global_xp_boost)).isEqualTo(1);
    assertThat(events.world.actions(SetMapFlag.class))
        .contains(
            new SetMapFlag("*", "base_exp_rate", 2000), new SetMapFlag("*", "job_exp_rate", 2000));
  }

  @Test
  void shouldComeAboutSevenTimesInTenChecksWhenTheChanceIsSo() {
    int came = 0;
    for (long seed = 1; seed <= 300; seed++) {
      EventWorld events = new EventWorld(1, seed).figures(20, 10, 0, 0);
      events.world.tick(START);
      came += events.types().contains(wandering_caravan) ? 1 : 0;
    }

    assertThat(came).isBetween(180, 240);
  }

  @Test
  void shouldComeOnceInAThousandChecksWhenOnlyTheMythicEventIsLeft() {
    EventWorld events = new EventWorld().figures(20, 80, 30, 0);
    // 48 hours of rest after each: a cycle is some 2,880 + 1,000 checks and the caravans' time.
    events.world.tickTo(START + 30_000 * MINUTE, MINUTE);

    assertThat(starts(events, mythic_event)).isBetween(2L, 14L);
    List<SpawnMonster> guardians = events.world.actions(SpawnMonster.class);
    assertThat(guardians).containsOnly(new SpawnMonster("prontera", 0, 0, 1751, 1, null));
    assertThat(guardians).hasSize((int) starts(events, mythic_event));
  }
}
