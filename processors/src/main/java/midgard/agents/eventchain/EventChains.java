package midgard.agents.eventchain;

import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainCalled;
import midgard.schemas.eventchain.ChainProgress;
import midgard.schemas.eventchain.ChainStatus;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainTrigger;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.EventChainState;
import midgard.schemas.eventchain.StepDeed;
import midgard.schemas.eventchain.StepOutcome;
import midgard.schemas.eventchain.StepTask;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;

/**
 * Stories of several steps. A chain begins by chance or because something called for it; each step
 * ends when the players have done it or its own time is over, and its result changes the next.
 */
public final class EventChains extends Agent<EventChainState> {
  public static final StateOf<EventChainState> STATE =
      StateOf.of(AgentName.EVENT_CHAIN, Domain.WORLD, EventChainState.class);

  private static final String ADVANCE = "advance";

  private final ChainRules rules;

  public EventChains(ChainRules rules) {
    super(STATE);
    this.rules = rules;
    on(ChainCalled.class, this::called);
    on(Deed.class, this::deed);
    on(ChainProgress.class, this::progress);
    on(ActionResult.class, this::result);
    onTimer(ADVANCE, (due, context) -> advance(context));
    every("chain_evaluation", ChainRules.CHECK, this::evaluate);
    every("chain_advancement", ChainRules.ADVANCE, EventChains::advance);
  }

  private void evaluate(Context<EventChainState> context) {
    int online = context.peek(WorldPulse.STATE).getOnlinePlayers();
    if (online > rules.minOnline()
        && context.state().getChains().size() < rules.maxActive()
        && context.random().nextInt(ChainRules.MILLION) < rules.chanceMillionth()) {
      ChainType[] types = ChainType.values();
      ChainType type = types[context.random().nextInt(types.length)];
      open(type, new ChainTrigger("chain_evaluation", online + " players on line"), "", context);
    }
  }

  private void called(ChainCalled call, Context<EventChainState> context) {
    open(
        call.getChainType(),
        new ChainTrigger(call.getSource(), call.getReason()),
        call.getMap(),
        context);
  }

  /** A problem that was solved leaves questions; a champion that fell leaves an empty throne. */
  private void deed(Deed deed, Context<EventChainState> context) {
    if (deed.getOutcome() != DeedOutcome.success) {
      return;
    }
    if (deed.getKind() == DeedKind.problem) {
      open(
          ChainType.investigation,
          new ChainTrigger("problem", "Solved: " + deed.getTitle()),
          deed.getMap(),
          context);
    } else if (deed.getKind() == DeedKind.boss) {
      open(
          ChainType.faction_war,
          new ChainTrigger("dynamic_boss", "Defeated: " + deed.getTitle()),
          deed.getMap(),
          context);
    }
  }

  private void open(
      ChainType type, ChainTrigger trigger, String map, Context<EventChainState> context) {
    List<Chain> chains = context.state().getChains();
    if (chains.size() >= rules.maxActive()
        || chains.stream().anyMatch(chain -> chain.getChainType() == type)) {
      return;
    }
    Chain chain = ChainPlan.of(ChainRules.kind(type), trigger, map, context);
    chains.add(chain);
    ChainEffects.say(chain, "start", ChainTexts.opening(chain), context);
    ChainEffects.tellWorld(chain, context);
    begin(chain, 1000, context);
    context.wakeAt(chain.getExpiresAt(), ADVANCE);
  }

  /** Begins the current step, as hard as the one before it left it. */
  private static void begin(Chain chain, int difficultyMilli, Context<EventChainState> context) {
    ChainStep step = current(chain);
    step.setStartedAt(context.time());
    if (step.getSuccessCondition().getTask() != StepTask.talk) {
      step.setDeadline(context.time() + ChainRules.STEP_LIMIT.toMillis());
      context.wakeAt(step.getDeadline() + ChainRules.GRACE.toMillis(), ADVANCE);
    }
    ease(chain, step, difficultyMilli);
    ChainEffects.begin(chain, step, context);
    context.change(ChainEffects.chainRow(chain, null));
  }

