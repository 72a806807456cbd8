package midgard.agents.consciousness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.World;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.PastHappening;
import midgard.schemas.consciousness.PlanStep;
import midgard.schemas.consciousness.ReasoningChain;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import org.junit.jupiter.api.Test;

class ConsciousnessTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");
  private static final long HOUR = 3_600_000L;

  private final Consciousness deep =
      new Consciousness(new ConsciousnessRules(ReasoningDepth.DEEP, true));
  private final World world = new World(List.of(deep)).tick(START);

  private static Happening happening(String id, int importance, long after, long ends) {
    return new Happening(
        "problem",
        id,
        "Something is up: " + id,
        "geffen",
        importance,
        START + after,
        ends == 0 ? 0 : START + ends);
  }

  private void tell(org.apache.avro.specific.SpecificRecord signal, long after) {
    world.signal(Domain.WORLD, Domain.WORLD_KEY, START + after, signal);
  }

  private ConsciousnessState state() {
    return world.state(deep, Domain.WORLD_KEY);
  }

  @Test
  void shouldPutWhatIsMostImportantFirstWhenSeveralThingsGoOn() {
    tell(happening("a", 3, 0, 0), 0);
    tell(happening("b", 9, 1, 0), 1);
    tell(happening("c", 99, 2, 0), 2);

    assertThat(state().getPresent()).extracting(Happening::getId).containsExactly("c", "b", "a");
    assertThat(state().getPresent().get(0).getImportance()).isEqualTo(10);
  }

  @Test
  void shouldMoveToThePastWhenItsTimeIsOver() {
    tell(happening("a", 3, 0, HOUR), 0);
    world.tick(START + HOUR - 1);
    assertThat(state().getPast()).isEmpty();

    world.tick(START + HOUR);

    assertThat(state().getPresent()).isEmpty();
    assertThat(state().getPast())
        .extracting(PastHappening::getEndedAt)
        .containsExactly(START + HOUR);
  }

  @Test
  void shouldStayOverWhenTheEndIsToldBeforeTheBeginning() {
    tell(new HappeningEnded("problem", "a"), 10);
    tell(happening("a", 3, 5, 0), 11);

    assertThat(state().getPresent()).isEmpty();
  }

  @Test
  void shouldGoOnWhenItBeginsAgainAfterItsEnd() {
    tell(happening("a", 3, 0, 0), 0);
    tell(new HappeningEnded("problem", "a"), 10);
    tell(happening("a", 3, 20, 0), 20);

    assertThat(state().getPresent()).hasSize(1);
    assertThat(state().getPast()).hasSize(1);
  }

  @Test
  void shouldNamePlayersWhenADeedEndsWhatWentOn() {
    tell(happening("a", 3, 0, HOUR), 0);
    Deed deed =
        new Deed(
            DeedKind.problem,
            "a",
            "Monster Surge Day 22",
            "geffen",
            List.of(new DeedShare(150001L, 5), new DeedShare(150002L, 1)),
            6L,
            DeedOutcome.success);
    tell(deed, 100);
    tell(deed, 101);
    tell(new HappeningEnded("problem", "a"), 102);

    assertThat(state().getPresent()).isEmpty();
    assertThat(state().getPast()).hasSize(1);
    PastHappening past = state().getPast().get(0);
    assertThat(past.getPlayers()).containsExactly(150001L, 150002L);
    assertThat(past.getText())
        .isEqualTo("Monster Surge Day 22 at geffen was brought to a good end.");
  }

  @Test
  void shouldAddAPlayerToWhatIsOverWhenOnlyAShareIsTold() {
    tell(happening("a", 3, 0, 50), 0);
    world.tick(START + 1000);
    tell(
        Deed.newBuilder()
            .setKind(DeedKind.problem)
            .setId("a")
            .setPlayers(List.of(new DeedShare(150003L, 2)))
            .build(),
        2000);

    assertThat(state().getPast()).hasSize(1);
    assertThat(state().getPast().get(0).getPlayers()).containsExactly(150003L);
    assertThat(state().getPast().get(0).getText()).isEqualTo("Something is up: a");
  }

  @Test
  void shouldPlanTheNextThreeEndsWhenMoreAreSet() {
    for (int i = 1; i <= 5; i++) {
      tell(happening("h" + i, i, i, (6 - i) * HOUR), i);
    }

    assertThat(state().getPlan()).extracting(PlanStep::getId).containsExactly("h5", "h4", "h3");
    assertThat(world.changes(ReasoningChain.class)).hasSize(5);
    ReasoningChain last = world.changes(ReasoningChain.class).get(4);
    assertThat(last.getConfidenceMilli()).isEqualTo(700);
    assertThat(last.getSteps()).hasSize(3);
  }

  @Test
  void shouldTrustAPlanAsMuchAsTheLastOnesCameTrue() {
    tell(happening("a", 3, 0, HOUR), 0);
    tell(new HappeningEnded("problem", "a"), 10);
    tell(happening("b", 3, 0, HOUR), 20);
    world.tick(START + HOUR);
    tell(happening("c", 3, HOUR, 3 * HOUR), HOUR + 5);

    List<ReasoningChain> chains = world.changes(ReasoningChain.class);
    assertThat(chains.get(chains.size() - 1).getConfidenceMilli()).isEqualTo(500);
  }

  @Test
  void shouldKeepOnlyThePresentWhenReasoningIsShallow() {
    Consciousness shallow = new Consciousness(new ConsciousnessRules(ReasoningDepth.SHALLOW, true));
    World world = new World(List.of(shallow)).tick(START);
    world.signal(Domain.WORLD, Domain.WORLD_KEY, START, happening("a", 3, 0, HOUR));
    world.tick(START + HOUR);

    assertThat(world.state(shallow, Domain.WORLD_KEY).getPast()).isEmpty();
    assertThat(world.changes(ReasoningChain.class)).isEmpty();
  }

  @Test
  void shouldMakeNoPlansWhenPlanningIsSwitchedOff() {
    Consciousness unplanned = new Consciousness(new ConsciousnessRules(ReasoningDepth.DEEP, false));
    World world = new World(List.of(unplanned)).tick(START);
    world.signal(Domain.WORLD, Domain.WORLD_KEY, START, happening("a", 3, 0, HOUR));
    world.tick(START + HOUR);

    assertThat(world.state(unplanned, Domain.WORLD_KEY).getPlan()).isEmpty();
    assertThat(world.state(unplanned, Domain.WORLD_KEY).getPast()).hasSize(1);
  }

  @Test
  void shouldTellTheNpcsOnceAMinuteWhenMuchChanges() {
    for (int i = 0; i < 120; i++) {
      tell(happening("h" + i % 7, 3, i * 1000L, 0), i * 1000L);
      world.tick(START + (i + 1) * 1000L);
    }

    List<WorldMood> moods = world.signals(WorldMood.class);
    assertThat(moods).hasSize(2);
    assertThat(moods.get(1).getToldAt() - moods.get(0).getToldAt()).isGreaterThanOrEqualTo(60_000);
  }

  @Test
  void shouldTellTheNpcsNothingWhenNothingIsNew() {
    tell(happening("a", 3, 0, 0), 0);
    world.tick(START + 1000);
    tell(happening("a", 3, 0, 0), 70_000);
    world.tick(START + 71_000);

    assertThat(world.signals(WorldMood.class)).hasSize(1);
    assertThat(world.signals(WorldMood.class).get(0).getLines())
        .extracting(MoodLine::getText)
        .containsExactly("Something is up: a");
  }

  @Test
  void shouldForgetAfterSevenDays() {
    tell(happening("a", 3, 0, 50), 0);
    world.tick(START + 100);
    tell(happening("b", 3, 8 * 24 * HOUR, 0), 8 * 24 * HOUR);

    assertThat(state().getPast()).isEmpty();
    assertThat(state().getEnded()).isEmpty();
  }

  @Test
  void shouldShowAsOverWhatIsOverWhenNoTickHasCome() {
    tell(happening("a", 3, 0, HOUR), 0);

    ConsciousnessView view = ConsciousnessView.of(state(), START + HOUR);

    assertThat(view.present()).isEmpty();
    assertThat(view.plan()).isEmpty();
    assertThat(view.past()).extracting(ConsciousnessView.Then::id).containsExactly("a");
    assertThat(view.depth()).isEqualTo("deep");
  }

  @Test
  void shouldCutATextWhenItIsLong() {
    tell(new Happening("arc", "a", "x".repeat(500), "", 5, START, 0L), 0);

    assertThat(state().getPresent().get(0).getText()).hasSize(200).endsWith("…");
  }
}
