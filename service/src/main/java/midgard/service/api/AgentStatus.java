package midgard.service.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.service.metrics.AgentActivity;

/** How each of the 21 agents is, in the requirement's order. */
public final class AgentStatus {
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Below one message in ten minutes, by a mean that fades over one. */
  private static final double BUSY_PER_MINUTE = 0.1;

  /** From one failed message in so many on, an agent counts as failing. */
  private static final long FAILING_ONE_IN = 100;

  private final List<Agent<?>> agents;
  private final Set<AgentName> disabled;
  private final AgentActivity activity;
  private final Clock clock;
  private final Instant startedAt;
  private final LongSupplier worldTime;
  private final IdleReason idle;
  private final AtomicReference<All> last = new AtomicReference<>();

  /**
   * @param worldTime of the last tick, ms UTC; 0 while it is not known
   * @param zone of the clock's jobs
   */
  public AgentStatus(
      List<Agent<?>> agents,
      Set<AgentName> disabled,
      AgentActivity activity,
      Clock clock,
      LongSupplier worldTime,
      ZoneId zone) {
    this.agents = List.copyOf(agents);
    this.disabled = Set.copyOf(disabled);
    this.activity = activity;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.worldTime = worldTime;
    this.idle = new IdleReason(zone);
  }

  /**
   * One agent. The counts are of this process, since it started.
   *
   * @param status active; disabled: switched off by its flag; planned: not built yet; failing: at
   *     least one in a hundred messages failed
   * @param domains where it works
   * @param lastEventAt event time of the last message; null: none yet
   * @param ratePerMinute mean of the last minute
   * @param meanMs mean time of a message
   * @param uptimeSeconds 0 for one that does not work
   * @param idleReason what it waits for; null while it works
   */
  public record Entry(
      String name,
      String id,
      String status,
      List<String> domains,
      Instant lastEventAt,
      long processed,
      long failures,
      double ratePerMinute,
      double meanMs,
      long uptimeSeconds,
      String idleReason) {}

  /**
   * @param active how many work, failing ones too
   */
  public record All(List<Entry> agents, int total, int active, Instant timestamp) {}

  /** All of them, as they were within the last second: summing them up costs more than asking. */
  public All all() {
    All known = last.get();
    if (known == null
        || Duration.between(known.timestamp(), clock.instant()).abs().compareTo(FRESH) >= 0) {
      known = count();
      last.set(known);
    }
    return known;
  }

  private All count() {
    List<Entry> entries = AgentName.ofRequirement().stream().map(this::entry).toList();
    int active =
        (int)
            entries.stream()
                .filter(
                    entry -> entry.status().equals("active") || entry.status().equals("failing"))
                .count();
    return new All(entries, entries.size(), active, clock.instant());
  }

  private Entry entry(AgentName name) {
    List<Agent<?>> parts = agents.stream().filter(agent -> agent.name() == name).toList();
    AgentActivity.Work work = activity.of(parts.stream().map(Agent::id).toList());
    String status = status(name, parts, work);
    boolean works = status.equals("active") || status.equals("failing");
    return new Entry(
        title(name),
        name.id(),
        status,
        parts.stream().map(part -> part.domain().id()).distinct().toList(),
        instant(work.lastEventAt()),
        work.processed(),
        work.failures(),
        rounded(work.perMinute()),
        rounded(work.meanMillis()),
        works ? Duration.between(startedAt, clock.instant()).toSeconds() : 0,
        idleReason(name, parts, work, works));
  }

  private String idleReason(
      AgentName name, List<Agent<?>> parts, AgentActivity.Work work, boolean works) {
    if (disabled.contains(name)) {
      return "disabled by " + name.flag();
    }
    if (!works || work.perMinute() >= BUSY_PER_MINUTE) {
      return null;
    }
    long now = worldTime.getAsLong();
    return now == 0 ? "the world is starting" : idle.of(parts, work.lastEventAt(), now);
  }

  private String status(AgentName name, List<Agent<?>> parts, AgentActivity.Work work) {
    if (parts.isEmpty()) {
      return "planned";
    }
    if (disabled.contains(name)) {
      return "disabled";
    }
    boolean failing = work.failures() > 0 && work.failures() * FAILING_ONE_IN >= work.processed();
    return failing ? "failing" : "active";
  }

  /** The name for people: WORLD_EVENT is "World Event", DYNAMIC_NPC is "Dynamic NPC". */
  static String title(AgentName name) {
    List<String> words = new ArrayList<>();
    for (String word : name.name().split("_")) {
      words.add(
          word.equals("NPC") ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
    }
    return words.stream().collect(Collectors.joining(" "));
  }

  private static Instant instant(OptionalLong millis) {
    return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : null;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
