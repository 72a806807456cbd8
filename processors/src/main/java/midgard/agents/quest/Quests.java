package midgard.agents.quest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.agents.treasure.FragmentPurse;
import midgard.agents.world.PlayerPresence;
import midgard.schemas.Domain;
import midgard.schemas.dynamicnpc.NpcArrived;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.QuestAccept;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.quest.OtherGivers;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestGiver;
import midgard.schemas.quest.QuestObjectiveKind;
import midgard.schemas.quest.QuestState;
import midgard.schemas.quest.QuestStatus;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;

/**
 * What people in the world ask of a player: offered and taken in talk, done by what the game's
 * events show, paid at once when the last objective is met.
 */
public final class Quests extends Agent<QuestState> {
  public static final StateOf<QuestState> STATE =
      StateOf.of(AgentName.QUEST, Domain.PLAYER, QuestState.class);

  private static final String EXPIRE = "expire";

  private final Shared<OtherGivers> others;
  private final int firstGameQuest;

  /**
   * @param firstGameQuest the first of five numbers in the game's quest log
   */
  public Quests(int firstGameQuest) {
    super(STATE);
    this.firstGameQuest = firstGameQuest;
    others = share(OtherGivers.class, () -> OtherGivers.newBuilder().build());
    onBroadcast(others, NpcArrived.class, Quests::arrived);
    on(NpcInteraction.class, this::interact);
    on(QuestAccept.class, (accept, context) -> accepted(accept.getQuestId(), context));
    on(QuestComplete.class, this::completedInGame);
    on(MonsterKill.class, (k, context) -> count(QuestObjectiveKind.kill_monsters, 1, context));
    on(
        ItemPickup.class,
        (pickup, context) -> count(QuestObjectiveKind.pick_up_items, pickup.getAmount(), context));
    on(ItemRefine.class, (r, context) -> count(QuestObjectiveKind.refine_item, 1, context));
    on(MapChange.class, this::travel);
    onTimer(EXPIRE, (due, context) -> expire(context));
  }

  /** A wanderer has a quest of its own. */
  private static void arrived(NpcArrived npc, OtherGivers others) {
    others.getGivers().removeIf(giver -> giver.getUntil() <= npc.getSpawnedAt());
    others.getGivers().add(new QuestGiver(npc.getNpcId(), npc.getNpcName(), npc.getDespawnsAt()));
  }

  private boolean isOther(String name, Context<QuestState> context) {
    return name.equals(FragmentPurse.COLLECTOR)
        || context.shared(others).getGivers().stream()
            .filter(giver -> context.time() < giver.getUntil())
            .anyMatch(giver -> giver.getNpcId().equals(name) || giver.getNpcName().equals(name));
  }

  private void interact(NpcInteraction interaction, Context<QuestState> context) {
    if (interaction.getInteraction() == Interaction.attack || context.event().getPlayerId() == 0) {
      return;
    }
    String npc = interaction.getNpcName();
    advance(quest -> QuestProgress.talk(quest, npc, mapOf(context)), context);
    if (interaction.getInteraction() == Interaction.quest && !isOther(npc, context)) {
      ask(npc, context);
    }
  }

  private static String mapOf(Context<QuestState> context) {
    String map = context.event().getMap();
    return map == null ? "" : map;
  }

  /** Who asks first is offered a quest; who asks again takes it. */
  private void ask(String npc, Context<QuestState> context) {
    QuestState state = context.state();
    close(context);
    for (Quest quest : state.getOpen()) {
      if (quest.getNpcName().equals(npc)) {
        accept(quest, context);
        return;
      }
    }
    if (state.getOpen().size() >= QuestRules.MOST_OPEN) {
      return;
    }
    state.setOffered(state.getOffered() + 1);
    Quest quest =
        QuestOffer.draw(
            "quest-" + context.key() + "-" + state.getOffered(),
            freeGameQuest(state),
            npc,
            mapOf(context),
            level(context),
            context.time(),
            context.random());
    state.getOpen().add(quest);
    context.wakeAt(quest.getExpiresAt(), EXPIRE);
    context.change(QuestEffects.row(quest, context));
  }

