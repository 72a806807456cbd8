package midgard.agents.worldevent;

import java.time.Duration;
import java.util.List;
import midgard.schemas.worldevent.ImpactData;
import midgard.schemas.worldevent.Rate;
import midgard.schemas.worldevent.SpawnModification;
import midgard.schemas.worldevent.WorldEventType;

/**
 * What an event does to the game (domain reference 1.9). Rates are map flags on all maps, in
 * thousandths, which the game's scripts obey; no two types set the same flag, so the end of one
 * never undoes another.
 *
 * @param neutral what the flags are set to at the end
 * @param special for people
 */
public record Impact(
    List<Rate> buffs, List<Rate> economy, int neutral, boolean guardian, List<String> special) {
  static final Duration BETWEEN_WAVES = Duration.ofMinutes(15);
  static final String GUARDIAN_MAP = "prontera";

  private static final int UNCHANGED = 1000;
  private static final List<String> INVADED_MAPS =
      List.of("prt_fild01", "prt_fild02", "prt_fild03");
  private static final int INVADER = 1582;
  private static final int INVADERS_MILLI = 3000;

  /** Invaders on a map in a wave before the rate; the reference names no figure, this is ours. */
  private static final int INVADERS = 10;

  private static final int CARAVAN_MERCHANTS = 10;

  static Impact of(WorldEventType type) {
    return switch (type) {
      case demonic_invasion -> rates(List.of(), List.of(), "Demons come in waves.");
      case market_crash ->
          rates(
              List.of(),
              List.of(new Rate("npc_price_rate", 700), new Rate("npc_buy_rate", 1300)),
              "Shops sell for less and pay more.");
      case lucky_day ->
          rates(
              List.of(
                  new Rate("refine_rate", 1500),
                  new Rate("drop_rate", 1200),
                  new Rate("card_drop_rate", 1300)),
              List.of(),
              "Fortune smiles on the bold.");
      case wandering_caravan ->
          new Impact(
              List.of(),
              List.of(new Rate("caravan_merchants", CARAVAN_MERCHANTS * UNCHANGED)),
              0,
              false,
              List.of("Ten travelling merchants offer rare goods in all towns."));
      case global_xp_boost ->
          rates(
              List.of(new Rate("base_exp_rate", 2000), new Rate("job_exp_rate", 2000)),
              List.of(),
              "Every fight teaches twice as much.");
      case mvp_enraged ->
          rates(
              List.of(
                  new Rate("mvp_hp_rate", 1500),
                  new Rate("mvp_atk_rate", 1300),
                  new Rate("mvp_def_rate", 1200),
                  new Rate("mvp_exp_rate", 2000),
                  new Rate("mvp_drop_rate", 1500),
                  new Rate("mvp_rare_drop_rate", 2000)),
              List.of(),
              "MVPs are stronger, and worth more.");
      case mythic_event ->
          new Impact(
              List.of(
                  new Rate("all_stats_rate", 1500),
                  new Rate("magic_damage_rate", 2000),
                  new Rate("physical_damage_rate", 2000)),
              List.of(),
              UNCHANGED,
              true,
              List.of("The Mythic Guardian, of 10,000,000 HP, stands at " + GUARDIAN_MAP + "."));
    };
  }

  private static Impact rates(List<Rate> buffs, List<Rate> economy, String special) {
    return new Impact(buffs, economy, UNCHANGED, false, List.of(special));
  }

  /** As the event's record tells it. */
  static ImpactData data(WorldEventType type, int minutes) {
    Impact impact = of(type);
    SpawnModification invasion =
        type == WorldEventType.demonic_invasion
            ? new SpawnModification(
                INVADED_MAPS,
                INVADER,
                INVADERS_MILLI,
                minutes / (int) BETWEEN_WAVES.toMinutes(),
                INVADERS * INVADERS_MILLI / UNCHANGED)
            : null;
    return new ImpactData(impact.buffs(), invasion, impact.economy(), impact.special());
  }
}
