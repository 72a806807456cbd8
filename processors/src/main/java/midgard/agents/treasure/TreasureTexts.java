package midgard.agents.treasure;

import midgard.schemas.treasure.TreasureForm;
import midgard.schemas.treasure.TreasureRarity;

/** What players read of treasures. */
final class TreasureTexts {
  private TreasureTexts() {}

  static String hint(TreasureForm form, TreasureRarity rarity, String map) {
    String glow =
        switch (rarity) {
          case bronze -> "Something useful";
          case silver -> "Something that gleams";
          case gold -> "Something precious";
          case mythic -> "Something out of a legend";
        };
    return switch (form) {
      case chest -> glow + " lies in a chest somewhere in " + map + ".";
      case dig_spot -> glow + " is buried somewhere in " + map + ".";
      case hidden_npc -> glow + " is kept by somebody who hides in " + map + ".";
    };
  }

  static String name(TreasureForm form) {
    return form == TreasureForm.hidden_npc ? "Shy Stranger" : "Treasure Chest";
  }

  static String greeting(TreasureForm form) {
    return form == TreasureForm.hidden_npc
        ? "You found me! Then this is yours."
        : "The lid is not locked.";
  }

  static String rumour(int treasures) {
    return "%d treasures are hidden in the world today.".formatted(treasures);
  }

  static String found(String player, TreasureRarity rarity, String map) {
    return "%s has found a %s treasure in %s!".formatted(player, rarity, map);
  }
}
