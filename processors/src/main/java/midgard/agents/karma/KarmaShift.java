package midgard.agents.karma;

import java.time.Duration;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agents.karma.Atmosphere.SpecialNpc;
import midgard.maps.Cell;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.event.Priority;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.KarmaAlignment;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import org.apache.avro.specific.SpecificRecord;

/** What the game is asked to do when the world becomes another. */
final class KarmaShift {
  /** A game server that was down has to follow when it is back. */
  private static final Duration VALID_FOR = Duration.ofDays(7);

  /** In cells: so far from the town's edges its ground is walkable as far as is known. */
  private static final int MARGIN = 50;

  /** Of what befalls all players at once, among all that happens; 1 to 10. */
  private static final int IMPORTANCE = 7;

  private KarmaShift() {}

  /** To be asked when the state carries the new alignment and its number. */
  static void carryOut(KarmaAlignment previous, Context<GlobalKarmaState> context) {
    GlobalKarmaState state = context.state();
    String key = "karma:shift:" + state.getShifts();
    tell(previous, context);
    Atmosphere then = Atmosphere.of(previous);
    Atmosphere now = Atmosphere.of(state.getAlignment());
    act(GameRequest.announcement(key, text(state.getAlignment(), now)), context);
    flag(key, Atmosphere.DAY_LENGTH_FLAG, now.dayLengthMilli(), context);
    flag(key, Atmosphere.HEAL_FLAG, now.healMilli(), context);
    for (SpecialNpc npc : then.specialNpcs()) {
      act(
          GameRequest.of(
              key + ":remove:" + npc.id(), new RemoveNpc(npcId(npc)), VALID_FOR, Atmosphere.TOWN),
          context);
    }
    for (SpecialNpc npc : now.specialNpcs()) {
      Cell cell = MapCatalogue.KNOWN.cell(Atmosphere.TOWN, MARGIN, context.random());
      act(
          GameRequest.of(
              key + ":spawn:" + npc.id(),
              new SpawnNpc(
                  npcId(npc),
                  npc.name(),
                  Atmosphere.TOWN,
                  cell.x(),
                  cell.y(),
                  npc.sprite(),
                  npc.greeting()),
              VALID_FOR,
              Atmosphere.TOWN),
          context);
    }
  }

  /** To those who keep what goes on in the world and what players brought about. */
  private static void tell(KarmaAlignment previous, Context<GlobalKarmaState> context) {
    GlobalKarmaState state = context.state();
    KarmaAlignment now = state.getAlignment();
    String topic = DeedKind.karma.name();
    String text = text(now, Atmosphere.of(now));
    if (previous != KarmaAlignment.neutral) {
      signal(new HappeningEnded(topic, id(state.getShifts() - 1)), context);
    }
    if (now != KarmaAlignment.neutral) {
      signal(
          new Happening(
              topic, id(state.getShifts()), text, "", IMPORTANCE, state.getLastShift(), 0L),
          context);
    }
    signal(
        new Deed(
            DeedKind.karma,
            id(state.getShifts()),
            "The karma of the world: " + now.name().replace('_', ' '),
            "",
            List.of(),
            KarmaRules.shown(state.getKarmaMilli()),
            outcome(now)),
        context);
  }

  private static String id(long shift) {
    return "shift-" + shift;
  }

  private static DeedOutcome outcome(KarmaAlignment now) {
    return switch (now) {
      case very_good, good -> DeedOutcome.success;
      case neutral -> DeedOutcome.mixed;
      case evil, very_evil -> DeedOutcome.failure;
    };
  }

  private static void signal(SpecificRecord news, Context<GlobalKarmaState> context) {
    context.signal(Domain.WORLD, Domain.WORLD_KEY, news);
  }

  private static String npcId(SpecialNpc npc) {
    return "karma_" + npc.id();
  }

  private static String text(KarmaAlignment alignment, Atmosphere now) {
    return switch (alignment) {
          case very_good -> "The world is filled with light. ";
          case good -> "The world has turned to the good. ";
          case neutral -> "The world has come to rest. ";
          case evil -> "A shadow falls on the world. ";
          case very_evil -> "The world is given over to darkness. ";
        }
        + now.description();
  }

  private static void flag(String key, String flag, int value, Context<GlobalKarmaState> context) {
    act(
        GameRequest.mapFlag(key + ":" + flag, GameRequest.EVERY_MAP, flag, value, VALID_FOR),
        context);
  }

  private static void act(GameRequest request, Context<GlobalKarmaState> context) {
    context.action(request.with(Priority.high));
  }
}
