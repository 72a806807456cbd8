package midgard.agents.maphazard;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import midgard.agent.Schedule;
import midgard.maps.Theme;
import midgard.schemas.maphazard.HazardKind;
import midgard.schemas.maphazard.HazardType;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers of the map hazard agent (domain reference 1.13).
 *
 * @param count hazards a day, 1 to 10
 * @param durationHours 1 to 24
 * @param minDistance warps between two hazards, at least
 */
public record HazardRules(int count, int durationHours, int minDistance) {
  static final LocalTime AT = LocalTime.of(0, 30);
  static final Duration TELL = Duration.ofHours(1);

  /** Who gave no sign for so long before a hazard's end is taken to have left by then. */
  static final Duration SILENCE = Duration.ofMinutes(30);

  /** Players whose stay on one map is measured at a time. */
  static final int MOST_STAYS = 1000;

  private static final int QUIET_PERCENT = 30;
  private static final int FEWEST_QUIET = 5;
  private static final int NEGATIVE_PERCENT = 60;

  /** How many of so many maps count as quiet. */
  static int quiet(int maps) {
    int part = maps * QUIET_PERCENT / 100;
    return part > 0 ? part : Math.min(maps, Math.max(FEWEST_QUIET, maps / 3));
  }

  /** When a hazard that is placed now ends: the next day's take its place at the latest. */
  long expiry(long now, ZoneId zone) {
    return Math.min(
        now + Duration.ofHours(durationHours).toMillis(), new Schedule.Daily(AT).next(now, zone));
  }

  /** How many of the hazards that are good or bad are bad: 60 %, rounded. */
  static int negatives(int decided) {
    return (decided * NEGATIVE_PERCENT + 50) / 100;
  }

  /**
   * The kind of the next hazard that is not mixed, so that the balance holds after each of them.
   *
   * @param decided the hazards that there are, without the mixed ones
   */
  static HazardKind nextKind(int decided) {
    return negatives(decided + 1) > negatives(decided) ? HazardKind.negative : HazardKind.positive;
  }

  /**
   * A hazard that suits the theme and does not upset the balance; when none does, the balance wins.
   *
   * @param problem the map has a problem: nothing but a bad one will do, if the balance lets it
   */
  static HazardType draw(
      Theme theme, HazardKind nextKind, boolean problem, UniformRandomProvider random) {
    boolean onlyBad = problem && nextKind == HazardKind.negative;
    List<HazardType> fitting =
        HazardTable.preferred(theme).stream()
            .filter(type -> fits(HazardTable.kind(type), nextKind, onlyBad))
            .toList();
    if (fitting.isEmpty()) {
      fitting =
          Arrays.stream(HazardType.values())
              .filter(type -> HazardTable.kind(type) == nextKind)
              .toList();
    }
    return fitting.get(random.nextInt(fitting.size()));
  }

  private static boolean fits(HazardKind kind, HazardKind nextKind, boolean onlyBad) {
    return kind == nextKind || kind == HazardKind.mixed && !onlyBad;
  }
}
