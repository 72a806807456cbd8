package midgard.agents.karma;

import static midgard.agents.karma.Deeds.DAY;
import static midgard.agents.karma.Deeds.NOON;
import static midgard.agents.karma.Deeds.kill;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.Domain;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.karma.GlobalKarma;
import midgard.schemas.karma.GlobalKarmaShifted;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.KarmaAlignment;
import midgard.schemas.karma.KarmaDeed;
import midgard.schemas.karma.KarmaHistory;
import midgard.schemas.karma.KarmaImpact;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedOutcome;
import org.junit.jupiter.api.Test;

class MoralBalanceTest {
  private static final long MINUTE = 60_000;

  private final Deeds deeds = new Deeds();

  private void impact(long time, long milli) {
    deeds.world.signal(
        Domain.WORLD, Domain.WORLD_KEY, time, new KarmaImpact(milli, milli > 0 ? 1L : 0L, 1L));
  }

  @Test
  void shouldMoveByTheSameSizeWhenADeedIsGoodOrEvil() {
    deeds.does(new NpcInteraction(null, "Tamarin", Interaction.help, null));
    deeds.world.tick(NOON + 5000);
    assertThat(deeds.global().getKarmaMilli()).isEqualTo(1500);

    deeds.world.signal(
        Domain.PLAYER,
        Long.toString(Deeds.PLAYER),
        NOON + 5001,
        new KarmaDeed(KarmaAction.use_forbidden_skill, ""));
    deeds.world.tick(NOON + 10_000);

    assertThat(deeds.global().getKarmaMilli()).isZero();
    assertThat(deeds.global().getGoodActions()).isEqualTo(1);
    assertThat(deeds.global().getEvilActions()).isEqualTo(1);
  }

  @Test
  void shouldKeepHalfPointsWhenDemonsFall() {
    deeds.does(kill(1900));
    deeds.world.tick(NOON + 5000);

    assertThat(deeds.global().getKarmaMilli()).isEqualTo(500);
  }

  @Test
  void shouldStayGoodWhenTheScoreIsOnTheThreshold() {
    impact(NOON + 1, 3_000_000);
    assertThat(deeds.global().getAlignment()).isEqualTo(KarmaAlignment.neutral);

    impact(NOON + 2, 1);
    assertThat(deeds.global().getAlignment()).isEqualTo(KarmaAlignment.good);
  }

  @Test
  void shouldAnnounceAndChangeTheWorldWhenItBecomesAnother() {
    impact(NOON + 1, 7_500_000);

    assertThat(deeds.world.actions(BroadcastMessage.class))
        .singleElement()
        .satisfies(news -> assertThat(news.getMessage()).contains("light", "Days are long"));
    assertThat(deeds.world.actions(SetMapFlag.class))
        .containsExactly(
            new SetMapFlag("*", "day_length_rate", 1300), new SetMapFlag("*", "heal_rate", 1200));
    assertThat(deeds.world.actions(SpawnNpc.class))
        .extracting(SpawnNpc::getNpcId)
        .containsExactly("karma_angel_merchant", "karma_divine_healer");
    assertThat(deeds.world.actions(SpawnNpc.class))
        .allSatisfy(
            npc -> {
              assertThat(npc.getX()).isBetween(50, 261);
              assertThat(npc.getY()).isBetween(50, 341);
            });
    assertThat(deeds.world.signals(GlobalKarmaShifted.class))
        .hasSize(2)
        .allSatisfy(shift -> assertThat(shift.getAlignment()).isEqualTo(KarmaAlignment.very_good));
    assertThat(deeds.world.changes(GlobalKarma.class)).hasSize(1);
    assertThat(deeds.world.changes(KarmaHistory.class))
        .singleElement()
        .satisfies(row -> assertThat(row.getShifted()).isTrue());
  }

  @Test
  void shouldTakeItsPeopleBackWhenTheWorldTurnsAgain() {
    impact(NOON + 1, 7_500_000);
    deeds.world.tick(NOON + 20 * MINUTE);

    impact(NOON + 20 * MINUTE, -12_000_000);

    assertThat(deeds.global().getAlignment()).isEqualTo(KarmaAlignment.evil);
    assertThat(deeds.world.actions(RemoveNpc.class))
        .extracting(RemoveNpc::getNpcId)
        .containsExactly("karma_angel_merchant", "karma_divine_healer");
    assertThat(deeds.world.actions(SpawnNpc.class))
        .extracting(SpawnNpc::getNpcId)
        .endsWith("karma_dark_merchant");
    assertThat(deeds.world.signals(HappeningEnded.class))
        .containsExactly(new HappeningEnded("karma", "shift-1"));
    assertThat(deeds.world.signals(Deed.class))
        .extracting(Deed::getOutcome)
        .containsExactly(DeedOutcome.success, DeedOutcome.failure);
    assertThat(deeds.world.actions())
        .extracting(action -> action.getIdempotencyKey())
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldNotWaverWhenTheScoreMovesAroundAThreshold() {
    for (int i = 0; i < 20; i++) {
      impact(NOON + i, i % 2 == 0 ? 3_000_500 : -3_000_500);
    }
    assertThat(deeds.global().getShifts()).isEqualTo(1);
    assertThat(deeds.global().getAlignment()).isEqualTo(KarmaAlignment.good);

    deeds.world.tick(NOON + 15 * MINUTE);

    assertThat(deeds.global().getAlignment()).isEqualTo(KarmaAlignment.neutral);
  }

  @Test
  void shouldWriteOnlyNewsWhenTheUpdateRuns() {
    impact(NOON + 1, 1500);
    deeds.world.tick(NOON + 15 * MINUTE).tick(NOON + 30 * MINUTE);

    assertThat(deeds.world.changes(KarmaHistory.class))
        .singleElement()
        .satisfies(row -> assertThat(row.getKarmaScoreMilli()).isEqualTo(1500));
  }

  @Test
  void shouldLoseAHundredthADayWhenAboveAHundred() {
    impact(NOON + 1, 2_000_000);

    deeds.world.tick(NOON + DAY).tick(NOON + DAY + 4 * 3_600_000);

    assertThat(deeds.global().getKarmaMilli()).isEqualTo(1_980_000);
  }

  @Test
  void shouldLoseEveryDaysPartWhenTheClockStoodStill() {
    impact(NOON + 1, -2_000_000);

    deeds.world.tick(NOON + 2 * DAY);

    assertThat(deeds.global().getKarmaMilli()).isEqualTo(-1_960_200);
  }
}
