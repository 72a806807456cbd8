package midgard.agents.problem;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.problem.Contribution;
import midgard.schemas.problem.OpenProblem;
import midgard.schemas.problem.ProblemClosed;
import midgard.schemas.problem.ProblemOpened;
import midgard.schemas.problem.ProblemProgress;
import midgard.schemas.problem.TargetMapState;

/**
 * Counts the kills that solve the open problem, and tells the world at every tick that follows
 * some. All maps know the problem, so that a kill on any other map reads no state.
 */
public final class TargetMap extends Agent<TargetMapState> {
  public static final StateOf<TargetMapState> STATE =
      StateOf.of(AgentName.PROBLEM, Domain.MAP, TargetMapState.class);

  private static final String TELL = "tell";

  private final Shared<OpenProblem> open;

  public TargetMap() {
    super(STATE);
    open = share(OpenProblem.class, () -> OpenProblem.newBuilder().build());
    onBroadcast(open, ProblemOpened.class, TargetMap::open);
    onBroadcast(open, ProblemClosed.class, TargetMap::close);
    on(MonsterKill.class, this::kill);
    on(MvpKill.class, this::mvpKill);
    onTimer(TELL, (due, context) -> tell(context));
  }

  private static void open(ProblemOpened opened, OpenProblem open) {
    open.setProblemId(opened.getProblemId());
    open.setTargetMap(opened.getTargetMap());
    open.setMobId(opened.getMobId());
    open.setCreatedAt(opened.getCreatedAt());
    open.setExpiresAt(opened.getExpiresAt());
  }

  private static void close(ProblemClosed closed, OpenProblem open) {
    if (closed.getProblemId().equals(open.getProblemId())) {
      open.setProblemId("");
      open.setTargetMap("");
    }
  }

  private void kill(MonsterKill kill, Context<TargetMapState> context) {
    OpenProblem problem = context.shared(open);
    if (counts(problem, context) && isWanted(problem, kill.getMonsterId())) {
      add(problem, 1, 0, ProblemRules.POINTS_PER_KILL, context);
    }
  }

  private void mvpKill(MvpKill kill, Context<TargetMapState> context) {
    OpenProblem problem = context.shared(open);
    if (counts(problem, context)) {
      // The same kill came as a monster_kill too, and may have earned its point there.
      int counted = isWanted(problem, kill.getMvpId()) ? ProblemRules.POINTS_PER_KILL : 0;
      add(problem, 0, 1, ProblemRules.POINTS_PER_MVP - counted, context);
    }
  }

  private static boolean counts(OpenProblem problem, Context<TargetMapState> context) {
    return problem.getTargetMap().equals(context.key())
        && context.event().getPlayerId() > 0
        && context.time() >= problem.getCreatedAt()
        && context.time() < problem.getExpiresAt();
  }

  private static boolean isWanted(OpenProblem problem, int monster) {
    return problem.getMobId() == 0 || problem.getMobId() == monster;
  }

  private static void add(
      OpenProblem problem, int kills, int mvpKills, int points, Context<TargetMapState> context) {
    TargetMapState state = context.state();
    if (!state.getProblemId().equals(problem.getProblemId())) {
      state.setProblemId(problem.getProblemId());
      state.setContributions(new ArrayList<>());
    }
    long player = context.event().getPlayerId();
    Contributions.add(
        state.getContributions(), new Contribution(player, kills, mvpKills, (long) points));
    context.wakeAt(context.clock() + 1, TELL);
  }

  private static void tell(Context<TargetMapState> context) {
    TargetMapState state = context.state();
    if (state.getContributions().isEmpty()) {
      return;
    }
    List<Contribution> told = state.getContributions();
    state.setContributions(new ArrayList<>());
    context.signal(Domain.WORLD, Domain.WORLD_KEY, new ProblemProgress(state.getProblemId(), told));
  }
}
