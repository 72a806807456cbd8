package midgard.agents.eventchain;

import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.StepOutcome;

/** What players read of a chain. */
final class ChainTexts {
  private ChainTexts() {}

  /** What is to be done. */
  static String objective(ChainRules.StepKind kind, String map, int amount) {
    return switch (kind.task()) {
      case talk -> "Speak to the %s in %s.".formatted(kind.npc(), map);
      case visit -> visit(kind.type()).formatted(map);
      case hunt -> "Slay %d monsters on %s and bring what they hide.".formatted(amount, map);
      case battle ->
          kind.boss()
              ? "Defeat the one who rules over %s now.".formatted(map)
              : "Slay the %d that came to %s.".formatted(amount, map);
    };
  }

  private static String visit(String type) {
    return switch (type) {
      case "escort_mission" -> "Bring those who were saved home to %s.";
      case "map_discovery" -> "Find the place that the torn map shows: %s.";
      default -> "Follow the trail to %s.";
    };
  }

  /** What the NPC says, or the rumour goes. */
  static String dialogue(ChainRules.StepKind kind, String map) {
    String line =
        switch (kind.type()) {
          case "npc_dialogue" -> "Something is wrong at %s. I saw lights there, and heard a name.";
          case "item_collection" -> "The beasts of %s have swallowed what would prove it.";
          case "location_discovery" -> "The trail does not end here. It leads on to %s.";
          case "boss_battle" -> "It has shown itself at last, at %s!";
          case "resolution" -> "So that was it. %s can sleep again, thanks to you.";
          case "warning_signs" -> "They gather at %s, more than I could count!";
          case "wave_defense" -> "Here they come! Hold %s!";
          case "aftermath" -> "It is over. Let us count who still stands at %s.";
          case "distress_call" -> "They took my people to %s. I alone got away.";
          case "combat_rescue" -> "Free them! The captors sit at %s.";
          case "escort_mission" -> "They cannot walk alone. Lead them to %s.";
          case "safe_return" -> "You brought them back. %s will not forget it.";
          case "map_discovery" -> "Half of an old map, and on it: %s.";
          case "location_clue" -> "I drew that map of %s, when I had better eyes. Look closer.";
          case "puzzle_solve" -> "What guards and is never paid? Answer, and %s opens.";
          case "treasure_guardian" -> "It has slept on its gold at %s. It sleeps no more.";
          case "treasure_reveal" -> "The lid gives way, and %s glitters.";
          case "tensions_rise" -> "Banners are raised at %s. Soon there will be blood.";
          case "choose_side" -> "Everyone at %s has to choose now. So do you.";
          case "faction_quest" -> "Prove yourself at %s.";
          case "major_battle" -> "This is the hour. To %s!";
          case "faction_shift" -> "After %s nothing is as it was.";
          case "peace_treaty" -> "Sign here, at %s, and let it be over.";
          default -> "Look to %s.";
        };
    return line.formatted(map);
  }

  static String opening(Chain chain) {
    return "%s at %s: a story of %d steps begins."
        .formatted(chain.getChainName(), chain.getMap(), chain.getSteps().size());
  }

  static String step(Chain chain, ChainStep step) {
    return "%s, step %d of %d: %s"
        .formatted(
            chain.getChainName(),
            step.getStepNumber(),
            chain.getSteps().size(),
            step.getObjective());
  }

  static String closing(Chain chain, StepOutcome outcome) {
    String end =
        switch (outcome) {
          case success -> "ends well. Everyone who helped is blessed and paid.";
          case partial -> "ends with as much won as lost.";
          case failure -> "ends badly, and evil stays behind.";
        };
    return "%s at %s %s".formatted(chain.getChainName(), chain.getMap(), end);
  }
}
