package midgard.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import java.util.List;
import midgard.agents.social.GuildHall;
import midgard.agents.social.SocialCalendar;
import midgard.agents.social.SocialView;
import midgard.schemas.Domain;
import midgard.schemas.social.GuildTaskRow;
import midgard.schemas.social.SocialEvent;
import midgard.schemas.social.SocialStatus;
import midgard.service.http.Routes;
import midgard.service.http.Row;

/** The gatherings that run, and a guild's tasks of the day. */
final class SocialRoutes implements Routes {
  private static final String PATH = "/api/v1/economy_social/social";

  private final WorldReads world;

  SocialRoutes(WorldReads world) {
    this.world = world;
  }

  record Events(List<ObjectNode> events, int total, int activeCount) {}

  record Tasks(List<ObjectNode> tasks, int total, long activeCount) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/events/active", context -> context.json(events()));
    config.routes.get(
        PATH + "/guild-tasks/{guild_id}",
        context -> context.json(tasks(Parameters.id(context, "guild_id"))));
  }

  private Events events() {
    List<SocialEvent> active =
        world
            .state(SocialCalendar.STATE, Domain.WORLD_KEY)
            .map(state -> SocialView.active(state, world.worldTime()))
            .orElse(List.of());
    return new Events(active.stream().map(Row::of).toList(), active.size(), active.size());
  }

  /** None for a guild that was never seen. */
  private Tasks tasks(long guild) {
    List<GuildTaskRow> tasks =
        world
            .state(GuildHall.STATE, GuildHall.key(guild))
            .map(state -> SocialView.tasks(state, world.worldTime()))
            .orElse(List.of());
    long active = tasks.stream().filter(task -> task.getStatus() == SocialStatus.active).count();
    return new Tasks(tasks.stream().map(Row::of).toList(), tasks.size(), active);
  }
}
