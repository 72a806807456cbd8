package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.OptionalLong;
import midgard.agents.quest.QuestView;
import midgard.agents.quest.Quests;
import midgard.schemas.quest.QuestState;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** What NPCs ask of players. */
final class QuestRoutes implements Routes {
  private static final String PATH = "/api/v1/core/quest";

  private final WorldReads world;

  QuestRoutes(WorldReads world) {
    this.world = world;
  }

  record Available(
      long playerId, List<QuestView> available, List<QuestView> active, int completed) {}

  @Override
  public void register(JavalinConfig config) {
    // Before {quest_id}: the first path that fits answers.
    config.routes.get(
        PATH + "/available",
        context -> {
          OptionalLong player = Parameters.optionalId(context, "player_id");
          if (player.isEmpty()) {
            throw ProblemException.badRequest("player_id is missing; it must be a player's id.");
          }
          context.json(available(player.getAsLong()));
        });
    config.routes.get(
        PATH + "/{quest_id}", context -> context.json(quest(context.pathParam("quest_id"))));
  }

  private Available available(long player) {
    QuestState state = state(player);
    long now = world.worldTime();
    return new Available(
        player,
        QuestView.available(player, state, now),
        QuestView.active(player, state, now),
        state.getCompleted());
  }

  private QuestView quest(String id) {
    return QuestView.playerOf(id)
        .flatMap(player -> QuestView.find(player, state(player), id, world.worldTime()))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no quest %s; open quests and a player's last 20 are known."
                        .formatted(id.length() <= 40 ? id : id.substring(0, 40) + "...")));
  }

  private QuestState state(long player) {
    return world
        .state(Quests.STATE, Long.toString(player))
        .orElseGet(() -> QuestState.newBuilder().build());
  }
}
