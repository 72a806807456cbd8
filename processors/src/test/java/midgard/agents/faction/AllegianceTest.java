package midgard.agents.faction;

import static midgard.agents.faction.Factions.DAY;
import static midgard.agents.faction.Factions.NOON;
import static midgard.agents.faction.Factions.PLAYER;
import static midgard.agents.faction.Factions.kill;
import static midgard.schemas.faction.Faction.nature_spirits;
import static midgard.schemas.faction.Faction.rune_alliance;
import static midgard.schemas.faction.Faction.shadow_cult;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Alignment;
import midgard.schemas.event.CastleCapture;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.faction.FactionActionRow;
import midgard.schemas.faction.FactionDeed;
import midgard.schemas.faction.PlayerFactionReputation;
import midgard.schemas.reputation.ReputationGain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegianceTest {
  private final Factions factions = new Factions();

  private void slay(long killer, long victim, PvpMode mode) {
    for (long player : List.of(killer, victim)) {
      factions.world.event(
          Domain.PLAYER,
          Long.toString(player),
          Events.event(NOON + 2, killer, "prtg_cas01", new PvpKill(victim, mode)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1900, rune_alliance",
    "1002, shadow_cult",
    "1040, nature_spirits",
    "1675, nature_spirits"
  })
  void shouldPleaseTheFactionWhenItsEnemyFalls(int monster, Faction faction) {
    factions.does(kill(monster));

    assertThat(factions.reputation(faction)).isEqualTo(10);
  }

  @Test
  void shouldTouchNothingWhenItIsNoFactionsConcern() {
    List<String> before = factions.world.dump();

    factions.does(kill(1004));
    factions.does(new QuestComplete(1, Alignment.good, "frontier_coalition"));
    factions.does(new QuestComplete(1, Alignment.good, null));
    factions.does(new Donation(DonationTarget.temple, 500L, null));
    slay(PLAYER, 150102, PvpMode.pvp);

    assertThat(factions.world.dump()).isEqualTo(before);
  }

  @Test
  void shouldCountStandingAndMeritWhenAFactionsQuestIsDone() {
    factions.does(new QuestComplete(7001, null, "nature_spirits"));

    assertThat(factions.reputation(nature_spirits)).isEqualTo(100);
    assertThat(factions.world.signals(ReputationGain.class))
        .singleElement()
        .satisfies(gain -> assertThat(gain.getAmount()).isEqualTo(100));
  }

  @Test
  void shouldCountAHundredKillsAndTenGiftsWhenADayIsFull() {
    for (int i = 0; i < 120; i++) {
      factions.does(kill(1900));
      factions.does(new Donation(DonationTarget.faction, 1L, "shadow_cult"));
    }
    assertThat(factions.reputation(rune_alliance)).isEqualTo(1000);
    assertThat(factions.reputation(shadow_cult)).isEqualTo(500);

    factions.does(NOON + DAY, PLAYER, kill(1900));
    assertThat(factions.reputation(rune_alliance)).isEqualTo(1010);
  }

  @Test
  void shouldGiveEveryTiersRewardOnceWhenStandingRisesFallsAndRises() {
    factions.quests(PLAYER, rune_alliance, 105);
    for (int i = 0; i < 70; i++) {
      factions.world.signal(
          Domain.PLAYER,
          Long.toString(PLAYER),
          NOON + 2,
          new FactionDeed(rune_alliance, FactionAction.pvp_attack, ""));
    }
    assertThat(factions.reputation(rune_alliance)).isZero();
    factions.quests(PLAYER, rune_alliance, 105);

    assertThat(factions.reputation(rune_alliance)).isEqualTo(10_000);
    List<GiveReward> rewards = factions.world.actions(GiveReward.class);
    assertThat(rewards).hasSize(5);
    assertThat(rewards.get(0).getItems().get(0).getItemId()).isEqualTo(2254);
    assertThat(rewards.get(1).getBuffs())
        .singleElement()
        .satisfies(b -> assertThat(b.getPercent()).isTrue());
    assertThat(rewards.get(2).getItems().get(0).getItemId()).isEqualTo(1137);
    assertThat(rewards.get(3).getBuffs()).hasSize(2);
    assertThat(rewards.get(4).getTitle()).isEqualTo("Champion of the Rune Alliance");
    FactionView.Rewards view =
        FactionView.rewards(PLAYER, factions.state(PLAYER), java.util.Optional.empty());
    assertThat(view.skills().get(0).name()).isEqualTo("Rune Ward: def +5, mdef +5");
  }

  @Test
  void shouldSayWhichRewardIsMissingWhenTheGameCouldNotGiveIt() {
    factions.quests(PLAYER, rune_alliance, 10);
    String key = factions.world.actions().get(0).getIdempotencyKey();

    factions.world.answer(
        "faction-player",
        Domain.PLAYER,
        Long.toString(PLAYER),
        NOON + 3,
        new ActionResult(key, ActionOutcome.failed, "no such item"));

    assertThat(factions.standing(PLAYER, rune_alliance).getUndelivered()).containsExactly(1);
    assertThat(factions.world.changes(PlayerFactionReputation.class))
        .singleElement()
        .satisfies(row -> assertThat(row.getUndeliveredTiers()).containsExactly(1));
  }

  @Test
  void shouldDefendTheOwnFactionWhenAFoeOfAnotherFallsInTheWarForCastles() {
    factions.quests(PLAYER, rune_alliance, 10).quests(150102, shadow_cult, 20);
    factions.quests(PLAYER, shadow_cult, 3);

    slay(PLAYER, 150102, PvpMode.gvg);
    slay(PLAYER, 150102, PvpMode.gvg);

    assertThat(factions.reputation(rune_alliance)).isEqualTo(1200);
    assertThat(factions.reputation(shadow_cult)).isZero();
  }

  @Test
  void shouldLoseStandingWhenAFriendFalls() {
    factions.quests(PLAYER, rune_alliance, 12).quests(150102, rune_alliance, 12);

    slay(PLAYER, 150102, PvpMode.gvg);

    assertThat(factions.reputation(rune_alliance)).isEqualTo(1050);
  }

  @Test
  void shouldDefendOnceADayWhenACastleIsHeld() {
    factions.quests(PLAYER, nature_spirits, 10);

    factions.does(new CastleCapture(3, 7L, 7L)).does(new CastleCapture(3, 7L, 7L));
    factions.does(new CastleCapture(4, 7L, 8L)).does(new CastleCapture(5, 7L, null));

    assertThat(factions.reputation(nature_spirits)).isEqualTo(1200);
  }

  @Test
  void shouldTellOneRowPerKindAndATenthToTheWorldWhenSecondsAreOver() {
    factions.does(kill(1900)).does(kill(1900)).does(new QuestComplete(7, null, "rune_alliance"));

    factions.world.tick(NOON + 5000);

    assertThat(factions.world.changes(FactionActionRow.class))
        .extracting(FactionActionRow::getReputationChange)
        .containsExactly(20, 100);
    assertThat(factions.score(rune_alliance).getScoreMilli()).isEqualTo(12_000);
    assertThat(factions.score(rune_alliance).getActions()).isEqualTo(3);
  }
}
