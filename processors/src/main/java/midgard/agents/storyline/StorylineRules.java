package midgard.agents.storyline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import midgard.schemas.action.Buff;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;

/**
 * The numbers of the story (domain reference 6.6). The reference does not say how a chapter's
 * progress is measured; the points are ours.
 */
public final class StorylineRules {
  /**
   * What a hero is given.
   *
   * @param reputation merit as a guardian of the world
   */
  record HeroReward(String title, ItemAmount item, boolean aura, int reputation) {}

  /** Best first. */
  static final List<HeroReward> HEROES =
      List.of(
          new HeroReward("Champion", new ItemAmount(617, 5), true, 300),
          new HeroReward("Hero", new ItemAmount(617, 3), false, 200),
          new HeroReward("Defender", new ItemAmount(607, 10), false, 100));

  private static final int AURA_PERCENT = 10;
  private static final int AURA_MINUTES = (int) Duration.ofDays(7).toMinutes();

  static final List<Buff> HERO_AURA =
      List.of(
          new Buff("base_exp", AURA_PERCENT, true, AURA_MINUTES),
          new Buff("zeny", AURA_PERCENT, true, AURA_MINUTES),
          new Buff("damage_reduction", AURA_PERCENT, true, AURA_MINUTES));

  /** Templates of so many arcs before are not used again. */
  static final int NOT_REPEATED = 5;

  static final int PAST_KEPT = 50;
  static final int DEEDS_KEPT = 100;
  static final int CHOICES_KEPT = 50;
  public static final int PARTICIPANTS_KEPT = 500;

  static final LocalTime CHAPTER_CHECK = LocalTime.of(23, 0);
  static final LocalTime HERO_CHOICE = LocalTime.of(20, 0);

  /** Contributions that are under way when the last chapter ends still count. */
  static final Duration GRACE = Duration.ofSeconds(10);

  static final Duration FLUSH = Duration.ofSeconds(30);

  static final int FIRST_QUEST = 8000;
  static final int QUEST_NUMBERS = 1000;

  static final int CONTRIBUTION_PER_QUEST = 100;
  static final int CONTRIBUTION_PER_STEP = 10;
  static final int CONTRIBUTION_PER_CHOICE = 10;
  static final int MOST_PER_DEED = 100;
  static final int NOTED_IMPACT = 50;

  private static final int POINTS_PER_QUEST = 20;
  private static final int POINTS_PER_STEP = 2;
  private static final int SETBACK = 10;
  private static final int BOSS_CONTRIBUTION = 50;

  static final int MILLI = 1000;
  private static final int DONE_MILLI = 700;
  private static final int LOST_MILLI = 300;

  /** A busy server must not read a story of weeks in an hour. */
  static final long SHORTEST_CHAPTER = Duration.ofDays(1).toMillis();

  private static final int DAYS_PER_CHAPTER = 3;
  private static final int FEWEST_CHAPTERS = 3;
  private static final int BASE_POINTS = 100;
  private static final int POINTS_PER_PLAYER = 20;
  private static final int MOST_POINTS = 1000;
  private static final int ESCORTS_PER_TIER = 5;
  private static final int HP_MILLI_PER_TIER = 250;
  private static final int MOST_HP_MILLI = 10_000;

  private StorylineRules() {}

  static int chapters(int days) {
    return Math.max(FEWEST_CHAPTERS, days / DAYS_PER_CHAPTER);
  }

  /** Three days, or less where three chapters have to fit into a week. In ms. */
  static long chapterLength(int days) {
    return Math.min(
        Duration.ofDays(DAYS_PER_CHAPTER).toMillis(),
        Duration.ofDays(days).toMillis() / chapters(days));
  }

  /** A crowd has to do more than a few. */
  static long requiredPoints(int online) {
    return Math.min(MOST_POINTS, BASE_POINTS + (long) POINTS_PER_PLAYER * Math.max(0, online));
  }

  static long points(int steps, int quests) {
    return (long) steps * POINTS_PER_STEP + (long) quests * POINTS_PER_QUEST;
  }

  static long contribution(int steps, int quests) {
    return (long) steps * CONTRIBUTION_PER_STEP + (long) quests * CONTRIBUTION_PER_QUEST;
  }

  /**
   * For fighting the boss.
   *
   * @param percent of the damage; who strikes the last blow counts as having dealt all of it
   */
  static int bossContribution(int percent) {
    return BOSS_CONTRIBUTION + percent / 2;
  }

  /** What a deed adds to the chapter's points; a failure takes some away. */
  static long points(DeedKind kind, DeedOutcome outcome) {
    if (outcome != DeedOutcome.success) {
      return outcome == DeedOutcome.failure ? -SETBACK : 0;
    }
    return switch (kind) {
      case problem, boss, event_chain -> 30;
      case world_event, dungeon -> 20;
      case treasure, hazard, archaeology, social, karma, faction, other -> 10;
    };
  }

  static int rateMilli(long points, long required) {
    return required <= 0 ? 0 : (int) Math.min(MILLI, points * MILLI / required);
  }

  static boolean isDone(int rateMilli) {
    return rateMilli >= DONE_MILLI;
  }

  static boolean isLost(int rateMilli) {
    return rateMilli <= LOST_MILLI;
  }

  /** How a chapter stands when its time is up. */
  static ChapterOutcome outcome(int rateMilli, int participants) {
    if (isDone(rateMilli)) {
      return ChapterOutcome.success;
    }
    if (!isLost(rateMilli)) {
      return ChapterOutcome.mixed;
    }
    return participants == 0 ? ChapterOutcome.timeout : ChapterOutcome.failure;
  }

  /** How strong the villain comes back after so many defeats, 1 to 5. */
  static int villainTier(int defeats) {
    if (defeats == 0) {
      return 1;
    }
    if (defeats <= 2) {
      return 2;
    }
    if (defeats <= 4) {
      return 3;
    }
    return defeats <= 7 ? 4 : 5;
  }

  static int escorts(int villainTier) {
    return ESCORTS_PER_TIER * (villainTier - 1);
  }

  static int hpRateMilli(int ofTemplate, int villainTier) {
    return Math.min(MOST_HP_MILLI, ofTemplate + HP_MILLI_PER_TIER * (villainTier - 1));
  }
}
