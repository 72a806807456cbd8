package midgard.agents.storyline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.CreateQuest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.Priority;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.BossFelled;
import midgard.schemas.storyline.ChapterClosed;
import midgard.schemas.storyline.ChapterOpened;
import midgard.schemas.storyline.ObjectiveType;
import midgard.schemas.storyline.OpenStory;
import midgard.schemas.storyline.PlayerChoice;
import midgard.schemas.storyline.QuestSteps;
import midgard.schemas.storyline.StoryNpc;
import midgard.schemas.storyline.StoryObjective;
import midgard.schemas.storyline.StoryPlayerState;
import midgard.schemas.storyline.StoryProgress;
import midgard.schemas.storyline.StoryQuest;

/**
 * What each player does for the quests of the open chapter. All players know them, so that what no
 * quest asks for reads no state.
 */
public final class StoryQuests extends Agent<StoryPlayerState> {
  public static final StateOf<StoryPlayerState> STATE =
      StateOf.of(AgentName.STORYLINE, Domain.PLAYER, StoryPlayerState.class);

  private static final String TELL = "tell";
  private static final Duration QUEST_NEWS = Duration.ofDays(1);
  private static final int IMPACT = 50;
  private static final int PERCENT_PER_STEP = 10;

  private final Shared<OpenStory> open;

  public StoryQuests() {
    super(STATE);
    open = share(OpenStory.class, () -> OpenStory.newBuilder().build());
    onBroadcast(open, ChapterOpened.class, StoryQuests::opened);
    onBroadcast(open, ChapterClosed.class, StoryQuests::closed);
    on(MonsterKill.class, this::kill);
    on(ItemPickup.class, this::pickup);
    on(MapChange.class, this::arrive);
    on(NpcInteraction.class, this::talk);
    onTimer(TELL, (due, context) -> tell(context));
  }

  private static void opened(ChapterOpened opened, OpenStory story) {
    story.setArcId(opened.getArcId());
    story.setChapterNumber(opened.getChapterNumber());
    story.setQuests(opened.getQuests());
    story.setNpcs(opened.getNpcs());
    story.setBossId(opened.getBossId());
    story.setBossMap(opened.getBossMap());
    story.setStartedAt(opened.getStartedAt());
    story.setEndsAt(opened.getEndsAt());
  }

  private static void closed(ChapterClosed closed, OpenStory story) {
    if (closed.getArcId().equals(story.getArcId())
        && closed.getChapterNumber() == story.getChapterNumber()) {
      opened(new ChapterOpened("", 0, List.of(), List.of(), 0, "", 0L, 0L), story);
    }
  }

  private boolean isOpen(OpenStory story, Context<StoryPlayerState> context) {
    return !story.getArcId().isEmpty()
        && context.time() >= story.getStartedAt()
        && context.time() < story.getEndsAt();
  }

