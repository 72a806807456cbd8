package midgard.agent.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import midgard.agent.Agent;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.inbox.Tick;
import org.apache.avro.specific.SpecificRecord;

/**
 * The agents of one domain at work on one partition of its inbox. The same log gives the same
 * states and effects, whether Kafka Streams drives it or a replay. For one thread.
 */
public final class DomainEngine {
  private static final int TIMERS_AT_ONCE = 256;

  /** Timers of an agent that is switched off wait; they are looked at again after this. */
  private static final long POSTPONED = Duration.ofHours(1).toMillis();

  private final EngineConfig config;
  private final Stores stores;
  private final Peeks peeks;
  private final List<AgentRunner<?>> runners = new ArrayList<>();
  private final Map<String, AgentRunner<?>> byId = new HashMap<>();
  private final Map<Class<?>, List<AgentRunner<?>>> routes = new HashMap<>();

  /**
   * @param agents of all domains; those of other domains and those that are disabled are left out
   * @throws IllegalArgumentException when two of them have the same id
   */
  public DomainEngine(
      Domain domain,
      List<Agent<?>> agents,
      EngineConfig config,
      Stores stores,
      EngineListener listener) {
    this.config = config;
    this.stores = stores;
    this.peeks = new Peeks(config.ids());
    for (Agent<?> agent : agents) {
      if (agent.domain() == domain && !config.disabled().contains(agent.name())) {
        AgentRunner<?> runner = new AgentRunner<>(agent, config, listener);
        runners.add(runner);
        if (byId.put(agent.id(), runner) != null) {
          throw new IllegalArgumentException(
              "Two agents are called %s; give one a part of its own in its StateOf."
                  .formatted(agent.id()));
        }
      }
    }
  }

  /** Works one record off: every agent that cares, in the order of the list of agents. */
  public void process(InboxRecord record, Outputs outputs) {
    SpecificRecord body = (SpecificRecord) record.message().getBody();
    if (body instanceof Tick) {
      tick(record, outputs);
      return;
    }
    Moment moment = new Moment(config, stores, record, stores.lastTick(), peeks);
    if (record.key().isEmpty()) {
      for (AgentRunner<?> runner : runners) {
        runner.broadcast(body, moment, outputs);
      }
      return;
    }
    Object message = body instanceof GameEvent event ? event.getPayload() : body;
    String recipient = record.message().getRecipient();
    for (AgentRunner<?> runner : route(message.getClass())) {
      if (recipient == null || recipient.equals(runner.agent().id())) {
        runner.message(message, moment, record.key().get(), outputs);
      }
    }
  }

  private List<AgentRunner<?>> route(Class<?> message) {
    return routes.computeIfAbsent(
        message, type -> runners.stream().filter(runner -> runner.reactsTo(type)).toList());
  }

  private void tick(InboxRecord record, Outputs outputs) {
    long now = record.message().getTime();
    long before = stores.lastTick();
    if (now <= before) {
      // A clock that was set back: time stands still until it has caught up.
      return;
    }
    stores.setLastTick(now);
    Moment moment = new Moment(config, stores, record, now, peeks);
    fireTimers(now, moment, outputs);
    moment.goesBackTo("");
    for (AgentRunner<?> runner : runners) {
      runJobs(runner, before, now, moment, outputs);
    }
  }

  private void fireTimers(long now, Moment moment, Outputs outputs) {
    List<Timer> due = stores.dueTimers(now, TIMERS_AT_ONCE);
    while (!due.isEmpty()) {
      for (Timer timer : due) {
        stores.removeTimer(timer);
        AgentRunner<?> runner = byId.get(timer.agent());
        if (runner == null) {
          stores.addTimer(
              new Timer(now + POSTPONED, timer.agent(), timer.key(), timer.name(), timer.event()));
        } else {
          moment.goesBackTo(timer.event());
          runner.timer(timer, moment, outputs);
        }
      }
      due = stores.dueTimers(now, TIMERS_AT_ONCE);
    }
  }

  private <S extends SpecificRecord> void runJobs(
      AgentRunner<S> runner, long before, long now, Moment moment, Outputs outputs) {
    for (Agent.Job<S> job : runner.agent().jobs()) {
      boolean due =
          before == 0
              ? job.schedule().runsWhenNew()
              : job.schedule().next(before, config.zone()) <= now;
      if (due) {
        runner.job(job, moment, Domain.WORLD_KEY, outputs);
      }
    }
  }
}
