package midgard.agents.karma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.rules.DailyDecay;
import midgard.schemas.karma.KarmaAlignment;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class KarmaPropertyTest {
  private static final int[] MONSTERS = {1002, 1063, 1113, 1900, 1004};
  private static final long[] WORTH = {-10, -10, -10, 5, 0};

  private final KarmaRules rules = new Deeds().rules;
  private final DailyDecay decay = new DailyDecay(10_000);

  @Property(tries = 60)
  void shouldGiveTheWorldATenthOfEveryDeedWhateverIsDone(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 4) Integer> kinds) {
    Deeds deeds = new Deeds();
    long worth = 0;
    long time = Deeds.NOON;
    for (int kind : kinds) {
      time += 1000;
      deeds.does(time, 150101 + kind % 2, Deeds.kill(MONSTERS[kind]));
      deeds.world.tick(time);
      worth += WORTH[kind];
    }
    deeds.world.tick(time + 5000);

    assertThat(deeds.global().getKarmaMilli()).isEqualTo(worth * 100);
    assertThat(deeds.state(150101).getKarmaMilli() + deeds.state(150102).getKarmaMilli())
        .isEqualTo(worth * 1000);
  }

  @Property(tries = 40)
  void shouldComeToTheSameWhenUnrelatedPlayersAreSwapped(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 4) Integer> kinds) {
    Deeds one = new Deeds();
    Deeds other = new Deeds();
    for (int kind : kinds) {
      one.does(Deeds.NOON, 1, Deeds.kill(MONSTERS[kind])).does(Deeds.NOON, 2, Deeds.kill(1002));
      other.does(Deeds.NOON, 2, Deeds.kill(1002)).does(Deeds.NOON, 1, Deeds.kill(MONSTERS[kind]));
    }
    one.world.tick(Deeds.NOON + 5000);
    other.world.tick(Deeds.NOON + 5000);

    assertThat(other.global()).isEqualTo(one.global());
    assertThat(other.state(1)).isEqualTo(one.state(1));
    assertThat(other.state(2)).isEqualTo(one.state(2));
  }

  @Property
  void shouldDecayTheSameHoweverOftenSomebodyLooks(
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long milli,
      @ForAll @IntRange(min = 0, max = 600) int days,
      @ForAll @IntRange(min = 0, max = 600) int look) {
    long first = Math.min(look, days);

    assertThat(decay.after(days - first, decay.after(first, milli)))
        .isEqualTo(decay.after(days, milli));
    assertThat(decay.after(days, -milli)).isEqualTo(-decay.after(days, milli));
  }

  @Property
  void shouldNeverDecayBelowWhatIsFreeWhenAboveIt(
      @ForAll @LongRange(min = 100_001, max = 10_000_000) long milli,
      @ForAll @IntRange(min = 0, max = 10_000) int days) {
    assertThat(decay.after(days, milli)).isBetween(99_000L, milli);
  }

  @Example
  void shouldNameTheAlignmentWhenAScoreIsGiven() {
    assertThat(rules.alignment(7_000_001)).isEqualTo(KarmaAlignment.very_good);
    assertThat(rules.alignment(7_000_000)).isEqualTo(KarmaAlignment.good);
    assertThat(rules.alignment(3_000_000)).isEqualTo(KarmaAlignment.neutral);
    assertThat(rules.alignment(-2_999_999)).isEqualTo(KarmaAlignment.neutral);
    assertThat(rules.alignment(-3_000_000)).isEqualTo(KarmaAlignment.evil);
    assertThat(rules.alignment(-7_000_000)).isEqualTo(KarmaAlignment.very_evil);
  }

  @Example
  void shouldStandStillWhenAHundredOrLessIsLeft() {
    assertThat(decay.after(1000, 100_000)).isEqualTo(100_000);
    assertThat(decay.after(1, -10_000_000)).isEqualTo(-9_900_000);
  }

  @Example
  void shouldShowWhatTimeHasTakenWhenAPlayerIsLookedAt() {
    var state = new Deeds().state(1);
    state.setKarmaMilli(1_000_000);
    state.setDecayedDay(100);

    KarmaView.Player view = KarmaView.player(1, state, 101, rules);

    assertThat(view.karmaScore()).isEqualTo(990);
    assertThat(view.known()).isTrue();
  }
}
