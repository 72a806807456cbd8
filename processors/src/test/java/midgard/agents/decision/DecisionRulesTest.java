package midgard.agents.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import midgard.agents.decision.DecisionRules.Needs;
import midgard.agents.decision.DecisionRules.Option;
import midgard.mind.Personality;
import midgard.schemas.decision.NpcRole;
import midgard.schemas.event.Interaction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
  private static final Personality PLAIN = new Personality(500, 500, 500, 500, 500);
  private static final Needs CALM = new Needs(0, 0);

  private static List<String> actions(NpcRole role, boolean movable, boolean away) {
    return DecisionRules.options(role, PLAIN, CALM, movable, away).stream()
        .map(Option::action)
        .toList();
  }

  @Test
  void shouldOfferWhatMerchantsDoWhenTheNpcIsOne() {
    assertThat(actions(NpcRole.merchant, false, false))
        .containsExactly("idle", "emote", "advertise", "organize_inventory", "check_prices");
  }

  @Test
  void shouldOfferWhatGuardsDoWhenTheNpcIsOne() {
    assertThat(actions(NpcRole.guard, false, false)).contains("patrol", "watch", "challenge");
  }

  @Test
  void shouldOfferWhatQuestGiversDoWhenTheNpcIsOne() {
    assertThat(actions(NpcRole.quest_giver, false, false))
        .contains("seek_adventurers", "review_quests", "update_board");
  }

  @Test
  void shouldLeadNowhereWhenTheWorldDidNotPutItThere() {
    assertThat(actions(NpcRole.citizen, false, true)).containsExactly("idle", "emote");
  }

  @Test
  void shouldOfferTheWayHomeWhenItIsAway() {
    assertThat(actions(NpcRole.citizen, true, true)).contains("return_home");
    assertThat(actions(NpcRole.citizen, true, false)).doesNotContain("return_home");
  }

  @Test
  void shouldBeAMerchantWhenSomebodyTradesWithIt() {
    assertThat(DecisionRules.role(NpcRole.citizen, "Bertha", Interaction.trade))
        .isEqualTo(NpcRole.merchant);
  }

  @Test
  void shouldBeAGuardWhenItsNameSaysSo() {
    assertThat(DecisionRules.role(NpcRole.citizen, "Gate Guard", Interaction.talk))
        .isEqualTo(NpcRole.guard);
  }

  @Test
  void shouldStayWhatItIsWhenItIsKnown() {
    assertThat(DecisionRules.role(NpcRole.guard, "Gate Guard", Interaction.trade))
        .isEqualTo(NpcRole.guard);
  }

  @Test
  void shouldWatchMoreLikelyWhenSomethingFrightens() {
    Needs afraid = DecisionRules.needs(9, Duration.ZERO);

    assertThat(weight("watch", afraid)).isGreaterThan(weight("watch", CALM));
  }

  private static int weight(String action, Needs needs) {
    return DecisionRules.options(NpcRole.guard, PLAIN, needs, false, false).stream()
        .filter(option -> option.action().equals(action))
        .mapToInt(Option::weight)
        .sum();
  }

  @Property
  void shouldHavePositiveWeightsAndAPriorityFromOneToTenWhateverTheNpcIs(
      @ForAll NpcRole role,
      @ForAll @IntRange(max = 1000) int trait,
      @ForAll @IntRange(max = 10) int worst,
      @ForAll @IntRange(max = 100_000) int secondsAlone,
      @ForAll boolean movable) {
    Personality who = new Personality(trait, 1000 - trait, trait, 1000 - trait, trait);
    Needs needs = DecisionRules.needs(worst, Duration.ofSeconds(secondsAlone));

    assertThat(DecisionRules.options(role, who, needs, movable, true))
        .allMatch(option -> option.weight() > 0)
        .allMatch(option -> option.cells() <= DecisionRules.EXPLORE_CELLS);
    assertThat(DecisionRules.priority(needs)).isBetween(1, 10);
  }
}
