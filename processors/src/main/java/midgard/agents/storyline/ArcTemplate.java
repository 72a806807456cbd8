package midgard.agents.storyline;

import java.util.List;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.storyline.ObjectiveType;
import midgard.schemas.storyline.StoryRole;

/**
 * An arc as it was written, before it is set into a world: places are named by what they are for.
 *
 * @param faction whose story it is
 * @param mood the karma of the world that it suits
 * @param minLevel the players' mean level from which on it comes
 * @param days 7 to 30
 * @param town where its people are
 * @param ground where it is fought; or {@link #WHERE_PLAYERS_HUNT}
 * @param chapters as many as the rules make of its days
 * @param alignmentShift what the faction wins if the arc ends well, and loses if it does not
 */
record ArcTemplate(
    String id,
    String theme,
    String name,
    String summary,
    String faction,
    Mood mood,
    int minLevel,
    int days,
    String town,
    String ground,
    List<ChapterTemplate> chapters,
    BossTemplate boss,
    int alignmentShift,
    String success,
    String failure) {

  static final String WHERE_PLAYERS_HUNT = "";

  enum Mood {
    GOOD,
    EVIL,
    ANY
  }

  enum Place {
    /** The arc's town. */
    TOWN,
    GROUND,
    /** The boss's map. */
    LAIR,
    ANYWHERE
  }

  /**
   * @param modifiers of its ground, while the chapter is open
   */
  record ChapterTemplate(
      String title,
      String summary,
      NpcTemplate npc,
      List<ModifierTemplate> modifiers,
      List<QuestTemplate> quests) {}

  record NpcTemplate(
      String name,
      StoryRole role,
      int sprite,
      Place place,
      String greeting,
      List<String> dialogue) {}

  record ModifierTemplate(String flag, int valueMilli, String description) {}

  record QuestTemplate(
      String title,
      String objective,
      long exp,
      int reputation,
      List<ItemAmount> items,
      List<ObjectiveTemplate> objectives) {

    QuestTemplate with(int item, int amount) {
      return new QuestTemplate(
          title, objective, exp, reputation, List.of(new ItemAmount(item, amount)), objectives);
    }
  }

  record ObjectiveTemplate(
      ObjectiveType type, String description, Place place, int item, int quantity) {}

  /**
   * @param hpRateMilli in thousandths, 1000 to 10,000
   * @param dropBonusPercent 0 to 500
   */
  record BossTemplate(
      String name,
      int monsterId,
      String map,
      int hpRateMilli,
      int dropBonusPercent,
      int escortId,
      String message) {}

  static NpcTemplate npc(
      String name, StoryRole role, int sprite, Place place, String greeting, String... dialogue) {
    return new NpcTemplate(name, role, sprite, place, greeting, List.of(dialogue));
  }

  static QuestTemplate quest(
      String title, String objective, long exp, int reputation, ObjectiveTemplate... objectives) {
    return new QuestTemplate(title, objective, exp, reputation, List.of(), List.of(objectives));
  }

  static ChapterTemplate chapter(
      String title, String summary, NpcTemplate npc, QuestTemplate... quests) {
    return new ChapterTemplate(title, summary, npc, List.of(), List.of(quests));
  }

  static ChapterTemplate chapter(
      String title,
      String summary,
      NpcTemplate npc,
      ModifierTemplate modifier,
      QuestTemplate... quests) {
    return new ChapterTemplate(title, summary, npc, List.of(modifier), List.of(quests));
  }

  static ModifierTemplate modifier(String flag, int valueMilli, String description) {
    return new ModifierTemplate(flag, valueMilli, description);
  }

  static ObjectiveTemplate kill(int quantity, Place place, String description) {
    return new ObjectiveTemplate(ObjectiveType.kill, description, place, 0, quantity);
  }

  static ObjectiveTemplate collect(int item, int quantity, String description) {
    return new ObjectiveTemplate(
        ObjectiveType.collect, description, Place.ANYWHERE, item, quantity);
  }

  /** With the NPC of the chapter. */
  static ObjectiveTemplate talk(String description) {
    return new ObjectiveTemplate(ObjectiveType.talk, description, Place.ANYWHERE, 0, 1);
  }

  static ObjectiveTemplate explore(Place place, String description) {
    return new ObjectiveTemplate(ObjectiveType.explore, description, place, 0, 1);
  }
}
