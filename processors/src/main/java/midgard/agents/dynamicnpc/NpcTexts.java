package midgard.agents.dynamicnpc;

import java.util.List;
import java.util.stream.Collectors;
import midgard.schemas.dynamicnpc.NpcType;
import midgard.schemas.dynamicnpc.Wanderer;

/** What wanderers are like and what they say. */
final class NpcTexts {
  static final List<String> QUIRKS =
      List.of(
          "hums an old tune",
          "never looks up",
          "counts everything twice",
          "talks to birds",
          "keeps a worn coin in hand",
          "laughs at odd moments",
          "sketches maps in the dust");

  private NpcTexts() {}

  static String readable(NpcType type) {
    return type.name().replace('_', ' ');
  }

  static String backstory(NpcType type, String name) {
    String story =
        switch (type) {
          case treasure_seeker ->
              "%s sold a house for half a map and has looked for the other half ever since.";
          case runaway_sage -> "%s left the academy at night with one book that nobody may read.";
          case wandering_blacksmith ->
              "%s swore never to light a forge in the same place twice, and has kept to it.";
          case mysterious_child ->
              "Nobody knows where %s comes from; even the monsters make way for the child.";
          case lost_merchant -> "%s lost the caravan in a storm, and the way home with it.";
        };
    return story.formatted(name);
  }

  static String greeting(NpcType type) {
    return switch (type) {
      case treasure_seeker -> "You there! Do you smell it too? Gold, close by!";
      case runaway_sage -> "You did not see me. But since you did: sit down and listen.";
      case wandering_blacksmith -> "My forge is cold and my patience short. Be quick.";
      case mysterious_child -> "I know your name. Do you know mine?";
      case lost_merchant -> "Thank the heavens, a friendly face! Is there a town near here?";
    };
  }

  static List<String> objectives(NpcType type) {
    return switch (type) {
      case treasure_seeker -> List.of("Search three other maps", "Ask somebody about the seal");
      case runaway_sage -> List.of("Hear two other people's views", "Go to a town");
      case wandering_blacksmith -> List.of("Buy something at a shop", "Have an item refined");
      case mysterious_child -> List.of("Show the child a gesture", "Walk through two other maps");
      case lost_merchant -> List.of("Go to a town", "Sell something at a shop");
    };
  }

  static List<String> hints(NpcType type) {
    return switch (type) {
      case treasure_seeker -> List.of("Any three maps will do", "People in towns talk most");
      case runaway_sage -> List.of("Everybody has a view", "Every town has its gate");
      case wandering_blacksmith -> List.of("Any shop will do", "It counts even if it breaks");
      case mysterious_child -> List.of("Any gesture, close by", "The way back counts, too");
      case lost_merchant -> List.of("The nearest town will do", "The price does not matter");
    };
  }

  static String questOpened(NpcType type) {
    return "Will you help me? " + String.join("; ", objectives(type)) + ". Then come back.";
  }

  static String questOpen(List<String> missing) {
    return "Not yet. What is missing: " + String.join("; ", missing) + ".";
  }

  static String questDone() {
    return "You did it! Take this, you have earned it.";
  }

  static String questWasDone() {
    return "You have done so much for me already. Thank you!";
  }

  static String nod(String name) {
    return name + " nods.";
  }

  static String gossip(Wanderer npc) {
    return "They say that %s the %s wanders through %s today."
        .formatted(npc.getNpcName(), readable(npc.getNpcType()), npc.getSpawnMap());
  }

  static String rumour(List<Wanderer> npcs) {
    return "Wanderers were seen in quiet places: "
        + npcs.stream()
            .map(npc -> npc.getNpcName() + " the " + readable(npc.getNpcType()))
            .collect(Collectors.joining(", "))
        + ".";
  }
}
