package midgard.agents.karma;

import java.util.List;
import midgard.schemas.karma.KarmaAlignment;

/**
 * What an alignment of the world does to it (domain reference 1.16).
 *
 * @param dayLengthMilli in thousandths of an ordinary day
 * @param healMilli in thousandths of ordinary healing
 * @param specialNpcs who is about while it is in force
 * @param description for people
 */
public record Atmosphere(
    int dayLengthMilli,
    int healMilli,
    List<SpecialNpc> specialNpcs,
    String atmosphere,
    String description) {

  /**
   * Somebody who comes with an alignment.
   *
   * @param id as the reference and scripts call it
   * @param sprite the game's number of how it looks: that of a monster or an NPC of the game
   */
  public record SpecialNpc(String id, String name, int sprite, String greeting) {}

  /** Where they stand. */
  static final String TOWN = "prontera";

  /** The map flags by which the game's scripts hear of it. */
  static final String DAY_LENGTH_FLAG = "day_length_rate";

  static final String HEAL_FLAG = "heal_rate";

  private static final int ANGELING = 1096;
  private static final int PRIEST = 60;
  private static final int MINI_DEMON = 1292;
  private static final int DARK_LORD = 1272;
  private static final int BAPHOMET_JR = 1101;

  public static Atmosphere of(KarmaAlignment alignment) {
    return switch (alignment) {
      case very_good ->
          new Atmosphere(
              1300,
              1200,
              List.of(
                  new SpecialNpc(
                      "angel_merchant",
                      "Angel Merchant",
                      ANGELING,
                      "Heaven smiles on this world. See what I bring."),
                  new SpecialNpc(
                      "divine_healer", "Divine Healer", PRIEST, "Come, let me mend your wounds.")),
              "bright",
              "Days are long, wounds close quickly, and heaven sends its own.");
      case good ->
          new Atmosphere(
              1100,
              1000,
              List.of(
                  new SpecialNpc(
                      "blessing_priest", "Blessing Priest", PRIEST, "May your road be blessed.")),
              "pleasant",
              "Days are longer, and a priest gives blessings.");
      case neutral ->
          new Atmosphere(1000, 1000, List.of(), "balanced", "Good and evil hold the balance.");
      case evil ->
          new Atmosphere(
              900,
              900,
              List.of(
                  new SpecialNpc(
                      "dark_merchant",
                      "Dark Merchant",
                      MINI_DEMON,
                      "Psst. Such wares you see in bad times only.")),
              "ominous",
              "Days are shorter, wounds heal slowly, and dark wares are sold.");
      case very_evil ->
          new Atmosphere(
              700,
              800,
              List.of(
                  new SpecialNpc(
                      "demon_lord", "Demon Lord", DARK_LORD, "This world is ripe for me."),
                  new SpecialNpc("chaos_spawn", "Chaos Spawn", BAPHOMET_JR, "Hee hee hee!")),
              "dark",
              "Nights are long, wounds hardly heal, and demons walk among the living.");
    };
  }
}
