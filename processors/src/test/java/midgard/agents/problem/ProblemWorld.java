package midgard.agents.problem;

import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemState;
import midgard.schemas.problem.ProblemType;
import midgard.schemas.world.WorldFigures;

/** A world of 20 players at level 60, whose first problem began at {@link #START}. */
final class ProblemWorld {
  static final long START = World.at("2026-11-22T00:00:00Z");
  static final String MAP = "prt_fild08";

  final World world;

  private ProblemWorld(World world) {
    this.world = world;
  }

  /** The first of the seeds from 1 on whose first problem is of the type. */
  static ProblemWorld of(ProblemType type) {
    List<Agent<?>> agents = ProblemAgents.of(Settings.DEFAULTS);
    for (long seed = 1; seed <= 1000; seed++) {
      ProblemWorld found = new ProblemWorld(new World(agents, Set.of(), seed));
      found.figures(60, 20);
      found.world.tick(START);
      if (found.problem().getProblemType() == type) {
        return found;
      }
    }
    throw new IllegalStateException("1000 worlds, and none begins with " + type);
  }

  void figures(int level, int online) {
    world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        START,
        new WorldFigures(online, level, 0L, List.of(), 0L, List.of(MAP), List.of()));
  }

  ProblemState state() {
    return world.state(new DailyProblem(), Domain.WORLD_KEY);
  }

  Problem problem() {
    return state().getCurrent();
  }

  void kills(long after, long player, int monster, int times) {
    for (int i = 0; i < times; i++) {
      kill(MAP, after, player, monster);
    }
  }

  void kill(String map, long after, long player, int monster) {
    MonsterKill kill = MonsterKill.newBuilder().setMonsterId(monster).build();
    world.event(Domain.MAP, map, Events.event(START + after, player, map, kill));
  }

  void mvp(long after, long player, int mvp) {
    MvpKill kill = MvpKill.newBuilder().setMvpId(mvp).build();
    world.event(Domain.MAP, MAP, Events.event(START + after, player, MAP, kill));
  }
}
