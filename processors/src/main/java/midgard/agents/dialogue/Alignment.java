package midgard.agents.dialogue;

import midgard.schemas.dialogue.DialogueState;
import midgard.schemas.event.Interaction;

/** What an NPC becomes by what is done to it (domain reference 1.1); in thousandths. */
final class Alignment {
  private static final int MOST = 1000;
  private static final int LABELLED = 500;

  private Alignment() {}

  /** Help and gifts +.1 good; who is attacked feels betrayed, -.2/-.2; a task is order, +.1 law. */
  static void change(DialogueState state, Interaction interaction) {
    switch (interaction) {
      case help, gift -> state.setMoralMilli(within(state.getMoralMilli() + 100));
      case quest -> state.setLawMilli(within(state.getLawMilli() + 100));
      case attack -> {
        state.setLawMilli(within(state.getLawMilli() - 200));
        state.setMoralMilli(within(state.getMoralMilli() - 200));
      }
      default -> {
        // Talk and trade change nobody.
      }
    }
  }

  private static int within(int value) {
    return Math.max(-MOST, Math.min(MOST, value));
  }

  /** One of the nine. */
  static String label(int lawMilli, int moralMilli) {
    String law = word(lawMilli, "lawful", "chaotic");
    String moral = word(moralMilli, "good", "evil");
    if (law.equals("neutral") && moral.equals("neutral")) {
      return "true neutral";
    }
    return law + " " + moral;
  }

  private static String word(int value, String above, String below) {
    if (value > LABELLED) {
      return above;
    }
    return value < -LABELLED ? below : "neutral";
  }
}
