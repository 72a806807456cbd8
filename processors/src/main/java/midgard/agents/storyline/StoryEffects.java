package midgard.agents.storyline;

import java.time.Duration;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.event.Priority;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.StoryBoss;
import midgard.schemas.storyline.StoryNpc;
import midgard.schemas.storyline.StorylineState;
import midgard.schemas.storyline.WorldModifier;

/** What the game gets to see of the story. */
final class StoryEffects {
  /** A game server that was down at the end still has to go back to its usual rates. */
  private static final Duration END_VALID_FOR = Duration.ofDays(7);

  private static final String HP_FLAG = "story_boss_hp_rate";
  private static final String DROP_FLAG = "story_boss_drop_rate";
  private static final int PERCENT_MILLI = 10;

  private static final String TOPIC = "arc";
  private static final int IMPORTANCE = 8;

  private StoryEffects() {}

  static String key(Arc arc, String occasion) {
    return "story:" + arc.getArcId() + ":" + occasion;
  }

  static String bossKey(Arc arc) {
    return key(arc, "boss");
  }

  static String heroKey(Arc arc, int rank) {
    return key(arc, "hero:" + rank);
  }

  static void announce(Arc arc, String occasion, String text, Context<StorylineState> context) {
    context.action(GameRequest.announcement(key(arc, occasion), text).with(Priority.high));
  }

  /** What everybody in the world may talk about. */
  static void tellWorld(Arc arc, Chapter chapter, Context<StorylineState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            TOPIC,
            arc.getArcId(),
            "%s: %s".formatted(arc.getArcName(), chapter.getChapterSummary()),
            "",
            IMPORTANCE,
            arc.getStartedAt(),
            arc.getExpectedEndAt()));
  }

  static void tellEnd(Arc arc, Context<StorylineState> context) {
    context.signal(Domain.WORLD, Domain.WORLD_KEY, new HappeningEnded(TOPIC, arc.getArcId()));
  }

  static void open(Arc arc, Chapter chapter, Context<StorylineState> context) {
    Duration lasts = Duration.ofMillis(Math.max(1, chapter.getEndsAt() - context.time()));
    int number = chapter.getChapterNumber();
    announce(
        arc,
        number + ":open",
        "%s, chapter %d: %s. %s"
            .formatted(
                arc.getArcName(), number, chapter.getChapterTitle(), chapter.getChapterSummary()),
        context);
    for (StoryNpc npc : chapter.getNpcs()) {
      SpawnNpc spawn =
          new SpawnNpc(
              npc.getNpcId(),
              npc.getNpcName(),
              npc.getNpcLocation(),
              npc.getX(),
              npc.getY(),
              npc.getNpcSprite(),
              npc.getGreeting());
      context.action(
          GameRequest.of(key(arc, "npc:" + npc.getNpcId()), spawn, lasts, npc.getNpcLocation()));
    }
    for (WorldModifier modifier : chapter.getWorldModifiers()) {
      flag(arc, number + ":on", modifier, modifier.getValueMilli(), lasts, context);
    }
    if (StoryCourse.isLast(arc)) {
      bringBoss(arc, lasts, context);
    }
  }

  private static void bringBoss(Arc arc, Duration lasts, Context<StorylineState> context) {
    StoryBoss boss = arc.getBoss();
    String map = boss.getSpawnMap();
    int drops = StorylineRules.MILLI + boss.getDropBonusPercent() * PERCENT_MILLI;
    // The strength before the monster that is to have it.
    context.action(
        GameRequest.mapFlag(key(arc, "boss:hp:on"), map, HP_FLAG, boss.getHpRateMilli(), lasts));
    context.action(GameRequest.mapFlag(key(arc, "boss:drop:on"), map, DROP_FLAG, drops, lasts));
    context.action(GameRequest.monsters(bossKey(arc), map, boss.getBossId(), 1, lasts));
    if (boss.getEscorts() > 0) {
      context.action(
          GameRequest.monsters(
              key(arc, "escorts"), map, boss.getEscortId(), boss.getEscorts(), lasts));
    }
    announce(arc, "boss:news", boss.getSpawnMessage() + " (" + map + ")", context);
  }

  static void close(Arc arc, Chapter chapter, Context<StorylineState> context) {
    for (StoryNpc npc : chapter.getNpcs()) {
      context.action(
          GameRequest.of(
              key(arc, "npc:" + npc.getNpcId() + ":gone"),
              new RemoveNpc(npc.getNpcId()),
              END_VALID_FOR,
              npc.getNpcLocation()));
    }
    for (WorldModifier modifier : chapter.getWorldModifiers()) {
      flag(
          arc,
          chapter.getChapterNumber() + ":off",
          modifier,
          StorylineRules.MILLI,
          END_VALID_FOR,
          context);
    }
    if (StoryCourse.isLast(arc)) {
      for (String flag : new String[] {HP_FLAG, DROP_FLAG}) {
        context.action(
            GameRequest.mapFlag(
                key(arc, flag + ":off"),
                arc.getBoss().getSpawnMap(),
                flag,
                StorylineRules.MILLI,
                END_VALID_FOR));
      }
    }
  }

  private static void flag(
      Arc arc,
      String occasion,
      WorldModifier modifier,
      int value,
      Duration validFor,
      Context<StorylineState> context) {
    context.action(
        GameRequest.mapFlag(
            key(arc, occasion + ":" + modifier.getFlag()),
            modifier.getMap(),
            modifier.getFlag(),
            value,
            validFor));
  }

  static void tell(
      Arc arc, Chapter chapter, ChapterOutcome outcome, Context<StorylineState> context) {
    String text =
        switch (outcome) {
          case success -> "\"%s\" has ended well.";
          case mixed -> "\"%s\" is over, half won and half lost.";
          case failure, timeout -> "\"%s\" has ended badly.";
        };
    announce(
        arc,
        chapter.getChapterNumber() + ":close",
        text.formatted(chapter.getChapterTitle()),
        context);
  }
}
