package midgard.service;

import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import midgard.schemas.topic.Topics;
import midgard.service.command.CommandLog;
import midgard.service.config.ServiceConfig;
import midgard.service.http.Late;
import midgard.service.models.ModelWorker;
import midgard.service.produce.Intake;
import midgard.sql.Database;
import midgard.sql.Projection;
import midgard.sql.Retention;
import midgard.stack.EmbeddedStack;
import midgard.topology.WorldRuntime;

/**
 * What a running service is made of. The servers hold it from the first second on; what is late may
 * still be starting, or gone already while the service stops.
 *
 * @param stack the embedded servers; addresses of external ones too
 * @param retention not there in a world whose time is fed to it
 * @param models there only when a provider's key is set
 */
public record Parts(
    ServiceConfig config,
    Clock clock,
    MetricRegistry metrics,
    Late<EmbeddedStack> stack,
    Late<Topics> topics,
    Late<WorldRuntime> world,
    Late<Intake> intake,
    Late<CommandLog> commands,
    Late<Database> database,
    Late<Projection> projection,
    Late<Retention> retention,
    Late<ModelWorker> models) {

  static Parts of(ServiceConfig config, Clock clock) {
    return new Parts(
        config,
        clock,
        new MetricRegistry(),
        new Late<>("local stack"),
        new Late<>("catalogue of topics"),
        new Late<>("world"),
        new Late<>("intake of events"),
        new Late<>("intake of commands"),
        new Late<>("database"),
        new Late<>("projection"),
        new Late<>("retention"),
        new Late<>("language models' worker"));
  }
}
