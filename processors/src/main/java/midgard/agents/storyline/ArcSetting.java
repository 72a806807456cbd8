package midgard.agents.storyline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Context;
import midgard.agents.storyline.ArcTemplate.BossTemplate;
import midgard.agents.storyline.ArcTemplate.ChapterTemplate;
import midgard.agents.storyline.ArcTemplate.NpcTemplate;
import midgard.agents.storyline.ArcTemplate.ObjectiveTemplate;
import midgard.agents.storyline.ArcTemplate.Place;
import midgard.agents.storyline.ArcTemplate.QuestTemplate;
import midgard.maps.Cell;
import midgard.maps.MapCatalogue;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.ObjectiveType;
import midgard.schemas.storyline.StoryBoss;
import midgard.schemas.storyline.StoryNpc;
import midgard.schemas.storyline.StoryObjective;
import midgard.schemas.storyline.StoryQuest;
import midgard.schemas.storyline.StoryReward;
import midgard.schemas.storyline.StorylineState;
import midgard.schemas.storyline.WorldModifier;

/** Sets a written arc into the world: its maps, cells, numbers and times. */
final class ArcSetting {
  /** Cells from every edge, so that nobody stands outside of what can be walked on. */
  private static final int MARGIN = 50;

  private final ArcTemplate template;
  private final String arcId;
  private final String ground;
  private final Context<StorylineState> context;

  private ArcSetting(
      ArcTemplate template, String arcId, String ground, Context<StorylineState> context) {
    this.template = template;
    this.arcId = arcId;
    this.ground = ground;
    this.context = context;
  }

  static Arc of(
      ArcTemplate template,
      String arcId,
      WorldStateSnapshot world,
      Context<StorylineState> context) {
    String ground =
        template.ground().equals(ArcTemplate.WHERE_PLAYERS_HUNT)
            ? world.huntedMap()
            : template.ground();
    return new ArcSetting(template, arcId, ground, context).arc();
  }

  private Arc arc() {
    StorylineState state = context.state();
    int tier = StorylineRules.villainTier(state.getVillainDefeats());
    long now = context.time();
    List<Chapter> chapters = new ArrayList<>();
    for (int number = 1; number <= template.chapters().size(); number++) {
      chapters.add(chapter(number, template.chapters().get(number - 1)));
    }
    return Arc.newBuilder()
        .setArcId(arcId)
        .setTemplateId(template.id())
        .setArcName(template.name())
        .setArcSummary(template.summary())
        .setTheme(template.theme())
        .setDominantFaction(template.faction())
        .setStatus(ArcStatus.active)
        .setDurationDays(template.days())
        .setCurrentChapter(1)
        .setChapters(chapters)
        .setBoss(boss(template.boss(), tier))
        .setSuccessOutcome(template.success())
        .setFailureOutcome(template.failure())
        .setAlignmentShift(template.alignmentShift())
        .setVillainTier(tier)
        .setTextsBy(ArcWords.TEMPLATE)
        .setCreatedBy("schedule")
        .setAdminNotes("")
        .setChoices(new ArrayList<>())
        .setStartedAt(now)
        .setExpectedEndAt(now + Duration.ofDays(template.days()).toMillis())
        .setCompletedAt(0)
        .setClosesAt(0)
        .setHeroes(new ArrayList<>())
        .build();
  }

  private static StoryBoss boss(BossTemplate boss, int tier) {
    return new StoryBoss(
        boss.name(),
        boss.monsterId(),
        boss.map(),
        StorylineRules.hpRateMilli(boss.hpRateMilli(), tier),
        boss.dropBonusPercent(),
        StorylineRules.escorts(tier),
        boss.escortId(),
        boss.message(),
        BossStatus.waiting);
  }

  private Chapter chapter(int number, ChapterTemplate chapter) {
    StoryNpc npc = npc(number, chapter.npc());
    int hours = (int) Duration.ofMillis(StorylineRules.chapterLength(template.days())).toHours();
    return new Chapter(
        arcId + "-chapter-" + number,
        number,
        chapter.title(),
        chapter.summary(),
        ChapterStatus.pending,
        null,
        List.of(npc),
        chapter.quests().stream().map(quest -> quest(quest, npc)).toList(),
        chapter.modifiers().stream()
            .map(
                modifier ->
                    new WorldModifier(
                        ground,
                        modifier.flag(),
                        modifier.valueMilli(),
                        hours,
                        modifier.description()))
            .toList(),
        0L,
        0L,
        0L,
        0L,
        0L,
        0);
  }

  private StoryNpc npc(int number, NpcTemplate npc) {
    String map = map(npc.place());
    Cell cell = MapCatalogue.KNOWN.cell(map, MARGIN, context.random());
    return new StoryNpc(
        arcId + "-npc-" + number,
        npc.name(),
        npc.role(),
        npc.sprite(),
        map,
        cell.x(),
        cell.y(),
        npc.greeting(),
        npc.dialogue());
  }

  private StoryQuest quest(QuestTemplate quest, StoryNpc giver) {
    StorylineState state = context.state();
    int number =
        StorylineRules.FIRST_QUEST + Math.floorMod(state.getQuests(), StorylineRules.QUEST_NUMBERS);
    state.setQuests(state.getQuests() + 1);
    return new StoryQuest(
        number,
        quest.title(),
        quest.objective(),
        giver.getNpcId(),
        quest.objectives().stream().map(objective -> objective(objective, giver)).toList(),
        new StoryReward(quest.exp(), quest.items(), quest.reputation()));
  }

  private StoryObjective objective(ObjectiveTemplate objective, StoryNpc giver) {
    return new StoryObjective(
        objective.type(),
        objective.description(),
        map(objective.place()),
        List.of(),
        objective.item(),
        objective.type() == ObjectiveType.talk ? giver.getNpcId() : "",
        objective.quantity());
  }

  private String map(Place place) {
    return switch (place) {
      case TOWN -> template.town();
      case GROUND -> ground;
      case LAIR -> template.boss().map();
      case ANYWHERE -> "";
    };
  }
}
