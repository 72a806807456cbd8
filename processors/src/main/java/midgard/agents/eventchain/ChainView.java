package midgard.agents.eventchain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainEnded;
import midgard.schemas.eventchain.ChainHistoryState;
import midgard.schemas.eventchain.ChainStatus;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainTrigger;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.EventChainState;
import midgard.schemas.eventchain.StepGoal;
import midgard.schemas.eventchain.StepNpc;
import midgard.schemas.eventchain.StepOutcome;
import midgard.schemas.eventchain.StepResult;
import midgard.schemas.eventchain.StepSpawn;

/** A chain that runs, as the API shows it at an instant (domain reference 2.7). */
public record ChainView(
    String chainId,
    ChainType chainType,
    String chainName,
    ChainTrigger triggerCondition,
    String map,
    int totalSteps,
    int currentStep,
    List<StepView> steps,
    int participantCount,
    ChainStatus status,
    Instant startedAt,
    Instant expiresAt) {

  /**
   * A step. What has not begun shows what it will be at full difficulty.
   *
   * @param deadline empty where there is none, or the step has not begun
   */
  public record StepView(
      int stepNumber,
      String stepType,
      String objective,
      String dialogue,
      StepGoal successCondition,
      Optional<StepNpc> npcData,
      Optional<StepSpawn> spawnData,
      int progress,
      Optional<StepOutcome> outcome,
      Optional<Instant> startedAt,
      Optional<Instant> deadline) {

    private static StepView of(ChainStep step) {
      return new StepView(
          step.getStepNumber(),
          step.getStepType(),
          step.getObjective(),
          step.getDialogue(),
          step.getSuccessCondition(),
          Optional.ofNullable(step.getNpcData()),
          Optional.ofNullable(step.getSpawnData()),
          step.getProgress(),
          Optional.ofNullable(step.getOutcome()),
          time(step.getStartedAt()),
          time(step.getDeadline()));
    }
  }

  /** A chain that ended. */
  public record EndedView(
      String chainId,
      ChainType chainType,
      String chainName,
      String map,
      ChainStatus status,
      StepOutcome finalOutcome,
      double successRate,
      int participantCount,
      int totalSteps,
      List<StepResult> steps,
      Instant startedAt,
      Instant completedAt) {

    private static EndedView of(ChainEnded chain) {
      return new EndedView(
          chain.getChainId(),
          chain.getChainType(),
          chain.getChainName(),
          chain.getMap(),
          chain.getStatus(),
          chain.getFinalOutcome(),
          chain.getSuccessRateMilli() / 1000.0,
          chain.getParticipantCount(),
          chain.getSteps().size(),
          chain.getSteps(),
          Instant.ofEpochMilli(chain.getStartedAt()),
          Instant.ofEpochMilli(chain.getCompletedAt()));
    }
  }

  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** The chains that run at an instant, by start. Expired is expired at that instant. */
  public static List<ChainView> active(EventChainState state, long now) {
    return state.getChains().stream()
        .map(chain -> of(chain, now))
        .filter(view -> view.status == ChainStatus.active)
        .toList();
  }

  /** A chain that has not been closed yet. */
  public static Optional<ChainView> find(EventChainState state, String id, long now) {
    return state.getChains().stream()
        .filter(chain -> chain.getChainId().equals(id))
        .map(chain -> of(chain, now))
        .findFirst();
  }

  private static ChainView of(Chain chain, long now) {
    return new ChainView(
        chain.getChainId(),
        chain.getChainType(),
        chain.getChainName(),
        chain.getTriggerCondition(),
        chain.getMap(),
        chain.getSteps().size(),
        chain.getCurrentStep(),
        chain.getSteps().stream().map(StepView::of).toList(),
        chain.getPlayers().size(),
        now >= chain.getExpiresAt() ? ChainStatus.expired : chain.getStatus(),
        Instant.ofEpochMilli(chain.getStartedAt()),
        Instant.ofEpochMilli(chain.getExpiresAt()));
  }

  /** The step that the players are at. */
  public StepView atStep() {
    return steps.get(currentStep - 1);
  }

  /** The chains that ended, latest first. */
  public static List<EndedView> history(ChainHistoryState state, int limit) {
    return state.getEnded().stream().limit(limit).map(EndedView::of).toList();
  }

  public static Optional<EndedView> ended(ChainHistoryState state, String id) {
    return state.getEnded().stream()
        .filter(chain -> chain.getChainId().equals(id))
        .map(EndedView::of)
        .findFirst();
  }
}
