package midgard.agents.worldevent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import midgard.schemas.worldevent.TriggerConditions;
import midgard.schemas.worldevent.WorldEventState;
import midgard.schemas.worldevent.WorldEventType;

/**
 * The numbers of the world event agent (domain reference 1.9).
 *
 * @param maxConcurrent events that may run at once
 * @param guardianMonsterId the monster that stands for the Mythic Guardian
 */
public record WorldEventRules(int maxConcurrent, int guardianMonsterId) {
  /**
   * A type of event.
   *
   * @param coolDown counted from its start
   * @param chanceMilli of passing a check whose condition holds, in thousandths
   * @param condition what it was that made it come; empty: nothing did
   */
  public record Kind(
      WorldEventType type,
      int minMinutes,
      int maxMinutes,
      Duration coolDown,
      int chanceMilli,
      Function<WorldEventState, Optional<TriggerConditions>> condition) {}

  static final int CERTAIN = 1000;

  /** In the order in which they are tested; the first that passes comes. */
  public static final List<Kind> KINDS =
      List.of(
          new Kind(
              WorldEventType.demonic_invasion,
              30,
              90,
              Duration.ofHours(6),
              CERTAIN,
              state -> mvpKills(state, 100)),
          new Kind(
              WorldEventType.market_crash,
              60,
              120,
              Duration.ofHours(12),
              CERTAIN,
              WorldEventRules::circulation),
          new Kind(
              WorldEventType.lucky_day,
              30,
              60,
              Duration.ofHours(8),
              500,
              state -> fewPlayers(state, 10)),
          new Kind(
              WorldEventType.wandering_caravan,
              45,
              90,
              Duration.ofHours(6),
              700,
              WorldEventRules::manyPlayers),
          new Kind(
              WorldEventType.global_xp_boost,
              60,
              180,
              Duration.ofHours(4),
              CERTAIN,
              state -> fewPlayers(state, 5)),
          new Kind(
              WorldEventType.mvp_enraged,
              30,
              60,
              Duration.ofHours(8),
              800,
              state -> mvpKills(state, 50)),
          new Kind(
              WorldEventType.mythic_event,
              15,
              30,
              Duration.ofHours(48),
              1,
              WorldEventRules::mythic));

  static final Duration CHECK = Duration.ofSeconds(60);

  /** Contributions that happened in time count when they arrive within this after the end. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** Ended events stay in the state for so long, for contributions that are under way. */
  static final Duration KEPT = Duration.ofMinutes(5);

  static final Duration FLUSH = Duration.ofSeconds(5);

  static final int POINTS_PER_KILL = 1;
  static final int POINTS_PER_MVP = 50;
  public static final int REPUTATION = 75;

  private static final long HIGH_CIRCULATION = 1_000_000_000;
  private static final int MANY_PLAYERS = 20;
  private static final int MYTHIC_MVP_KILLS = 30;
  private static final int MYTHIC_LEVEL = 80;

  private static Optional<TriggerConditions> mvpKills(WorldEventState state, int threshold) {
    return when(
        state.getMvpKills24h() >= threshold,
        "mvp_kills_24h",
        threshold,
        state.getMvpKills24h(),
        "%d MVPs fell within 24 hours.".formatted(state.getMvpKills24h()));
  }

  private static Optional<TriggerConditions> circulation(WorldEventState state) {
    return when(
        state.getCirculation() >= HIGH_CIRCULATION,
        "zeny_circulation",
        HIGH_CIRCULATION,
        state.getCirculation(),
        "%d zeny are in circulation.".formatted(state.getCirculation()));
  }

  private static Optional<TriggerConditions> fewPlayers(WorldEventState state, int threshold) {
    int online = state.getOnlinePlayers();
    return when(
        online > 0 && online <= threshold,
        "online_players_at_most",
        threshold,
        online,
        "%d on line.".formatted(online));
  }

  private static Optional<TriggerConditions> manyPlayers(WorldEventState state) {
    int online = state.getOnlinePlayers();
    return when(
        online >= MANY_PLAYERS,
        "online_players_at_least",
        MANY_PLAYERS,
        online,
        "%d on line.".formatted(online));
  }

  private static Optional<TriggerConditions> mythic(WorldEventState state) {
    return when(
        state.getOnlinePlayers() >= MANY_PLAYERS
            && state.getMvpKills24h() >= MYTHIC_MVP_KILLS
            && state.getMeanLevel() >= MYTHIC_LEVEL,
        "online_players_mvp_kills_level",
        MYTHIC_MVP_KILLS,
        state.getMvpKills24h(),
        "%d on line with a mean level of %d, %d MVPs fell within 24 hours."
            .formatted(state.getOnlinePlayers(), state.getMeanLevel(), state.getMvpKills24h()));
  }

  private static Optional<TriggerConditions> when(
      boolean holds, String type, long threshold, long actual, String description) {
    return holds
        ? Optional.of(new TriggerConditions(type, threshold, actual, description))
        : Optional.empty();
  }
}
