package midgard.agents.dynamicboss;

import java.util.List;
import midgard.schemas.dynamicboss.SpawnReason;

/**
 * What comes for a reason (domain reference 1.12). Multipliers in tenths.
 *
 * @param monsterId the game's own monster
 * @param priority the higher one comes when two would; those that are called are not weighed
 */
public record BossKind(
    SpawnReason reason,
    int monsterId,
    int hpTenths,
    int atkTenths,
    int defTenths,
    int minDifficulty,
    String name,
    String type,
    List<String> skills,
    int priority) {

  public static BossKind of(SpawnReason reason) {
    return switch (reason) {
      case anti_farm ->
          new BossKind(
              reason,
              1900,
              30,
              15,
              12,
              3,
              "Enraged Terror",
              "enraged_terror",
              List.of("Area Attack", "Regeneration", "Rage Mode"),
              3);
      case treasure_guard ->
          new BossKind(
              reason,
              1901,
              25,
              18,
              15,
              4,
              "Terror Guardian",
              "terror_guardian",
              List.of("Treasure Shield", "Area Lockdown", "Counter Strike"),
              2);
      case problem_escalation ->
          new BossKind(
              reason,
              1902,
              40,
              20,
              13,
              5,
              "Corrupted Terror",
              "corrupted_terror",
              List.of("Dark Aura", "Mass Curse", "Summon Minions"),
              2);
      case faction_champion ->
          new BossKind(
              reason,
              1903,
              35,
              22,
              16,
              6,
              "Shadow Champion",
              "shadow_champion",
              List.of("Faction Buff", "Rally Cry", "Ultimate Strike"),
              2);
      case random_encounter ->
          new BossKind(
              reason,
              1904,
              50,
              25,
              20,
              7,
              "Wandering Terror",
              "wandering_terror",
              List.of("Chaos Strike", "Teleport", "World Shattering"),
              1);
    };
  }
}
