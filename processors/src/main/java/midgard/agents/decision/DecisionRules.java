package midgard.agents.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import midgard.mind.Personality;
import midgard.schemas.decision.NpcRole;
import midgard.schemas.event.Interaction;

/**
 * What an NPC may do and what draws it there (domain reference 1.2). The reference's random forest
 * was never trained; here traits and needs are weights, and one option is drawn by them.
 */
public final class DecisionRules {
  /** An NPC makes up its mind no more often than this. */
  static final Duration BETWEEN = Duration.ofSeconds(30);

  /** So often while somebody was there lately. */
  static final Duration AGAIN = Duration.ofSeconds(60);

  static final Duration LATELY = Duration.ofMinutes(10);
  static final int WANDER_CELLS = 10;
  static final int EXPLORE_CELLS = 15;
  static final int REMEMBERED = 10;

  /** From this importance on what goes on in the world frightens. */
  static final int FRIGHTENING = 7;

  /** What goes on but does not frighten counts half. */
  private static final int CALM = 500;

  private DecisionRules() {}

  /**
   * What an NPC needs, 0 to 1000 each.
   *
   * @param safety rises with what goes on in the world
   * @param company rises with the time since somebody was there
   */
  public record Needs(int safety, int company) {}

  /**
   * Something to do.
   *
   * @param weight above 0
   * @param seconds how long it takes
   * @param cells how far it may lead; 0: nowhere
   */
  public record Option(String action, int weight, int seconds, int cells, String because) {}

  /** What the NPC's name and what is done with it say of it; what it is known as stays. */
  static NpcRole role(NpcRole known, String name, Interaction interaction) {
    if (known != NpcRole.citizen) {
      return known;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*(guard|soldier|captain|knight|sentry).*")) {
      return NpcRole.guard;
    }
    if (interaction == Interaction.trade || lower.matches(".*(merchant|dealer|smith|trader).*")) {
      return NpcRole.merchant;
    }
    return interaction == Interaction.quest ? NpcRole.quest_giver : NpcRole.citizen;
  }

  /**
   * All that the NPC may do now.
   *
   * @param movable only whom the world has put there can be led elsewhere
   * @param away it stands elsewhere than where it belongs
   */
  public static List<Option> options(
      NpcRole role, Personality who, Needs needs, boolean movable, boolean away) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("idle", 100 + (1000 - who.extraversion()) / 5, 5, 0, "nothing presses"));
    options.add(new Option("emote", 20 + who.extraversion() / 5, 5, 0, "it likes to be seen"));
    if (movable) {
      options.add(new Option("wander", 20 + who.openness() / 5, 20, WANDER_CELLS, "its feet itch"));
      options.add(
          new Option("exploration", 1 + who.openness() / 4, 40, EXPLORE_CELLS, "it is curious"));
      if (away) {
        options.add(
            new Option("return_home", 50 + needs.safety() / 2, 20, 0, "it is safer at home"));
      }
    }
    options.addAll(ofRole(role, who, needs));
    return options;
  }

  private static List<Option> ofRole(NpcRole role, Personality who, Needs needs) {
    int company = needs.company();
    int order = who.conscientiousness();
    return switch (role) {
      case merchant ->
          List.of(
              new Option(
                  "advertise", 50 + (who.extraversion() + company) / 4, 30, 0, "customers are few"),
              new Option("organize_inventory", 20 + order / 4, 60, 0, "it likes order"),
              new Option("check_prices", 50 + order / 5, 30, 0, "prices move"));
      case guard ->
          List.of(
              new Option("patrol", 50 + order / 4, 60, 0, "it is on duty"),
              new Option("watch", 50 + needs.safety() / 2, 60, 0, "something is going on"),
              new Option(
                  "challenge", 1 + (1000 - who.agreeableness()) / 5, 10, 0, "it trusts nobody"));
      case quest_giver ->
          List.of(
              new Option("seek_adventurers", 50 + company / 2, 60, 0, "nobody has come lately"),
              new Option("review_quests", 20 + order / 4, 30, 0, "it likes order"),
              new Option("update_board", 20 + who.openness() / 5, 30, 0, "there is news"));
      case citizen -> List.of();
    };
  }

  /** 1 to 10: what frightens presses, and so does loneliness, less. */
  public static int priority(Needs needs) {
    return 1 + Math.max(needs.safety(), needs.company() / 2) * 9 / 1000;
  }

  /**
   * @param worst the importance of the worst that goes on, 0 to 10
   * @param alone how long nobody was there
   */
  static Needs needs(int worst, Duration alone) {
    int safety = worst >= FRIGHTENING ? Math.min(1000, worst * 100) : worst * CALM / 10;
    int company = (int) Math.min(1000, alone.toSeconds() * 1000 / LATELY.toSeconds());
    return new Needs(safety, company);
  }
}