  private void kill(MonsterKill kill, Context<StoryPlayerState> context) {
    String map = known(context.event().getMap());
    count(1, o -> isKill(o, kill.getMonsterId(), map) || isVisit(o, map), context);
    OpenStory story = context.shared(open);
    if (story.getBossId() == kill.getMonsterId()
        && story.getBossMap().equals(map)
        && isOpen(story, context)) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new BossFelled(
              story.getArcId(),
              Long.parseLong(context.key()),
              known(context.event().getPlayerName())));
    }
  }

  private static String known(String text) {
    return text == null ? "" : text;
  }

  private static boolean isKill(StoryObjective objective, int monster, String map) {
    return objective.getObjectiveType() == ObjectiveType.kill
        && (objective.getTargetMap().isEmpty() || objective.getTargetMap().equals(map))
        && (objective.getMonsters().isEmpty() || objective.getMonsters().contains(monster));
  }

  private static boolean isVisit(StoryObjective objective, String map) {
    return objective.getObjectiveType() == ObjectiveType.explore
        && objective.getTargetMap().equals(map);
  }

  private void pickup(ItemPickup pickup, Context<StoryPlayerState> context) {
    count(
        pickup.getAmount(),
        o ->
            o.getObjectiveType() == ObjectiveType.collect
                && o.getRequiredItem() == pickup.getItemId(),
        context);
  }

  private void arrive(MapChange change, Context<StoryPlayerState> context) {
    count(1, o -> isVisit(o, change.getToMap()), context);
  }

  private void talk(NpcInteraction talk, Context<StoryPlayerState> context) {
    OpenStory story = context.shared(open);
    if (!isOpen(story, context)) {
      return;
    }
    for (StoryNpc npc : story.getNpcs()) {
      if (talk.getNpcName().equals(npc.getNpcId()) || talk.getNpcName().equals(npc.getNpcName())) {
        count(1, o -> o.getTargetNpc().equals(npc.getNpcId()), context);
        story.getQuests().stream()
            .filter(quest -> quest.getGiverNpcId().equals(npc.getNpcId()))
            .forEach(quest -> steps(story, quest, context));
        choose(story, npc, talk.getInteraction(), context);
      }
    }
  }

  /** How a player deals with one of the story's people, the first time, is a choice. */
  private static void choose(
      OpenStory story, StoryNpc npc, Interaction interaction, Context<StoryPlayerState> context) {
    boolean choice =
        interaction == Interaction.help
            || interaction == Interaction.gift
            || interaction == Interaction.attack;
    if (!choice || enter(story, context).getChosen().contains(npc.getNpcId())) {
      return;
    }
    context.state().getChosen().add(npc.getNpcId());
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new PlayerChoice(
            story.getArcId(),
            Long.parseLong(context.key()),
            interaction.name(),
            npc.getNpcName(),
            IMPACT));
  }

  private void count(
      int amount, Predicate<StoryObjective> wanted, Context<StoryPlayerState> context) {
    OpenStory story = context.shared(open);
    if (!isOpen(story, context)) {
      return;
    }
    for (StoryQuest quest : story.getQuests()) {
      for (int i = 0; i < quest.getObjectives().size(); i++) {
        if (wanted.test(quest.getObjectives().get(i))) {
          advance(story, quest, i, amount, context);
        }
      }
    }
  }

  private static void advance(
      OpenStory story,
      StoryQuest quest,
      int objective,
      int amount,
      Context<StoryPlayerState> context) {
    QuestSteps steps = steps(story, quest, context);
    int all = quest.getObjectives().get(objective).getQuantity();
    int before = steps.getDone().get(objective);
    int now = (int) Math.min(all, (long) before + Math.max(0, amount));
    if (now == before) {
      return;
    }
    steps.getDone().set(objective, now);
    steps.setUnwritten(true);
    int percent = QuestView.percent(quest, steps.getDone());
    StoryPlayerState state = context.state();
    state.setUntoldSteps(
        state.getUntoldSteps()
            + percent / PERCENT_PER_STEP
            - steps.getPercent() / PERCENT_PER_STEP);
    steps.setPercent(percent);
    context.wakeAt(context.nextTurn(StorylineRules.FLUSH), TELL);
    if (QuestView.isDone(quest, steps.getDone()) && steps.getCompletedAt() == 0) {
      steps.setCompletedAt(context.time());
      state.setUntoldQuests(state.getUntoldQuests() + 1);
      reward(story, quest, context);
      context.wakeAt(context.clock() + 1, TELL);
    }
  }

  /** The player's entry for a quest; the first time the game is told of it. */
  private static QuestSteps steps(
      OpenStory story, StoryQuest quest, Context<StoryPlayerState> context) {
    StoryPlayerState state = enter(story, context);
    int place = 0;
    List<QuestSteps> quests = state.getQuests();
    while (place < quests.size() && quests.get(place).getQuestId() < quest.getQuestId()) {
      place++;
    }
    if (place < quests.size() && quests.get(place).getQuestId() == quest.getQuestId()) {
      return quests.get(place);
    }
    List<Integer> none = new ArrayList<>();
    quest.getObjectives().forEach(objective -> none.add(0));
    QuestSteps steps =
        new QuestSteps(quest.getQuestId(), story.getChapterNumber(), none, 0, 0L, true);
    quests.add(place, steps);
    long player = Long.parseLong(context.key());
    CreateQuest create =
        new CreateQuest(player, quest.getQuestId(), quest.getTitle(), quest.getObjective());
    context.action(
        new GameRequest(
            questKey(story, quest, player) + ":open",
            create,
            Priority.normal,
            QUEST_NEWS,
            player,
            ""));
    return steps;
  }

  private static String questKey(OpenStory story, StoryQuest quest, long player) {
    return "story:" + story.getArcId() + ":quest:" + quest.getQuestId() + ":player:" + player;
  }

  /** The state, as far as it is of this arc; what the world has not heard goes out first. */
  private static StoryPlayerState enter(OpenStory story, Context<StoryPlayerState> context) {
    StoryPlayerState state = context.state();
    boolean otherArc = !state.getArcId().equals(story.getArcId());
    if (otherArc || state.getUntoldChapter() != story.getChapterNumber()) {
      tell(context);
      state.setUntoldChapter(story.getChapterNumber());
    }
    if (otherArc) {
      state.setArcId(story.getArcId());
      state.setQuests(new ArrayList<>());
      state.setChosen(new ArrayList<>());
    }
    String name = known(context.event().getPlayerName());
    if (!name.isEmpty()) {
      state.setPlayerName(name);
    }
    return state;
  }

  private static void reward(OpenStory story, StoryQuest quest, Context<StoryPlayerState> context) {
    long player = Long.parseLong(context.key());
    GiveReward reward =
        GiveReward.newBuilder()
            .setPlayerId(player)
            .setItems(quest.getReward().getItems())
            .setBaseExp(quest.getReward().getExp())
            .build();
    context.action(GameRequest.reward(questKey(story, quest, player), reward));
    context.signal(
        Domain.PLAYER,
        context.key(),
        new ReputationGain(
            ReputationKind.world_guardian,
            quest.getReward().getReputation(),
            "story quest",
            story.getArcId() + ":" + quest.getQuestId()));
  }

  private static void tell(Context<StoryPlayerState> context) {
    StoryPlayerState state = context.state();
    long player = Long.parseLong(context.key());
    if (state.getUntoldSteps() > 0 || state.getUntoldQuests() > 0) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new StoryProgress(
              state.getArcId(),
              state.getUntoldChapter(),
              player,
              state.getPlayerName(),
              state.getUntoldSteps(),
              state.getUntoldQuests()));
      state.setUntoldSteps(0);
      state.setUntoldQuests(0);
    }
    for (QuestSteps steps : state.getQuests()) {
      if (steps.getUnwritten()) {
        steps.setUnwritten(false);
        context.change(
            QuestView.row(state.getArcId(), player, steps, Instant.ofEpochMilli(context.time())));
      }
    }
  }
}
