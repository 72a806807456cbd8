package midgard.agents.faction;

import java.time.Duration;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.Buff;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.dynamicboss.FactionChampionCalled;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.faction.Faction;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import org.apache.avro.specific.SpecificRecord;

/** What the game and the other agents get to see of the balance of power. */
final class PowerShift {
  /** A game server that was down has to follow when it is back. */
  private static final Duration VALID_FOR = Duration.ofDays(7);

  /** The map flags of the steps, each 1000 while a faction has it and else 0. */
  private static final List<String> STEPS = List.of("colours", "npcs", "prices", "rule");

  /** The step at 3000, with which its champion comes. */
  private static final int CHAMPION_LEVEL = 2;

  private static final int CHAMPION_SCORE = 3000;
  private static final int ON = 1000;
  private static final int OFF = 0;
  private static final int IMPORTANCE = 6;
  private static final String TOPIC = DeedKind.faction.name();

  private PowerShift() {}

  /** Every step that was crossed switches its own flag; a faction that is hated has none. */
  static void crossed(Faction faction, int from, int to, Context<BalanceOfPowerState> context) {
    String key = nextKey(context);
    announce(key, FactionTexts.crossed(faction, from, to), context);
    if (from < CHAMPION_LEVEL && to >= CHAMPION_LEVEL) {
      signal(
          new FactionChampionCalled(
              key, faction.name(), FactionProfile.of(faction).name(), CHAMPION_SCORE, ""),
          context);
    }
    int had = Math.max(0, from);
    int has = Math.max(0, to);
    for (int step = Math.min(had, has); step < Math.max(had, has); step++) {
      flag(key, faction + "_" + STEPS.get(step), has > had ? ON : OFF, context);
    }
  }

  /**
   * To be asked while the state still carries who was dominant.
   *
   * @param faction who is now; null: nobody
   * @param loved by a score above 0: only then are its bonuses given
   */
  static void dominance(Faction faction, boolean loved, Context<BalanceOfPowerState> context) {
    BalanceOfPowerState state = context.state();
    String key = nextKey(context);
    String text = faction == null ? FactionTexts.nobody() : FactionTexts.dominant(faction, loved);
    announce(key, text, context);
    if (state.getDominant() != null && state.getDominantLoved()) {
      bonuses(key + ":old", state.getDominant(), 0, context);
    }
    if (faction != null && loved) {
      bonuses(key + ":new", faction, ON, context);
    }
    if (!state.getDominanceId().isEmpty()) {
      signal(new HappeningEnded(TOPIC, state.getDominanceId()), context);
    }
    String id = "dominance-" + state.getShifts();
    state.setDominanceId(faction == null ? "" : id);
    if (faction != null) {
      happen(id, text, context.time(), context);
    }
    deed(id, text, context);
  }

  private static void bonuses(
      String key, Faction faction, int milli, Context<BalanceOfPowerState> context) {
    for (Buff bonus : FactionProfile.of(faction).bonuses()) {
      flag(key, "faction_" + bonus.getStat() + "_bonus", bonus.getAmount() * milli, context);
    }
  }

  static void conflict(
      String id, String text, boolean begins, Context<BalanceOfPowerState> context) {
    announce(nextKey(context), text, context);
    if (begins) {
      happen(id, text, context.time(), context);
    } else {
      signal(new HappeningEnded(TOPIC, id), context);
      deed(id, text, context);
    }
  }

  private static String nextKey(Context<BalanceOfPowerState> context) {
    context.state().setShifts(context.state().getShifts() + 1);
    return "faction:shift:" + context.state().getShifts();
  }

  private static void announce(String key, String text, Context<BalanceOfPowerState> context) {
    context.action(GameRequest.announcement(key, text));
  }

  private static void flag(
      String key, String flag, int value, Context<BalanceOfPowerState> context) {
    context.action(
        GameRequest.mapFlag(key + ":" + flag, GameRequest.EVERY_MAP, flag, value, VALID_FOR));
  }

  private static void happen(
      String id, String text, long since, Context<BalanceOfPowerState> context) {
    signal(new Happening(TOPIC, id, text, "", IMPORTANCE, since, 0L), context);
  }

  private static void deed(String id, String text, Context<BalanceOfPowerState> context) {
    signal(new Deed(DeedKind.faction, id, text, "", List.of(), 0L, DeedOutcome.mixed), context);
  }

  private static void signal(SpecificRecord news, Context<BalanceOfPowerState> context) {
    context.signal(Domain.WORLD, Domain.WORLD_KEY, news);
  }
}
