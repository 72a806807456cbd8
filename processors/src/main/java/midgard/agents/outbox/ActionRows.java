package midgard.agents.outbox;

import java.time.Instant;
import java.util.Locale;
import midgard.agent.Context;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GameAction;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.GameActionRow;
import midgard.schemas.outbox.OutboxState;

/** What the database and who asked get to see of an action. */
public final class ActionRows {
  private ActionRows() {}

  /** The type as game servers know it: {@code SpawnMonster} is {@code spawn_monster}. */
  public static String type(GameAction action) {
    return action
        .getPayload()
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  static GameActionRow of(OutboxState state) {
    return row(
        state.getAction(),
        state.getServerId().isEmpty() ? null : state.getServerId(),
        state.getStatus(),
        state.getTries(),
        state.getMessage(),
        state.getEndedAt() == 0 ? null : Instant.ofEpochMilli(state.getEndedAt()));
  }

  static GameActionRow refused(GameAction action, String why, long time) {
    return row(action, null, ActionStatus.refused, 0, why, Instant.ofEpochMilli(time));
  }

  private static GameActionRow row(
      GameAction action,
      String server,
      ActionStatus status,
      int tries,
      String message,
      Instant endedAt) {
    return new GameActionRow(
        action.getIdempotencyKey(),
        action.getActionId(),
        type(action),
        action.getAgent(),
        action.getPriority().name(),
        action.getTargetPlayerId(),
        action.getTargetMap(),
        server,
        status,
        tries,
        message,
        Instant.ofEpochMilli(action.getCreatedAt()),
        Instant.ofEpochMilli(action.getExpiresAt()),
        endedAt);
  }

  /** Tells the agent that asked; one that asked before agents were told of results is not known. */
  static void answer(GameAction action, ActionResult result, Context<?> context) {
    if (!action.getDomain().isEmpty()) {
      context.answer(
          Domain.valueOf(action.getDomain().toUpperCase(Locale.ROOT)),
          action.getKey(),
          action.getAgent(),
          result);
    }
  }
}
