package midgard.agents.maphazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import midgard.maps.Theme;
import midgard.schemas.maphazard.HazardEffects;
import midgard.schemas.maphazard.HazardFactor;
import midgard.schemas.maphazard.HazardKind;
import midgard.schemas.maphazard.HazardType;

/** The ten hazards, what they do and which maps they suit (domain reference 1.13). */
public final class HazardTable {
  private static final int UNCHANGED = 1000;

  private HazardTable() {}

  /** A change of a map, as the game's scripts name it. */
  record Flag(String name, int valueMilli, int neutralMilli) {}

  public static HazardKind kind(HazardType type) {
    return switch (type) {
      case fairy_blessing, holy_ground -> HazardKind.positive;
      case blood_moon, mana_drain, toxic_miasma, chaotic_void -> HazardKind.negative;
      case magic_storm, thick_fog, scorching_heat, frozen_wasteland -> HazardKind.mixed;
    };
  }

  /** The hazards that suit a map of a theme. */
  static List<HazardType> preferred(Theme theme) {
    return switch (theme) {
      case UNDEAD ->
          List.of(HazardType.blood_moon, HazardType.holy_ground, HazardType.toxic_miasma);
      case DESERT -> List.of(HazardType.scorching_heat, HazardType.mana_drain);
      case ICE -> List.of(HazardType.frozen_wasteland, HazardType.magic_storm);
      case FOREST -> List.of(HazardType.fairy_blessing, HazardType.thick_fog);
      case CAVE -> List.of(HazardType.toxic_miasma, HazardType.chaotic_void);
      case GENERIC -> Arrays.asList(HazardType.values());
    };
  }

  public static HazardEffects effects(HazardType type) {
    return switch (type) {
      case blood_moon ->
          effects(
              List.of(
                  rate("hp", 1300),
                  rate("atk", 1400),
                  rate("def", 1200),
                  added("holy_resistance", -300),
                  added("shadow_resistance", 300)),
              List.of(rate("flee", 900), rate("holy_damage", 1200), rate("shadow_damage", 800)),
              1150);
      case magic_storm ->
          effects(
              List.of(rate("matk", 1200), rate("mdef", 1100)),
              List.of(rate("cast_time", 700), rate("flee", 850), rate("sp_regen", 1300)),
              UNCHANGED);
      case thick_fog ->
          effects(
              List.of(rate("hit", 900)),
              List.of(rate("hit", 850), rate("ranged_damage", 1150), rate("melee_range", 900)),
              UNCHANGED);
      case fairy_blessing ->
          effects(List.of(), List.of(rate("luk", 1100), rate("item_find", 1050)), 1200);
      case mana_drain ->
          effects(
              List.of(rate("sp", 1500)),
              List.of(rate("sp_regen", 0), rate("sp_cost", 500), rate("max_sp", 1100)),
              1050);
      case scorching_heat ->
          effects(
              List.of(added("fire_resistance", 300), added("water_resistance", -200)),
              List.of(
                  rate("fire_damage", 1300),
                  rate("water_damage", 800),
                  rate("sp_regen", 800),
                  rate("move_speed", 950)),
              UNCHANGED);
      case frozen_wasteland ->
          effects(
              List.of(added("water_resistance", 300), added("fire_resistance", -200)),
              List.of(
                  rate("water_damage", 1300),
                  rate("fire_damage", 800),
                  rate("aspd", 900),
                  rate("move_speed", 900)),
              UNCHANGED);
      case toxic_miasma ->
          effects(
              List.of(added("poison_resistance", 500)),
              List.of(
                  added("poison_resistance", -300),
                  added("hp_drain_per_second", 10_000),
                  rate("poison_damage", 1400)),
              1100);
      case holy_ground ->
          effects(
              List.of(rate("undead_damage_taken", 1500), rate("demon_damage_taken", 1300)),
              List.of(
                  rate("holy_damage", 1200),
                  rate("hp_regen", 1200),
                  added("curse_resistance", 500)),
              UNCHANGED);
      case chaotic_void ->
          effects(
              List.of(added("damage_variance", 300)),
              List.of(added("damage_variance", 200), added("all_stats_variance", 150)),
              1250);
    };
  }

  private static HazardFactor rate(String name, int milli) {
    return new HazardFactor(name, milli, false);
  }

  private static HazardFactor added(String name, int milli) {
    return new HazardFactor(name, milli, true);
  }

  private static HazardEffects effects(
      List<HazardFactor> monsters, List<HazardFactor> players, int drops) {
    return new HazardEffects(monsters, players, drops);
  }

  /** All that a hazard changes; no other agent sets these flags. */
  static List<Flag> flags(HazardType type) {
    HazardEffects effects = effects(type);
    List<Flag> flags = new ArrayList<>();
    effects.getMonsterEffects().forEach(factor -> flags.add(flag("hazard_monster_", factor)));
    effects.getPlayerEffects().forEach(factor -> flags.add(flag("hazard_player_", factor)));
    if (effects.getDropRateMilli() != UNCHANGED) {
      flags.add(new Flag("hazard_drop_rate", effects.getDropRateMilli(), UNCHANGED));
    }
    return flags;
  }

  private static Flag flag(String prefix, HazardFactor factor) {
    return factor.getAdded()
        ? new Flag(prefix + factor.getName(), factor.getValueMilli(), 0)
        : new Flag(prefix + factor.getName() + "_rate", factor.getValueMilli(), UNCHANGED);
  }
}