  private int freeGameQuest(QuestState state) {
    List<Integer> taken = state.getOpen().stream().map(Quest::getGameQuestId).toList();
    return IntStream.range(firstGameQuest, firstGameQuest + QuestRules.MOST_OPEN)
        .filter(number -> !taken.contains(number))
        .findFirst()
        .orElseThrow();
  }

  /** As measured: by the event, else as it was last seen; 1 when it never was. */
  private static int level(Context<QuestState> context) {
    Integer level = context.event().getBaseLevel();
    int known = level != null ? level : context.peek(PlayerPresence.STATE).getNow().getBaseLevel();
    return Math.max(1, known);
  }

  private static void accept(Quest quest, Context<QuestState> context) {
    int level = level(context);
    if (quest.getStatus() != QuestStatus.available
        || level < quest.getMinLevel()
        || level > quest.getMaxLevel()
        || context.time() >= quest.getExpiresAt()) {
      return;
    }
    quest.setStatus(QuestStatus.active);
    quest.setAcceptedAt(context.time());
    quest.setExpiresAt(context.time() + QuestRules.TIME_TO_DO.toMillis());
    context.wakeAt(quest.getExpiresAt(), EXPIRE);
    QuestEffects.create(quest, context);
    context.change(QuestEffects.row(quest, context));
  }

  private boolean isOurs(int gameQuest) {
    return gameQuest >= firstGameQuest && gameQuest < firstGameQuest + QuestRules.MOST_OPEN;
  }

  private void accepted(int gameQuest, Context<QuestState> context) {
    if (isOurs(gameQuest)) {
      for (Quest quest : context.state().getOpen()) {
        if (quest.getGameQuestId() == gameQuest) {
          accept(quest, context);
        }
      }
    }
  }

  /** Ours are complete when they are done, not when it is said so. */
  private void completedInGame(QuestComplete complete, Context<QuestState> context) {
    if (!isOurs(complete.getQuestId())) {
      context.state().setCompletedInGame(context.state().getCompletedInGame() + 1);
    }
  }

  private void travel(MapChange change, Context<QuestState> context) {
    advance(
        quest -> QuestProgress.count(quest, QuestObjectiveKind.visit_map, change.getToMap(), 1),
        context);
  }

  private void count(QuestObjectiveKind kind, int amount, Context<QuestState> context) {
    String map = mapOf(context);
    advance(quest -> QuestProgress.count(quest, kind, map, amount), context);
  }

  private static void advance(Predicate<Quest> counted, Context<QuestState> context) {
    boolean done = false;
    for (Quest quest : context.state().getOpen()) {
      if (QuestProgress.runs(quest, context.time())
          && counted.test(quest)
          && QuestProgress.isFulfilled(quest)) {
        complete(quest, context);
        done = true;
      }
    }
    if (done) {
      close(context);
    }
  }

  private static void complete(Quest quest, Context<QuestState> context) {
    quest.setStatus(QuestStatus.completed);
    quest.setCompletedAt(context.time());
    context.state().setCompleted(context.state().getCompleted() + 1);
    QuestEffects.reward(quest, context);
    context.signal(
        Domain.PLAYER,
        context.key(),
        new ReputationGain(
            ReputationKind.problem_solver,
            quest.getRewards().getProblemSolverReputation(),
            "quest",
            quest.getQuestId()));
    context.change(QuestEffects.row(quest, context));
  }

  private static void expire(Context<QuestState> context) {
    close(context);
  }

  /** Puts away what is over by the clock or done. */
  private static void close(Context<QuestState> context) {
    QuestState state = context.state();
    for (Quest quest : new ArrayList<>(state.getOpen())) {
      if (quest.getStatus() != QuestStatus.completed && quest.getExpiresAt() <= context.clock()) {
        quest.setStatus(QuestStatus.expired);
        context.change(QuestEffects.row(quest, context));
      }
      if (isOver(quest)) {
        state.getOpen().remove(quest);
        state.getPast().add(quest);
      }
    }
    List<Quest> past = state.getPast();
    if (past.size() > QuestRules.REMEMBERED) {
      past.subList(0, past.size() - QuestRules.REMEMBERED).clear();
    }
  }

  private static boolean isOver(Quest quest) {
    return quest.getStatus() == QuestStatus.completed || quest.getStatus() == QuestStatus.expired;
  }
}
