package midgard.agents.story;

import java.util.List;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.StepGoal;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.SpawnData;

/** A player who does what the world asks for, one event after the other. */
final class ChainPlayer {
  private static final int PORING_KIN = 1113;
  private static final int ENOUGH = 1000;

  private ChainPlayer() {}

  /** Does each step of the open chain of a type, until it is over. */
  static void play(Saga saga, ChainType type, long player) {
    String id = saga.chains(type).get(0).getChainId();
    for (int i = 0; i < ENOUGH; i++) {
      List<Chain> open =
          saga.chains(type).stream().filter(chain -> chain.getChainId().equals(id)).toList();
      if (open.isEmpty()) {
        return;
      }
      step(saga, open.get(0), player);
      saga.rest(2);
    }
    throw new AssertionError(id + " does not end");
  }

  private static void step(Saga saga, Chain chain, long player) {
    ChainStep step = chain.getSteps().get(chain.getCurrentStep() - 1);
    StepGoal goal = step.getSuccessCondition();
    switch (goal.getTask()) {
      case talk -> saga.talk(player, step.getNpcData().getName(), goal.getTargetMap());
      case visit ->
          saga.event(player, goal.getTargetMap(), new MapChange(Saga.FIELD, goal.getTargetMap()));
      case hunt, battle -> {
        int monster = goal.getMonsterId() == 0 ? PORING_KIN : goal.getMonsterId();
        kill(saga, player, goal.getTargetMap(), monster);
      }
    }
  }

  /** Kills what the day's problem asks for, until it is solved. */
  static void solve(Saga saga, long player) {
    for (int i = 0; i < ENOUGH && saga.problem().getStatus() == ProblemStatus.active; i++) {
      Problem problem = saga.problem();
      SpawnData spawns = problem.getSpawnData();
      int monster = spawns == null ? PORING_KIN : spawns.getMobId();
      kill(saga, player, problem.getTargetMap(), monster);
    }
    saga.rest(2);
  }

  private static void kill(Saga saga, long player, String map, int monster) {
    saga.event(player, map, MonsterKill.newBuilder().setMonsterId(monster).build());
  }
}
