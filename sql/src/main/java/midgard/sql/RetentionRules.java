package midgard.sql;

import static midgard.sql.RetentionRule.keep;
import static midgard.sql.generated.Tables.BOSS_SPAWN_HISTORY;
import static midgard.sql.generated.Tables.DECISION_OUTCOMES;
import static midgard.sql.generated.Tables.ECONOMY_SNAPSHOTS;
import static midgard.sql.generated.Tables.ENTITY_DECISIONS;
import static midgard.sql.generated.Tables.EVENT_PARTICIPATION;
import static midgard.sql.generated.Tables.FACTION_ACTIONS;
import static midgard.sql.generated.Tables.GAME_ACTIONS;
import static midgard.sql.generated.Tables.HAZARD_ENCOUNTERS;
import static midgard.sql.generated.Tables.ITEM_WINDOWS;
import static midgard.sql.generated.Tables.KARMA_ACTIONS;
import static midgard.sql.generated.Tables.KARMA_HISTORY;
import static midgard.sql.generated.Tables.NPC_INTERACTIONS;
import static midgard.sql.generated.Tables.NPC_MEMORIES;
import static midgard.sql.generated.Tables.NPC_TALKS;
import static midgard.sql.generated.Tables.PLAYER_INTERACTIONS;
import static midgard.sql.generated.Tables.PRICE_ADJUSTMENTS;
import static midgard.sql.generated.Tables.PROBLEM_HISTORY;
import static midgard.sql.generated.Tables.REASONING_CHAINS;
import static midgard.sql.generated.Tables.REPUTATION_HISTORY;
import static midgard.sql.generated.Tables.SHARED_INFORMATION;
import static midgard.sql.generated.Tables.SOCIAL_METRICS;
import static midgard.sql.generated.Tables.SOCIAL_PARTICIPATION;
import static midgard.sql.generated.Tables.WEATHER_HISTORY;
import static midgard.sql.generated.Tables.WORLD_STATES;
import static midgard.sql.generated.Tables.ZENY_LEDGER;

import java.util.List;
import java.util.stream.Stream;

/** The tables that grow with time. A table that is not named here keeps its rows for ever. */
final class RetentionRules {
  /** The days of the earlier system's nightly cleanup. */
  private static final List<RetentionRule> EARLIER =
      List.of(
          keep(PROBLEM_HISTORY.TIMESTAMP, 30),
          keep(NPC_INTERACTIONS.TIMESTAMP, 30),
          keep(EVENT_PARTICIPATION.TIMESTAMP, 30),
          keep(FACTION_ACTIONS.TIMESTAMP, 30),
          keep(REPUTATION_HISTORY.TIMESTAMP, 90),
          keep(BOSS_SPAWN_HISTORY.SPAWNED_AT, 60),
          keep(HAZARD_ENCOUNTERS.TIMESTAMP, 30),
          keep(WEATHER_HISTORY.TIMESTAMP, 90),
          keep(ECONOMY_SNAPSHOTS.TIMESTAMP, 90),
          keep(PRICE_ADJUSTMENTS.APPLIED_AT, 90),
          keep(KARMA_ACTIONS.TIMESTAMP, 30),
          keep(SOCIAL_PARTICIPATION.TIMESTAMP, 30));

  /** What the earlier system did not have, or never cleaned; the days are ours. */
  private static final List<RetentionRule> OURS =
      List.of(
          keep(WORLD_STATES.TIMESTAMP, 30),
          keep(SOCIAL_METRICS.TIMESTAMP, 90),
          new RetentionRule(ITEM_WINDOWS.WINDOW_START, 7, ITEM_WINDOWS.SIZE.eq("1m")),
          new RetentionRule(ITEM_WINDOWS.WINDOW_START, 90, ITEM_WINDOWS.SIZE.eq("1h")),
          // Money is looked into long after.
          keep(ZENY_LEDGER.TIMESTAMP, 365),
          keep(KARMA_HISTORY.TIMESTAMP, 365),
          // Expired is forgotten: 30 days after it happened, as the NPC itself has it.
          keep(NPC_MEMORIES.EXPIRES_AT, 0),
          keep(NPC_TALKS.TIMESTAMP, 30),
          keep(SHARED_INFORMATION.CREATED_AT, 30),
          keep(PLAYER_INTERACTIONS.TIMESTAMP, 30),
          keep(REASONING_CHAINS.TIMESTAMP, 30),
          keep(ENTITY_DECISIONS.TIMESTAMP, 30),
          keep(DECISION_OUTCOMES.TIMESTAMP, 30),
          // Only an action that came to its end has this time.
          keep(GAME_ACTIONS.ENDED_AT, 90));

  private RetentionRules() {}

  static List<RetentionRule> all() {
    return Stream.concat(EARLIER.stream(), OURS.stream()).toList();
  }
}
