package midgard.agents.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.StateOf;
import midgard.agent.World;
import midgard.agents.Agents;
import midgard.agents.consciousness.Consciousness;
import midgard.agents.faction.BalanceOfPower;
import midgard.agents.problem.DailyProblem;
import midgard.agents.reputation.Reputation;
import midgard.agents.storyline.Storyline;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedNote;
import midgard.schemas.storyline.StorylineState;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Players solve the day's problem, and every agent that it concerns hears of it. */
class SolvedProblemTest {
  private static final long START = World.at("2026-11-23T00:00:00Z");
  private static final long FIRST = 150001;
  private static final long SECOND = 150002;

  private final List<Agent<?>> agents = Agents.all(Settings.DEFAULTS);
  private final World world = new World(agents);

  private <S extends SpecificRecord> S state(StateOf<S> of, String key) {
    for (Agent<?> agent : agents) {
      if (agent.handle().equals(of)) {
        @SuppressWarnings("unchecked")
        Agent<S> found = (Agent<S>) agent;
        return world.state(found, key);
      }
    }
    throw new IllegalArgumentException(of.id() + " is no agent");
  }

  private Problem problem() {
    return state(DailyProblem.STATE, Domain.WORLD_KEY).getCurrent();
  }

  private void kill(long time, long player, String map, int monster) {
    MonsterKill kill = MonsterKill.newBuilder().setMonsterId(monster).build();
    var event = Events.event(time, player, map, kill);
    world.event(Domain.PLAYER, Long.toString(player), event);
    world.event(Domain.MAP, map, event);
  }

  private void solve() {
    world.tick(START);
    long time = START;
    for (int i = 0; problem().getStatus() == ProblemStatus.active && i < 5000; i++) {
      time += 1000;
      Problem problem = problem();
      int monster = problem.getSpawnData() == null ? 1002 : problem.getSpawnData().getMobId();
      kill(time, i % 2 == 0 ? FIRST : SECOND, problem.getTargetMap(), monster);
      world.tick(time + 500);
    }
    world.tick(time + 60_000);
    world.tick(time + 120_000);
  }

  @Test
  void shouldPayEachOnceAndMoveTheStoryWhenTheProblemIsSolved() {
    solve();

    Problem problem = problem();
    assertThat(world.failures()).isEmpty();
    assertThat(problem.getStatus()).isEqualTo(ProblemStatus.completed);
    List<Long> paid = new ArrayList<>();
    for (GameAction action : world.actions()) {
      if (action.getIdempotencyKey().startsWith("problem:" + problem.getProblemId() + ":player:")) {
        paid.add(((GiveReward) action.getPayload()).getPlayerId());
      }
    }
    assertThat(paid).containsExactlyInAnyOrder(FIRST, SECOND);
    for (long player : List.of(FIRST, SECOND)) {
      assertThat(
              state(Reputation.STATE, Long.toString(player))
                  .getMerits()
                  .get(ReputationKind.world_guardian.ordinal())
                  .getPoints())
          .isGreaterThanOrEqualTo(100);
    }
    StorylineState story = state(Storyline.STATE, Domain.WORLD_KEY);
    assertThat(story.getDeeds()).extracting(DeedNote::getId).contains(problem.getProblemId());
    assertThat(story.getArc().getChapters().get(0).getPoints()).isGreaterThanOrEqualTo(30);
    assertThat(story.getParticipants())
        .extracting(entry -> entry.getPlayerId())
        .containsExactly(FIRST, SECOND);
    assertThat(state(Consciousness.STATE, Domain.WORLD_KEY).getPast())
        .anySatisfy(
            past -> {
              assertThat(past.getId()).isEqualTo(problem.getProblemId());
              assertThat(past.getPlayers()).contains(FIRST, SECOND);
            });
    assertThat(world.signals(Deed.class))
        .filteredOn(deed -> deed.getKind() == DeedKind.problem && deed.getOutcome() != null)
        .hasSize(1);
  }

  @Test
  void shouldMoveAFactionWhenAStoryOrAChainSaysSo() {
    world.tick(START);
    FactionShift shift = new FactionShift("nature_spirits", 250_000, "a story", "story-1");
    world.signal(Domain.WORLD, Domain.WORLD_KEY, START + 1, shift);

    assertThat(state(BalanceOfPower.STATE, Domain.WORLD_KEY).getScores())
        .extracting(score -> score.getScoreMilli())
        .containsExactly(0L, 0L, 250_000L);
  }
}
