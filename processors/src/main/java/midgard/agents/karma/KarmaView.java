package midgard.agents.karma;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.KarmaAlignment;
import midgard.schemas.karma.PlayerKarmaState;

/** Karma as the API shows it (domain reference 2.6), rounded half up, its thousandths beside it. */
public final class KarmaView {
  private static final double MILLI = 1000;

  private KarmaView() {}

  /**
   * The world's karma.
   *
   * @param alignment the one in force, of which the effects are
   */
  public record World(
      long karmaScore,
      long karmaScoreMilli,
      KarmaAlignment alignment,
      long goodActionsCount,
      long evilActionsCount,
      Optional<Instant> lastShift,
      Effects effects) {}

  /**
   * What the world's karma does.
   *
   * @param dayLengthModifier 1: an ordinary day
   * @param healRateModifier 1: ordinary healing
   * @param appliedAt empty: since the world began
   */
  public record Effects(
      KarmaAlignment alignment,
      double dayLengthModifier,
      double healRateModifier,
      List<String> specialNpcs,
      String atmosphere,
      String description,
      Optional<Instant> appliedAt) {}

  /**
   * A player's karma.
   *
   * @param known false: never did anything that karma judges
   */
  public record Player(
      long playerId,
      boolean known,
      long karmaScore,
      long karmaScoreMilli,
      KarmaAlignment alignment,
      long goodActions,
      long evilActions,
      Optional<Instant> lastAction) {}

  public static World world(GlobalKarmaState state) {
    return new World(
        KarmaRules.shown(state.getKarmaMilli()),
        state.getKarmaMilli(),
        state.getAlignment(),
        state.getGoodActions(),
        state.getEvilActions(),
        instant(state.getLastShift()),
        effects(state));
  }

  public static Effects effects(GlobalKarmaState state) {
    Atmosphere atmosphere = Atmosphere.of(state.getAlignment());
    return new Effects(
        state.getAlignment(),
        atmosphere.dayLengthMilli() / MILLI,
        atmosphere.healMilli() / MILLI,
        atmosphere.specialNpcs().stream().map(Atmosphere.SpecialNpc::id).toList(),
        atmosphere.atmosphere(),
        atmosphere.description(),
        instant(state.getLastShift()));
  }

  /**
   * @param day the world's day that the answer is for: what time has taken since the player's last
   *     deed is taken off here too
   */
  public static Player player(long id, PlayerKarmaState state, int day, KarmaRules rules) {
    long milli =
        state.getDecayedDay() < 0
            ? state.getKarmaMilli()
            : rules.decay().after((long) day - state.getDecayedDay(), state.getKarmaMilli());
    return new Player(
        id,
        state.getDecayedDay() >= 0,
        KarmaRules.shown(milli),
        milli,
        rules.alignment(milli),
        state.getGoodActions(),
        state.getEvilActions(),
        instant(state.getLastActionAt()));
  }

  private static Optional<Instant> instant(long time) {
    return time == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
  }
}
