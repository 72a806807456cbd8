package midgard.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import midgard.agents.outbox.Outbox;
import midgard.agents.outbox.OutboxRules;
import midgard.schemas.Domain;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.EmergencyStop;
import midgard.schemas.outbox.OutboxLimits;
import midgard.schemas.outbox.OutboxState;
import midgard.schemas.outbox.ReportAction;
import midgard.service.command.Carried;
import midgard.service.command.CommandLog;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** What game servers are to do: they fetch it here and say what became of it. */
final class ActionRoutes implements Routes {
  private static final String DEFAULT_SERVER = "default";
  private static final int LONGEST_ID = 32;
  private static final int LONGEST_MESSAGE = 500;
  private static final int AT_ONCE = 5;
  private static final int MOST_AT_ONCE = 100;
  private static final Set<String> STATUSES = Set.of("completed", "failed");

  private final WorldReads world;
  private final Supplier<CommandLog> commands;
  private final ActionLeases leases;

  ActionRoutes(WorldReads world, Supplier<CommandLog> commands) {
    this.world = world;
    this.commands = commands;
    this.leases = new ActionLeases(world, commands);
  }

  /**
   * @param known false: no such action, or it ended more than a minute ago; nothing was changed
   * @param status how the action stands now
   */
  record Reported(String actionId, boolean known, String status, String message) {}

  /**
   * @param stopped nothing is handed out
   * @param open how many actions stand how
   */
  record Standing(boolean stopped, String reason, Map<String, Long> open, long takenThisHour) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/api/v1/actions/pending", this::pending);
    config.routes.post("/api/v1/actions/complete", this::complete);
    config.routes.get("/api/v1/actions/status", context -> context.json(standing()));
    config.routes.post("/api/v1/actions/emergency-stop", this::stop);
  }

  private void pending(Context context) {
    String server = Parameters.text(context, "server_id").orElse(DEFAULT_SERVER);
    if (server.length() > LONGEST_ID) {
      throw Parameters.bad("server_id", server, "at most %d characters".formatted(LONGEST_ID));
    }
    int limit = Parameters.number(context, "limit", AT_ONCE, 1, MOST_AT_ONCE);
    context.json(leases.take(server, limit));
  }

  private void complete(Context context) {
    JsonNode body = Bodies.object(context);
    String id = Bodies.text(body, "action_id", 1, 256);
    String status = Bodies.text(body, "status", 1, 20);
    if (!STATUSES.contains(status)) {
      throw Parameters.bad("status", status, "completed or failed");
    }
    String server = Bodies.text(body, "server_id", 1, LONGEST_ID, DEFAULT_SERVER);
    String message = Bodies.text(body, "message", 0, LONGEST_MESSAGE, "");
    OutboxState before = world.state(Outbox.STATE, id).orElseGet(Outbox.STATE::initial);
    if (before.getAction() == null) {
      context.json(new Reported(id, false, "unknown", "No open action has this id."));
      return;
    }
    if (!Outbox.isOver(before)) {
      Carried.out(
          commands
              .get()
              .send(
                  Domain.WORLD, id, new ReportAction(server, status.equals("completed"), message)));
    }
    OutboxState after = world.state(Outbox.STATE, id).orElse(before);
    context.json(new Reported(id, true, after.getStatus().name(), after.getMessage()));
  }

  private Standing standing() {
    Map<String, Long> open = new TreeMap<>();
    for (ActionStatus status : ActionStatus.values()) {
      open.put(status.name(), 0L);
    }
    world
        .all(Outbox.STATE)
        .forEach((key, state) -> open.merge(state.getStatus().name(), 1L, Long::sum));
    OutboxLimits limits =
        world
            .shared(Outbox.STATE, OutboxLimits.class)
            .orElseGet(() -> OutboxLimits.newBuilder().build());
    boolean thisHour = limits.getHour() == OutboxRules.hour(world.worldTime());
    return new Standing(
        limits.getStopped(), limits.getStopReason(), open, thisHour ? limits.getTaken() : 0);
  }

  private void stop(Context context) {
    JsonNode body = Bodies.object(context);
    JsonNode stopped = body.path("stopped");
    if (!stopped.isBoolean()) {
      throw ProblemException.badRequest("stopped must be true (stop) or false (go on).");
    }
    String reason = Bodies.text(body, "reason", 0, LONGEST_MESSAGE, "");
    Carried.out(
        commands.get().broadcast(Domain.WORLD, new EmergencyStop(stopped.asBoolean(), reason)));
    context.json(standing());
  }
}
