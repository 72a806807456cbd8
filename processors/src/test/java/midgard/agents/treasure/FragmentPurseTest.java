package midgard.agents.treasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.treasure.CardFragments;
import midgard.schemas.treasure.ClaimCard;
import midgard.schemas.treasure.FragmentState;
import midgard.schemas.treasure.FragmentsFound;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FragmentPurseTest {
  private static final String PLAYER = "150001";
  private final World world = new World(TreasureWorld.agents());
  private long now = TreasureWorld.START;

  private void found(String treasure, int fragments) {
    world.signal(Domain.PLAYER, PLAYER, now++, new FragmentsFound(treasure, fragments));
  }

  private void claim(String request) {
    world.signal(Domain.PLAYER, PLAYER, now++, new ClaimCard(request));
  }

  private FragmentState state() {
    return world.state(new FragmentPurse(100), PLAYER);
  }

  @Test
  void shouldGiveOneOfFiveCardsWhenAHundredFragmentsAreThere() {
    found("t1", 99);
    claim("r1");
    assertThat(world.actions(GiveReward.class)).isEmpty();
    found("t2", 6);

    claim("r2");

    assertThat(state().getFragments()).isEqualTo(5);
    assertThat(FragmentView.of(150001, state()).fragmentsNeeded()).isEqualTo(95);
    List<ItemAmount> items = world.actions(GiveReward.class).get(0).getItems();
    assertThat(items).hasSize(1);
    assertThat(items.get(0).getItemId()).isBetween(4001, 4005);
    assertThat(world.changes(CardFragments.class))
        .last()
        .extracting(CardFragments::getFragmentCount, CardFragments::getCardsClaimed)
        .containsExactly(5, 1);
  }

  @Test
  void shouldGiveOneCardWhenTheSameRequestComesTwice() {
    found("t1", 300);
    claim("r1");
    claim("r1");

    assertThat(world.actions(GiveReward.class)).hasSize(1);
    assertThat(state().getFragments()).isEqualTo(200);
  }

  @Test
  void shouldCountATreasureOnceWhenItIsToldTwice() {
    found("t1", 20);
    found("t1", 20);

    assertThat(state().getFragments()).isEqualTo(20);
  }

  @Test
  void shouldGiveACardWhenThePlayerTurnsToTheCollector() {
    found("t1", 100);
    NpcInteraction trade =
        NpcInteraction.newBuilder()
            .setNpcName("Fragment Collector")
            .setInteraction(Interaction.trade)
            .build();
    world.event(Domain.PLAYER, PLAYER, Events.event(now, 150001, "prontera", trade));
    world.event(Domain.PLAYER, PLAYER, Events.event(now + 1, 150001, "prontera", trade));

    assertThat(world.actions(GiveReward.class)).hasSize(1);
    assertThat(state().getFragments()).isZero();
  }

  @Test
  void shouldGiveTheFragmentsBackWhenTheGameCouldNotGiveTheCard() {
    found("t1", 100);
    claim("r1");
    String key = world.actions().get(0).getIdempotencyKey();
    ActionResult failed = new ActionResult(key, ActionOutcome.failed, "no such item");
    world.answer("treasure-player", Domain.PLAYER, PLAYER, now++, failed);
    world.answer("treasure-player", Domain.PLAYER, PLAYER, now++, failed);

    assertThat(state().getFragments()).isEqualTo(100);
    assertThat(state().getCardsClaimed()).isZero();
    claim("r2");
    assertThat(world.actions()).last().matches(action -> !action.getIdempotencyKey().equals(key));
  }

  @Property
  void shouldNeverOweFragmentsWhenFindsAndClaimsComeInAnyOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> steps) {
    World purse = new World(TreasureWorld.agents());
    long time = 1;
    int all = 0;
    for (int step : steps) {
      boolean claims = step > 25;
      all += claims ? 0 : step;
      purse.signal(
          Domain.PLAYER,
          PLAYER,
          time++,
          claims ? new ClaimCard("r" + time) : new FragmentsFound("t" + time, step));
      FragmentState state = purse.state(new FragmentPurse(100), PLAYER);
      assertThat(state.getFragments()).isNotNegative();
      assertThat(state.getFragments() + 100 * state.getCardsClaimed()).isEqualTo(all);
      assertThat(purse.actions(GiveReward.class)).hasSize(state.getCardsClaimed());
    }
  }
}
