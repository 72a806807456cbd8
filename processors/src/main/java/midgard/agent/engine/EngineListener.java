package midgard.agent.engine;

import midgard.agent.Agent;

/** Watches rules at work, for metrics. Nothing it does reaches a rule. */
public interface EngineListener {
  /** Watches nothing. */
  EngineListener NONE =
      new EngineListener() {
        @Override
        public void started(Agent<?> agent) {}

        @Override
        public void finished(Agent<?> agent, long eventTime, boolean failed) {}
      };

  void started(Agent<?> agent);

  /**
   * @param eventTime of the message, ms UTC
   */
  void finished(Agent<?> agent, long eventTime, boolean failed);
}
