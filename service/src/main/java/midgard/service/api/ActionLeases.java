package midgard.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import midgard.agents.outbox.ActionRows;
import midgard.agents.outbox.Outbox;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.LeaseAction;
import midgard.schemas.outbox.OutboxState;
import midgard.service.command.Carried;
import midgard.service.command.CommandLog;
import midgard.service.http.Row;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hands actions out: proposes those that look free, most urgent and oldest first, and gives away
 * what the outbox then granted. So two who ask at once never get the same.
 */
final class ActionLeases {
  private static final Comparator<Map.Entry<String, OutboxState>> MOST_URGENT_FIRST =
      Comparator.<Map.Entry<String, OutboxState>>comparingInt(
              entry -> -entry.getValue().getAction().getPriority().ordinal())
          .thenComparingLong(entry -> entry.getValue().getAction().getCreatedAt())
          .thenComparing(Map.Entry::getKey);

  private final WorldReads world;
  private final Supplier<CommandLog> commands;

  ActionLeases(WorldReads world, Supplier<CommandLog> commands) {
    this.world = world;
    this.commands = commands;
  }

  /**
   * An action as a game server gets it.
   *
   * @param actionId the idempotency key: equal ids are one action, for ever
   * @param leaseUntil by the world's clock; null when it is only to be confirmed
   */
  record Handed(
      String actionId,
      String actionType,
      ObjectNode payload,
      Long targetPlayerId,
      String targetMap,
      String priority,
      String agent,
      Instant createdAt,
      Instant expiresAt,
      Instant leaseUntil,
      int tries,
      Cause cause) {}

  /**
   * @param actions to be done now
   * @param confirm rewards of which no word came back: the server reports completed if it did them,
   *     failed if it did not; they must not be done before they come as actions again
   */
  record Leased(List<Handed> actions, List<Handed> confirm, int total) {}

  Leased take(String server, int limit) {
    Map<String, OutboxState> open = world.all(Outbox.STATE);
    long now = world.worldTime();
    List<String> proposed =
        open.entrySet().stream()
            .filter(entry -> Outbox.isFree(entry.getValue(), server))
            .filter(entry -> entry.getValue().getAction().getExpiresAt() > now)
            .sorted(MOST_URGENT_FIRST)
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    List<Handed> granted = grant(proposed, server);
    List<Handed> confirm =
        open.values().stream()
            .filter(state -> state.getStatus() == ActionStatus.unconfirmed)
            .filter(state -> state.getServerId().equals(server))
            .limit(limit)
            .map(ActionLeases::handed)
            .toList();
    return new Leased(granted, confirm, granted.size());
  }

  private List<Handed> grant(List<String> proposed, String server) {
    if (proposed.isEmpty()) {
      return List.of();
    }
    String lease = UUID.randomUUID().toString();
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (String key : proposed) {
      sent.add(commands.get().send(Domain.WORLD, key, new LeaseAction(lease, server)));
    }
    Carried.out(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
    return proposed.stream()
        .flatMap(key -> world.state(Outbox.STATE, key).stream())
        .filter(state -> state.getLeaseId().equals(lease))
        .map(ActionLeases::handed)
        .toList();
  }

  private static Handed handed(OutboxState state) {
    GameAction action = state.getAction();
    return new Handed(
        action.getIdempotencyKey(),
        ActionRows.type(action),
        payload((SpecificRecord) action.getPayload()),
        action.getTargetPlayerId(),
        action.getTargetMap(),
        action.getPriority().name(),
        action.getAgent(),
        Instant.ofEpochMilli(action.getCreatedAt()),
        Instant.ofEpochMilli(action.getExpiresAt()),
        state.getStatus() == ActionStatus.leased
            ? Instant.ofEpochMilli(state.getLeaseUntil())
            : null,
        state.getTries(),
        action.getCause());
  }

  /** A reward of one item also says so in the two fields that game servers have always read. */
  private static ObjectNode payload(SpecificRecord record) {
    ObjectNode payload = Row.of(record);
    if (record instanceof GiveReward reward && reward.getItems().size() == 1) {
      payload.put("item_id", reward.getItems().get(0).getItemId());
      payload.put("quantity", reward.getItems().get(0).getAmount());
    }
    return payload;
  }
}
