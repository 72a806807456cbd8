package midgard.agents.eventchain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.eventchain.ChainMapState;
import midgard.schemas.eventchain.ChainProgress;
import midgard.schemas.eventchain.ChainStepClosed;
import midgard.schemas.eventchain.ChainStepOpened;
import midgard.schemas.eventchain.OpenSteps;
import midgard.schemas.eventchain.StepDeed;
import midgard.schemas.eventchain.StepDeeds;
import midgard.schemas.eventchain.StepTask;

/**
 * Counts what players do for open steps, and tells the world at every tick that follows some. All
 * maps know the steps, so that what happens on any other map reads no state.
 */
public final class ChainMaps extends Agent<ChainMapState> {
  public static final StateOf<ChainMapState> STATE =
      StateOf.of(AgentName.EVENT_CHAIN, Domain.MAP, ChainMapState.class);

  private static final String TELL = "tell";

  private final Shared<OpenSteps> open;

  public ChainMaps() {
    super(STATE);
    open = share(OpenSteps.class, () -> OpenSteps.newBuilder().build());
    onBroadcast(open, ChainStepOpened.class, ChainMaps::opened);
    onBroadcast(open, ChainStepClosed.class, ChainMaps::closed);
    on(MonsterKill.class, this::kill);
    on(MvpKill.class, this::mvpKill);
    on(NpcInteraction.class, this::talk);
    on(MapChange.class, this::arrive);
    onTimer(TELL, (due, context) -> tell(context));
  }

  private static void opened(ChainStepOpened step, OpenSteps open) {
    open.getSteps().removeIf(other -> other.getChainId().equals(step.getChainId()));
    open.getSteps().add(step);
  }

  private static void closed(ChainStepClosed closed, OpenSteps open) {
    open.getSteps()
        .removeIf(
            step ->
                step.getChainId().equals(closed.getChainId())
                    && step.getStepNumber() == closed.getStepNumber());
  }

  private void kill(MonsterKill kill, Context<ChainMapState> context) {
    for (ChainStepOpened step :
        here(context, step -> isFight(step) && isWanted(step, kill.getMonsterId()))) {
      add(step, context.event().getPlayerId(), 1, points(step), context);
    }
  }

  /** The killer has all of it from the monster_kill of the same monster already. */
  private void mvpKill(MvpKill kill, Context<ChainMapState> context) {
    for (ChainStepOpened step :
        here(context, step -> isFight(step) && isWanted(step, kill.getMvpId()))) {
      for (MvpParticipant fought : kill.getParticipants()) {
        if (fought.getDamage() > 0 && fought.getPlayerId() != context.event().getPlayerId()) {
          add(step, fought.getPlayerId(), 0, points(step), context);
        }
      }
    }
  }

  private void talk(NpcInteraction interaction, Context<ChainMapState> context) {
    for (ChainStepOpened step :
        here(context, step -> step.getNpcNames().contains(interaction.getNpcName()))) {
      add(step, context.event().getPlayerId(), 1, ChainRules.POINTS_PER_DEED, context);
    }
  }

  private void arrive(MapChange change, Context<ChainMapState> context) {
    if (!change.getToMap().equals(context.key())) {
      return;
    }
    for (ChainStepOpened step : here(context, step -> step.getGoal().getTask() == StepTask.visit)) {
      add(step, context.event().getPlayerId(), 1, ChainRules.POINTS_PER_DEED, context);
    }
  }

  private static boolean isFight(ChainStepOpened step) {
    StepTask task = step.getGoal().getTask();
    return task == StepTask.battle || task == StepTask.hunt;
  }

  private static boolean isWanted(ChainStepOpened step, int monster) {
    return step.getGoal().getMonsterId() == 0 || step.getGoal().getMonsterId() == monster;
  }

  private static int points(ChainStepOpened step) {
    boolean boss = step.getGoal().getTask() == StepTask.battle && step.getGoal().getRequired() == 1;
    return boss ? ChainRules.POINTS_PER_BOSS : ChainRules.POINTS_PER_KILL;
  }

  /** The steps that the event may count for. */
  private List<ChainStepOpened> here(
      Context<ChainMapState> context, Predicate<ChainStepOpened> wanted) {
    long time = context.time();
    return context.shared(open).getSteps().stream()
        .filter(step -> step.getGoal().getTargetMap().equals(context.key()))
        .filter(step -> time >= step.getOpenedAt() && time < step.getDeadline())
        .filter(step -> context.event().getPlayerId() > 0)
        .filter(wanted)
        .toList();
  }

  private static void add(
      ChainStepOpened step, long player, int count, int points, Context<ChainMapState> context) {
    StepDeed deed = deed(deeds(step, context.state().getSteps()), player);
    deed.setCount(deed.getCount() + count);
    deed.setPoints(deed.getPoints() + points);
    context.wakeAt(context.clock() + 1, TELL);
  }

  private static List<StepDeed> deeds(ChainStepOpened step, List<StepDeeds> all) {
    for (StepDeeds deeds : all) {
      if (deeds.getChainId().equals(step.getChainId())
          && deeds.getStepNumber() == step.getStepNumber()) {
        return deeds.getDeeds();
      }
    }
    StepDeeds first = new StepDeeds(step.getChainId(), step.getStepNumber(), new ArrayList<>());
    all.add(first);
    return first.getDeeds();
  }

  private static StepDeed deed(List<StepDeed> deeds, long player) {
    int place = 0;
    while (place < deeds.size() && deeds.get(place).getPlayerId() < player) {
      place++;
    }
    if (place == deeds.size() || deeds.get(place).getPlayerId() != player) {
      deeds.add(place, new StepDeed(player, 0, 0L));
    }
    return deeds.get(place);
  }

  private static void tell(Context<ChainMapState> context) {
    List<StepDeeds> told = context.state().getSteps();
    for (StepDeeds step : told) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new ChainProgress(step.getChainId(), step.getStepNumber(), step.getDeeds()));
    }
    context.state().setSteps(new ArrayList<>());
  }
}
