package midgard.service.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import midgard.schemas.event.Reason;
import midgard.service.http.Json;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;
import midgard.sql.history.EconomyHistory;
import midgard.sql.history.LedgerCursor;
import midgard.sql.history.LedgerHistory;
import midgard.sql.history.LedgerPage;
import midgard.sql.history.LedgerQuery;

/** What was, from the database: the course of the economy and the zeny ledger. */
final class HistoryRoutes implements Routes {
  private static final String PATH = "/api/v1/economy_social";
  private static final int DAYS_BY_DEFAULT = 7;
  private static final int MOST_DAYS = 3650;
  private static final int POINTS_BY_DEFAULT = 500;
  private static final int ENTRIES_BY_DEFAULT = 100;

  private final WorldReads world;
  private final Supplier<EconomyHistory> economy;
  private final Supplier<LedgerHistory> ledger;

  HistoryRoutes(
      WorldReads world, Supplier<EconomyHistory> economy, Supplier<LedgerHistory> ledger) {
    this.world = world;
    this.economy = economy;
    this.ledger = ledger;
  }

  record Course(List<JsonNode> snapshots, int total, int periodDays, Instant timestamp) {}

  /**
   * @param next what to give as {@code after} for the next page; null on the last
   */
  record Entries(List<JsonNode> entries, int total, String next, Instant timestamp) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/economy/history", context -> context.json(course(context)));
    for (String path : List.of(PATH + "/ledger", PATH + "/economy/ledger")) {
      config.routes.get(path, context -> context.json(entries(context)));
    }
  }

  private Course course(Context context) {
    int days = Parameters.number(context, "days", DAYS_BY_DEFAULT, 1, MOST_DAYS);
    int points =
        Parameters.number(context, "points", POINTS_BY_DEFAULT, 1, EconomyHistory.MAX_POINTS);
    // The world's own time: a session that is fed may lie in the past.
    Instant to = Instant.ofEpochMilli(world.worldTime()).plusMillis(1);
    List<JsonNode> snapshots =
        economy.get().between(to.minus(Duration.ofDays(days)), to, points).stream()
            .map(point -> withJson(point, "top_farmed_items", "scarce_items"))
            .toList();
    return new Course(snapshots, snapshots.size(), days, world.now());
  }

  private Entries entries(Context context) {
    LedgerPage page = ledger.get().page(query(context));
    List<JsonNode> entries =
        page.entries().stream().map(entry -> withJson(entry, "cause")).toList();
    return new Entries(
        entries, entries.size(), page.next().map(LedgerCursor::toString).orElse(null), world.now());
  }

  private static LedgerQuery query(Context context) {
    LedgerQuery query =
        LedgerQuery.all(
            Parameters.number(context, "limit", ENTRIES_BY_DEFAULT, 1, LedgerHistory.MAX_LIMIT));
    OptionalLong player = Parameters.optionalId(context, "player_id");
    if (player.isPresent()) {
      query = query.ofPlayer(player.getAsLong());
    }
    String reason = Parameters.text(context, "reason").orElse(null);
    if (reason != null) {
      query = query.forReason(reason(reason));
    }
    OptionalLong from = Parameters.time(context, "from");
    OptionalLong to = Parameters.time(context, "to");
    if (from.isPresent() && to.isPresent() && from.getAsLong() >= to.getAsLong()) {
      throw ProblemException.badRequest(
          "from is %s and to is %s; from must lie before to."
              .formatted(
                  Instant.ofEpochMilli(from.getAsLong()), Instant.ofEpochMilli(to.getAsLong())));
    }
    if (from.isPresent()) {
      query = query.from(Instant.ofEpochMilli(from.getAsLong()));
    }
    if (to.isPresent()) {
      query = query.to(Instant.ofEpochMilli(to.getAsLong()));
    }
    String after = Parameters.text(context, "after").orElse(null);
    return after == null ? query : query.after(cursor(after));
  }

  private static String reason(String text) {
    return Arrays.stream(Reason.values())
        .map(Reason::name)
        .filter(text::equals)
        .findFirst()
        .orElseThrow(
            () ->
                Parameters.bad(
                    "reason",
                    text,
                    "one of "
                        + Arrays.stream(Reason.values())
                            .map(Reason::name)
                            .collect(Collectors.joining(", "))));
  }

  private static LedgerCursor cursor(String text) {
    try {
      return LedgerCursor.parse(text);
    } catch (IllegalArgumentException e) {
      throw Parameters.bad("after", text, "the value that the page before gave as next");
    }
  }

  /** A row whose columns of JSON are objects again, not text. */
  private static JsonNode withJson(Object row, String... columns) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    for (String column : columns) {
      try {
        node.set(column, Json.MAPPER.readTree(node.get(column).asText()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("The column " + column + " holds no JSON.", e);
      }
    }
    return node;
  }
}
