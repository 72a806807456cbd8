package midgard.agents.maphazard;

import java.time.Duration;
import midgard.schemas.maphazard.HazardType;

/** What players read of a hazard. */
public final class HazardTexts {
  private HazardTexts() {}

  public static String name(HazardType type) {
    return switch (type) {
      case blood_moon -> "Blood Moon Rising";
      case magic_storm -> "Arcane Tempest";
      case thick_fog -> "Dense Mist";
      case fairy_blessing -> "Fairy's Grace";
      case mana_drain -> "Mana Void";
      case scorching_heat -> "Burning Sands";
      case frozen_wasteland -> "Eternal Winter";
      case toxic_miasma -> "Poisonous Fog";
      case holy_ground -> "Sacred Blessing";
      case chaotic_void -> "Reality Rift";
    };
  }

  public static String description(HazardType type) {
    return switch (type) {
      case blood_moon -> "A red moon makes monsters stronger, and richer.";
      case magic_storm -> "Magic is in the air: spells are quick, and monsters cast them too.";
      case thick_fog -> "Nobody sees well; who shoots has the better of it.";
      case fairy_blessing -> "Fairies bring luck, and more is found.";
      case mana_drain -> "Spirit does not come back here, but spells cost half.";
      case scorching_heat -> "The ground burns: fire is strong, and everyone tires.";
      case frozen_wasteland -> "Ice everywhere: water is strong, and everyone is slow.";
      case toxic_miasma -> "The air is poison and wears down whoever breathes it.";
      case holy_ground -> "Holy ground: the undead and demons suffer, the living heal.";
      case chaotic_void -> "Nothing is certain here, but there is much to win.";
    };
  }

  static String opening(HazardType type) {
    return name(type) + ": " + description(type);
  }

  static String still(HazardType type, long millisLeft) {
    long hours = Duration.ofMillis(millisLeft).plusMinutes(59).toHours();
    return "%s still lies on this land, for %s."
        .formatted(
            name(type), hours <= 1 ? "an hour or less" : "not more than " + hours + " hours");
  }

  static String closing(HazardType type) {
    return name(type) + " has passed.";
  }
}
