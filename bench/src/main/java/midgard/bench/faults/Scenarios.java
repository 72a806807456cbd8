package midgard.bench.faults;

import java.util.List;
import java.util.stream.Stream;
import midgard.bench.faults.scenario.AgentFails;
import midgard.bench.faults.scenario.ClockJumps;
import midgard.bench.faults.scenario.KilledWhileStarting;
import midgard.bench.faults.scenario.PoisonedRecords;
import midgard.bench.faults.scenario.StateDamaged;
import midgard.bench.faults.scenario.StateLost;
import midgard.bench.faults.scenario.WorldFrozen;
import midgard.bench.faults.scenario.WorldKilled;
import midgard.bench.faults.scenario.WorldKilledLive;

/** Every scenario, in the order in which they run. */
public final class Scenarios {
  private Scenarios() {}

  public static List<Scenario> all() {
    return Stream.concat(ofTheWorld().stream(), ServerScenarios.all().stream()).toList();
  }

  private static List<Scenario> ofTheWorld() {
    return List.of(
        new WorldKilled(),
        new WorldKilledLive(),
        new WorldFrozen(),
        new KilledWhileStarting(),
        new StateLost(),
        StateDamaged.truncated(),
        StateDamaged.flipped(),
        new ClockJumps(),
        new PoisonedRecords(),
        new AgentFails());
  }
}
