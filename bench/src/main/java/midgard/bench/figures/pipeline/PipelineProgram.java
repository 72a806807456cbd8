package midgard.bench.figures.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Settings;
import midgard.agents.Agents;
import midgard.bench.process.LoggingSetup;
import midgard.bench.traffic.Traffic;
import midgard.bench.traffic.TrafficOptions;
import midgard.schemas.event.GameEvent;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** One variant in a JVM of its own, so that neither warms up or clutters the other's. */
public final class PipelineProgram implements Callable<Integer> {
  @Option(names = "--bare")
  private boolean bare;

  @Option(names = "--changes", description = "Of bare: changes per million inbox messages.")
  private long changes;

  @Option(names = "--signals", description = "Of bare: signals per million inbox messages.")
  private long signals;

  @Option(names = "--folder", required = true)
  private Path folder;

  @Option(names = "--events", required = true, description = "In each round.")
  private int events;

  @Option(names = "--rounds", required = true)
  private int rounds;

  @Option(names = "--players", required = true)
  private int players;

  @Option(names = "--threads", required = true)
  private int threads;

  @Option(names = "--seed", required = true)
  private long seed;

  @Option(names = "--agents", split = ",", description = "Default: all.")
  private Set<AgentName> agents = EnumSet.noneOf(AgentName.class);

  private PipelineProgram() {}

  public static void main(String[] args) {
    LoggingSetup.quiet();
    System.exit(new CommandLine(new PipelineProgram()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = System.out;
    Iterator<GameEvent> traffic =
        new Traffic(TrafficOptions.of(players, seed).from(System.currentTimeMillis()));
    try (PipelineWorld world = world()) {
      for (int i = 0; i < rounds; i++) {
        out.println(new ObjectMapper().writeValueAsString(world.round(traffic, events)));
      }
    }
    return 0;
  }

  private PipelineWorld world() throws Exception {
    return bare
        ? PipelineWorld.bare(folder, threads, asked(), new BareTopology.Effects(changes, signals))
        : PipelineWorld.whole(folder, threads, asked());
  }

  private List<Agent<?>> asked() {
    List<Agent<?>> all = Agents.all(Settings.DEFAULTS);
    return agents.isEmpty()
        ? all
        : all.stream().filter(agent -> agents.contains(agent.name())).toList();
  }
}
