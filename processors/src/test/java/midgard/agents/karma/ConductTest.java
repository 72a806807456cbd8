package midgard.agents.karma;

import static midgard.agents.karma.Deeds.DAY;
import static midgard.agents.karma.Deeds.NOON;
import static midgard.agents.karma.Deeds.PLAYER;
import static midgard.agents.karma.Deeds.kill;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.schemas.Domain;
import midgard.schemas.event.Alignment;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.event.SkillUse;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.KarmaActionRow;
import midgard.schemas.karma.KarmaAlignment;
import midgard.schemas.karma.PlayerKarma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductTest {
  private final Deeds deeds = new Deeds();

  @ParameterizedTest
  @CsvSource({
    "1002, Poring, -10000",
    "1063, Lunatic, -10000",
    "1113, , -10000",
    "3001, Poring, -10000",
    "1900, , 5000",
    "1109, Lesser Demon, 5000",
    "1015, Undead Soldier, 5000",
    "1004, Hornet, 0"
  })
  void shouldJudgeAKillWhenTheMonsterIsProtectedOrEvil(int monster, String name, long karma) {
    deeds.does(MonsterKill.newBuilder().setMonsterId(monster).setMonsterName(name).build());

    assertThat(deeds.karma()).isEqualTo(karma);
  }

  @Test
  void shouldTouchNothingWhenADeedIsNeitherGoodNorEvil() {
    List<String> before = deeds.world.dump();

    deeds.does(kill(1004));
    deeds.does(new SkillUse(5, "monster", 7L, null));
    deeds.does(new NpcInteraction(1L, "Kafra", Interaction.talk, null));
    deeds.does(new QuestComplete(7000, Alignment.neutral, "rune_alliance"));
    deeds.does(new PvpKill(150102L, PvpMode.duel));
    deeds.does(new Donation(DonationTarget.npc, 500L, null));

    assertThat(deeds.world.dump()).isEqualTo(before);
  }

  @Test
  void shouldRaiseEveryoneWhoFoughtOnceWhenAnMvpFalls() {
    MvpKill kill =
        MvpKill.newBuilder()
            .setMvpId(1511)
            .setParticipants(
                List.of(
                    new MvpParticipant(PLAYER, 9000L, 0),
                    new MvpParticipant(150102L, 500L, 2),
                    new MvpParticipant(150103L, 0L, 0)))
            .build();

    for (long player = 150101; player <= 150103; player++) {
      deeds.world.event(
          Domain.PLAYER, Long.toString(player), Events.event(NOON + 1, PLAYER, "moc_fild17", kill));
    }

    assertThat(deeds.karma()).isEqualTo(25_000);
    assertThat(deeds.state(150102).getKarmaMilli()).isEqualTo(25_000);
    assertThat(deeds.state(150103).getKarmaMilli()).isZero();
  }

  @Test
  void shouldJudgeQuestsByTheirAlignmentWhenTheyAreDone() {
    deeds.does(new QuestComplete(1, Alignment.good, null));
    deeds.does(new QuestComplete(2, Alignment.evil, null));
    deeds.does(new QuestComplete(3, Alignment.evil, "shadow_cult"));

    assertThat(deeds.karma()).isEqualTo(-30_000);
  }

  @Test
  void shouldCostKarmaWhenTheShadowCultIsHelped() {
    deeds.does(new Donation(DonationTarget.faction, 500L, "shadow_cult"));
    deeds.does(new QuestComplete(3, null, "shadow_cult"));

    assertThat(deeds.karma()).isEqualTo(-50_000);
  }

  @Test
  void shouldCountOncePerPatientAndTenADayWhenHealingIsRepeated() {
    for (long patient = 1; patient <= 15; patient++) {
      deeds.does(new SkillUse(28, "player", patient, 400L));
      deeds.does(new SkillUse(28, "player", patient, 400L));
    }
    assertThat(deeds.karma()).isEqualTo(180_000);

    deeds.does(NOON + DAY, PLAYER, new SkillUse(28, "player", 1L, 400L));
    assertThat(deeds.karma()).isEqualTo(180_000 - 1_800 + 18_000);
  }

  @Test
  void shouldNotPraiseThemselvesWhenPlayersHealThemselves() {
    deeds.does(new SkillUse(28, "player", PLAYER, 400L));

    assertThat(deeds.karma()).isZero();
  }

  @Test
  void shouldCountHelpOncePerNpcAndGiftsTenTimesWhenTheyAreRepeated() {
    for (int i = 0; i < 12; i++) {
      deeds.does(new NpcInteraction(null, "Tamarin", Interaction.help, null));
      deeds.does(new Donation(DonationTarget.temple, 1L, null));
    }

    assertThat(deeds.karma()).isEqualTo(15_000 + 10 * 20_000);
  }

  @Test
  void shouldBeOneCrimeWhenBlowsFallOnOneNpcWithinAnHour() {
    NpcInteraction blow = new NpcInteraction(null, "Tamarin", Interaction.attack, null);
    deeds.does(NOON, PLAYER, blow).does(NOON + 3_599_999, PLAYER, blow);
    assertThat(deeds.karma()).isEqualTo(-50_000);

    deeds.does(NOON + 3_600_000, PLAYER, blow);
    assertThat(deeds.karma()).isEqualTo(-100_000);
  }

  @Test
  void shouldStopExactlyAtTheEndWhenEvilGoesOn() {
    for (int i = 0; i < 1_003; i++) {
      deeds.does(kill(1002));
    }

    assertThat(deeds.karma()).isEqualTo(-10_000_000);
    assertThat(deeds.state(PLAYER).getEvilActions()).isEqualTo(1_003);
  }

  @Test
  void shouldTellOneRowPerKindAndTargetWhenSecondsAreOver() {
    deeds.does(kill(1002)).does(kill(1002)).does(kill(1063));
    assertThat(deeds.world.changes()).isEmpty();

    deeds.world.tick(NOON + 5000);

    assertThat(deeds.world.changes(KarmaActionRow.class))
        .extracting(KarmaActionRow::getActionType, row -> row.getActionData().getCount())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(KarmaAction.kill_poring, 2),
            org.assertj.core.groups.Tuple.tuple(KarmaAction.kill_lunatic, 1));
    assertThat(deeds.world.changes(PlayerKarma.class))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getKarmaScoreMilli()).isEqualTo(-30_000);
              assertThat(row.getAlignment()).isEqualTo(KarmaAlignment.neutral);
            });
    assertThat(deeds.state(PLAYER).getPending()).isEmpty();
  }

  @Test
  void shouldLoseAHundredthADayWhenLongAway() {
    for (int i = 0; i < 50; i++) {
      deeds.does(new QuestComplete(i, Alignment.good, null));
    }
    deeds.world.tick(NOON + 5000);

    deeds.does(NOON + 2 * DAY, PLAYER, new PlayerLogin(null));

    // 1500 - 15 = 1485; 1485 - 14.85 = 1470.15
    assertThat(deeds.karma()).isEqualTo(1_470_150);
    assertThat(deeds.world.changes(PlayerKarma.class))
        .extracting(PlayerKarma::getKarmaScoreMilli)
        .containsExactly(1_500_000L, 1_470_150L);
  }

  @Test
  void shouldNotDecayTwiceWhenALateEventComes() {
    for (int i = 0; i < 50; i++) {
      deeds.does(new QuestComplete(i, Alignment.good, null));
    }
    deeds.does(NOON + DAY, PLAYER, kill(1002)).does(NOON, PLAYER, kill(1002));

    assertThat(deeds.karma()).isEqualTo(1_485_000 - 20_000);
  }
}
