package midgard.service.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Schedule;

/** The jobs of the world's clock and when they are due next. */
final class SchedulerStatus {
  private final WorldReads world;
  private final List<Agent<?>> agents;
  private final Set<AgentName> disabled;
  private final ZoneId zone;

  SchedulerStatus(WorldReads world, List<Agent<?>> agents, Set<AgentName> disabled, ZoneId zone) {
    this.world = world;
    this.agents = List.copyOf(agents);
    this.disabled = Set.copyOf(disabled);
    this.zone = zone;
  }

  record Job(String id, String name, String agent, String schedule, Instant nextRunTime) {}

  /**
   * @param running whether the world's clock has ticked
   * @param worldTime of the last tick
   * @param jobs the next due first; those of agents that are switched off are left out
   */
  record All(boolean running, Instant worldTime, String timeZone, List<Job> jobs) {}

  All all() {
    long now = world.worldTime();
    List<Job> jobs = new ArrayList<>();
    for (Agent<?> agent : agents) {
      if (!disabled.contains(agent.name())) {
        agent.jobs().forEach(job -> jobs.add(job(agent, job, now)));
      }
    }
    jobs.sort(Comparator.comparing(Job::nextRunTime).thenComparing(Job::id));
    return new All(
        true, Instant.ofEpochMilli(now), zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(), jobs);
  }

  private Job job(Agent<?> agent, Agent.Job<?> job, long now) {
    return new Job(
        job.name(),
        job.name().replace('_', ' '),
        agent.name().id(),
        words(job.schedule()),
        Instant.ofEpochMilli(job.schedule().next(now, zone)));
  }

  private static String words(Schedule schedule) {
    if (schedule instanceof Schedule.Daily daily) {
      return "daily at " + daily.at();
    }
    return "every " + ((Schedule.Every) schedule).period().toSeconds() + " s";
  }
}
