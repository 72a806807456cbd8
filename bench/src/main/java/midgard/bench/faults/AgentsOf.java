package midgard.bench.faults;

import java.util.List;
import midgard.agent.Agent;
import midgard.service.config.ServiceConfig;

/** Which agents a program runs under its settings. */
@FunctionalInterface
public interface AgentsOf {
  /** Those of the shipped program. */
  AgentsOf SHIPPED = ServiceConfig::agents;

  List<Agent<?>> of(ServiceConfig config);
}
