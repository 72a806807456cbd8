package midgard.agents.faction;

import static midgard.agents.faction.Factions.DAY;
import static midgard.agents.faction.Factions.MINUTES_5;
import static midgard.agents.faction.Factions.NOON;
import static midgard.schemas.faction.Faction.nature_spirits;
import static midgard.schemas.faction.Faction.rune_alliance;
import static midgard.schemas.faction.Faction.shadow_cult;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agents.karma.MoralBalance;
import midgard.schemas.Domain;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.dynamicboss.FactionChampionCalled;
import midgard.schemas.faction.ConflictStatus;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAlignment;
import midgard.schemas.faction.FactionConflict;
import midgard.schemas.faction.FactionImpact;
import midgard.schemas.faction.FactionSum;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.KarmaAlignment;
import org.junit.jupiter.api.Test;

class BalanceOfPowerTest {
  private final Factions factions = new Factions();
  private long now = NOON;

  private void impact(Faction faction, long points) {
    factions.world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        now + 1,
        new FactionImpact(List.of(new FactionSum(faction, points * 1000, 1L))));
  }

  private void update() {
    now += MINUTES_5;
    factions.world.tick(now);
  }

  @Test
  void shouldTellAllFactionsOnceWhenTheWorldIsNew() {
    update();
    update();

    assertThat(factions.world.changes(FactionAlignment.class)).hasSize(3);
    assertThat(factions.world.actions()).isEmpty();
  }

  @Test
  void shouldCallItsChampionOnceWhenAFactionReachesThreeThousand() {
    impact(rune_alliance, 3000);
    update();
    impact(rune_alliance, 100);
    update();

    assertThat(factions.world.signals(FactionChampionCalled.class))
        .extracting(FactionChampionCalled::getFactionName)
        .containsExactly("Rune Alliance");
  }

  @Test
  void shouldCallNoChampionWhenAFactionIsJustNoticed() {
    impact(rune_alliance, 2999);
    update();

    assertThat(factions.world.signals(FactionChampionCalled.class)).isEmpty();
  }

  @Test
  void shouldSwitchEveryStepsFlagWhenSeveralAreCrossedAtOnce() {
    impact(rune_alliance, 5000);
    update();

    assertThat(factions.world.actions(SetMapFlag.class))
        .containsExactly(
            new SetMapFlag("*", "rune_alliance_colours", 1000),
            new SetMapFlag("*", "rune_alliance_npcs", 1000),
            new SetMapFlag("*", "rune_alliance_prices", 1000),
            new SetMapFlag("*", "faction_def_bonus", 5000),
            new SetMapFlag("*", "faction_mdef_bonus", 5000));
    assertThat(factions.world.actions(BroadcastMessage.class))
        .extracting(BroadcastMessage::getMessage)
        .containsExactly(
            "The Rune Alliance rules the markets.",
            "The Rune Alliance has become the strongest power of the world.");
  }

  @Test
  void shouldTakeBackOnlyWhatIsLostWhenAFactionFalls() {
    impact(nature_spirits, 3000);
    update();
    int flags = factions.world.actions(SetMapFlag.class).size();

    impact(nature_spirits, -1);
    update();

    assertThat(factions.world.actions(SetMapFlag.class).subList(flags, flags + 1))
        .containsExactly(new SetMapFlag("*", "nature_spirits_npcs", 0));
    assertThat(factions.world.actions(SetMapFlag.class)).hasSize(flags + 1);
    assertThat(factions.score(nature_spirits).getLevel()).isEqualTo(1);
  }

  @Test
  void shouldGiveNoFlagsWhenAFactionIsHated() {
    impact(shadow_cult, -1500);
    update();

    assertThat(factions.balance().getDominant()).isEqualTo(shadow_cult);
    assertThat(factions.world.actions(SetMapFlag.class)).isEmpty();
  }

  @Test
  void shouldChangeTheBonusesWhenAnotherFactionPrevails() {
    impact(rune_alliance, 1000);
    update();
    impact(shadow_cult, 1500);
    update();

    assertThat(factions.world.actions(SetMapFlag.class))
        .contains(
            new SetMapFlag("*", "faction_def_bonus", 0),
            new SetMapFlag("*", "faction_matk_bonus", 5000),
            new SetMapFlag("*", "faction_crit_bonus", 3000));
    assertThat(factions.world.changes(FactionAlignment.class))
        .filteredOn(FactionAlignment::getIsDominant)
        .extracting(FactionAlignment::getFactionId)
        .containsExactly(rune_alliance, shadow_cult);
  }

  @Test
  void shouldBeAConflictWhenTwoAreStrongAndWithinATenth() {
    impact(rune_alliance, 2000);
    impact(nature_spirits, 1800);
    update();
    impact(rune_alliance, 1);
    update();

    assertThat(factions.world.changes(FactionConflict.class))
        .extracting(FactionConflict::getStatus)
        .containsExactly(ConflictStatus.active, ConflictStatus.ended);
    assertThat(factions.balance().getConflicts()).isEmpty();
  }

  @Test
  void shouldBeNoConflictWhenOneIsWeak() {
    impact(rune_alliance, 1000);
    impact(nature_spirits, 999);
    update();

    assertThat(factions.world.changes(FactionConflict.class)).isEmpty();
  }

  @Test
  void shouldLoseAHundredthADayHoweverOftenItIsUpdated() {
    impact(rune_alliance, 2000);
    impact(shadow_cult, -2000);
    impact(nature_spirits, 100);
    factions.world.tickTo(NOON + DAY, MINUTES_5);

    assertThat(factions.score(rune_alliance).getScoreMilli()).isEqualTo(1_980_000);
    assertThat(factions.score(shadow_cult).getScoreMilli()).isEqualTo(-1_980_000);
    assertThat(factions.score(nature_spirits).getScoreMilli()).isEqualTo(100_000);
  }

  @Test
  void shouldStrengthenTheCultEachDayWhenTheWorldIsEvil() {
    factions.world.put(
        MoralBalance.STATE,
        Domain.WORLD_KEY,
        GlobalKarmaState.newBuilder().setAlignment(KarmaAlignment.evil).build());
    update();

    factions.world.tick(NOON + 2 * DAY);

    assertThat(factions.score(shadow_cult).getScoreMilli()).isEqualTo(20_000);
  }

  @Test
  void shouldWriteOnlyNewsWhenTheUpdateRuns() {
    update();
    impact(rune_alliance, 15);
    update();
    update();

    assertThat(factions.world.changes(FactionAlignment.class)).hasSize(4);
  }

  @Test
  void shouldSayWhatIsInForceWhenTheBalanceIsLookedAt() {
    impact(rune_alliance, 8000);
    update();

    FactionView.Alignment view =
        FactionView.alignment(factions.balance(), java.time.Instant.ofEpochMilli(now));

    assertThat(view.dominantFaction()).contains(rune_alliance);
    assertThat(view.factions().get(0).influence()).isEqualTo(FactionRules.Influence.total);
  }
}
