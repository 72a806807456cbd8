package midgard.agents.dynamicnpc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import midgard.schemas.dynamicnpc.NpcOccurrence;
import midgard.schemas.dynamicnpc.NpcType;
import org.apache.commons.rng.UniformRandomProvider;

/** The numbers of the dynamic NPC agent (domain reference 1.8). */
public final class NpcRules {
  /** How well a type pays. */
  enum Tier {
    MEDIUM(20, 15, 500, false, 0),
    HIGH(35, 25, 1500, true, 0),
    VERY_HIGH(50, 40, 3000, true, 100);

    final int expTenths;
    final int zenyTenths;

    /** Of 10,000. */
    final int rareChance;

    final boolean buffs;

    /** Of 10,000. */
    final int permanentStatChance;

    Tier(int expTenths, int zenyTenths, int rareChance, boolean buffs, int permanentStatChance) {
      this.expTenths = expTenths;
      this.zenyTenths = zenyTenths;
      this.rareChance = rareChance;
      this.buffs = buffs;
      this.permanentStatChance = permanentStatChance;
    }
  }

  /**
   * A type of wanderer.
   *
   * @param sprite the classic client's number of how it looks
   * @param gameQuest the number by which the game's quest log knows its quest
   */
  record Kind(
      NpcType type,
      String questType,
      Tier tier,
      List<String> traits,
      List<String> speech,
      List<String> names,
      int sprite,
      int gameQuest) {}

  static final List<Kind> KINDS =
      List.of(
          new Kind(
              NpcType.treasure_seeker,
              "treasure_hunt",
              Tier.MEDIUM,
              List.of("adventurous", "greedy", "friendly"),
              List.of("excited", "enthusiastic"),
              List.of("Magnus", "Thalia", "Drake", "Luna"),
              48,
              7101),
          new Kind(
              NpcType.runaway_sage,
              "knowledge_sharing",
              Tier.HIGH,
              List.of("wise", "mysterious", "aloof"),
              List.of("cryptic", "philosophical"),
              List.of("Eldrin", "Mystara", "Zorvan", "Althea"),
              64,
              7102),
          new Kind(
              NpcType.wandering_blacksmith,
              "crafting_service",
              Tier.HIGH,
              List.of("gruff", "skilled", "proud"),
              List.of("blunt", "professional"),
              List.of("Grom", "Thorne", "Brigid", "Steelheart"),
              62,
              7103),
          new Kind(
              NpcType.mysterious_child,
              "riddle",
              Tier.VERY_HIGH,
              List.of("innocent", "playful", "cryptic"),
              List.of("childlike", "enigmatic"),
              List.of("Aria", "Finn", "Lyra", "Orpheus"),
              82,
              7104),
          new Kind(
              NpcType.lost_merchant,
              "delivery",
              Tier.MEDIUM,
              List.of("worried", "grateful", "wealthy"),
              List.of("polite", "business-like"),
              List.of("Aldric", "Mira", "Cornelius", "Beatrice"),
              57,
              7105));

  static final int DAILY_COUNT = 3;
  static final int MOST_ACTIVE = 5;
  static final int QUIRKS = 3;
  static final int EXPLORER_REPUTATION = 50;
  static final int MARGIN = 50;
  static final int LEVEL_OF_NOBODY = 50;
  static final int LONGEST_DIALOGUE = 10;
  static final int LONGEST_LINE = 200;

  /** What is over is remembered for latecomers' events and for the answers of the API. */
  static final Duration KEPT = Duration.ofDays(1);

  static final Duration RECENT = Duration.ofDays(3);
  static final Duration FLUSH = Duration.ofSeconds(10);

  private static final LocalTime LEAVES = LocalTime.of(23, 59, 59);

  private NpcRules() {}

  static int clamped(long count) {
    return (int) Math.max(1, Math.min(MOST_ACTIVE, count));
  }

  static Kind kind(NpcType type) {
    return KINDS.get(type.ordinal());
  }

  /** 23:59:59 of the same day in the world's zone; of the next day when that is past. */
  static long leavesAt(long now, ZoneId zone) {
    var leaves = Instant.ofEpochMilli(now).atZone(zone).with(LEAVES);
    long today = leaves.toInstant().toEpochMilli();
    return today > now ? today : leaves.plusDays(1).toInstant().toEpochMilli();
  }

  /** One of the types; those that came in the last three days half as often. */
  static Kind draw(List<NpcOccurrence> recent, UniformRandomProvider random) {
    int total = KINDS.stream().mapToInt(kind -> weight(kind, recent)).sum();
    int drawn = random.nextInt(total);
    for (Kind kind : KINDS) {
      drawn -= weight(kind, recent);
      if (drawn < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("The weights add up to less than " + total);
  }

  private static int weight(Kind kind, List<NpcOccurrence> recent) {
    return recent.stream().anyMatch(seen -> seen.getNpcType() == kind.type()) ? 1 : 2;
  }
}