  private static void ease(Chain chain, ChainStep step, int difficultyMilli) {
    ChainRules.StepKind kind =
        ChainRules.step(ChainRules.kind(chain.getChainType()), step.getStepNumber());
    int amount = ChainRules.amount(kind.amount(), difficultyMilli);
    step.getSuccessCondition().setRequired(amount);
    step.setObjective(
        ChainTexts.objective(kind, step.getSuccessCondition().getTargetMap(), amount));
    if (step.getSpawnData() != null) {
      step.getSpawnData().setAmount(amount);
    }
  }

  static ChainStep current(Chain chain) {
    return chain.getSteps().get(chain.getCurrentStep() - 1);
  }

  private void progress(ChainProgress progress, Context<EventChainState> context) {
    Optional<Chain> found = find(progress.getChainId(), context);
    if (found.isEmpty() || found.get().getCurrentStep() != progress.getStepNumber()) {
      return;
    }
    Chain chain = found.get();
    ChainStep step = current(chain);
    for (StepDeed deed : progress.getDeeds()) {
      step.setProgress(Math.addExact(step.getProgress(), deed.getCount()));
      ChainPlayers.add(chain, deed)
          .ifPresent(player -> context.change(ChainEffects.row(chain, player, null, context)));
    }
    if (step.getProgress() >= step.getSuccessCondition().getRequired()) {
      finish(chain, StepOutcome.success, context);
    }
  }

  /** A fight whose monsters could not be brought goes on against whatever lives there. */
  private void result(ActionResult result, Context<EventChainState> context) {
    if (result.getOutcome() == ActionOutcome.completed
        || !ChainEffects.isSpawn(result.getIdempotencyKey())) {
      return;
    }
    for (Chain chain : context.state().getChains()) {
      ChainStep step = current(chain);
      if (ChainEffects.spawnKey(chain, step).equals(result.getIdempotencyKey())) {
        step.getSuccessCondition().setMonsterId(0);
        ChainEffects.tellMaps(chain, step, context);
        context.change(ChainEffects.row(chain, step));
      }
    }
  }

  private static Optional<Chain> find(String id, Context<EventChainState> context) {
    return context.state().getChains().stream()
        .filter(chain -> chain.getChainId().equals(id))
        .findFirst();
  }

  /** Ends what is over by now: steps past their limit, and chains past their life. */
  private static void advance(Context<EventChainState> context) {
    long now = context.time();
    for (Chain chain : List.copyOf(context.state().getChains())) {
      ChainStep step = current(chain);
      if (now >= chain.getExpiresAt()) {
        end(chain, true, context);
      } else if (step.getDeadline() > 0
          && now >= step.getDeadline() + ChainRules.GRACE.toMillis()) {
        finish(
            chain,
            ChainRules.atDeadline(step.getProgress(), step.getSuccessCondition().getRequired()),
            context);
      }
    }
  }

  private static void finish(Chain chain, StepOutcome outcome, Context<EventChainState> context) {
    ChainStep step = current(chain);
    step.setOutcome(outcome);
    step.setCompletedAt(context.time());
    if (outcome != StepOutcome.failure) {
      ChainPlayers.stepDone(chain);
    }
    ChainEffects.finish(chain, step, context);
    if (chain.getCurrentStep() == chain.getSteps().size()) {
      end(chain, false, context);
    } else {
      chain.setCurrentStep(chain.getCurrentStep() + 1);
      begin(chain, ChainRules.difficultyMilli(outcome), context);
    }
  }

  private static void end(Chain chain, boolean expired, Context<EventChainState> context) {
    if (expired) {
      ChainEffects.finish(chain, current(chain), context);
    }
    int successes =
        (int)
            chain.getSteps().stream()
                .filter(step -> step.getOutcome() == StepOutcome.success)
                .count();
    StepOutcome ending = ChainRules.ending(successes, chain.getSteps().size());
    ChainStatus status = ending == StepOutcome.failure ? ChainStatus.failed : ChainStatus.completed;
    chain.setStatus(expired ? ChainStatus.expired : status);
    ChainEnding.carryOut(
        chain, ending, ChainRules.rateMilli(successes, chain.getSteps().size()), context);
    context.state().getChains().remove(chain);
  }
}
