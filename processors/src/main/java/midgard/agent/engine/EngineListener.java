package midgard.agent.engine;

import midgard.agent.Agent;

/** Watches rules at work, for metrics. Nothing it does reaches a rule. */
public interface EngineListener {
  /** Watches one agent in one partition. For one thread. */
  interface Watch {
    /** A rule begins. */
    void started();

    /**
     * The rule that began last has ended.
     *
     * @param eventTime of the message, ms UTC
     */
    void finished(long eventTime, boolean failed);
  }

  /** Watches nothing. */
  EngineListener NONE =
      agent ->
          new Watch() {
            @Override
            public void started() {}

            @Override
            public void finished(long eventTime, boolean failed) {}
          };

  /** Asked once for each agent in each partition. */
  Watch watch(Agent<?> agent);
}
