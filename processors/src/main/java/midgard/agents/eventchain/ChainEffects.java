package midgard.agents.eventchain;

import java.time.Instant;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainData;
import midgard.schemas.eventchain.ChainParticipation;
import midgard.schemas.eventchain.ChainPlayer;
import midgard.schemas.eventchain.ChainReward;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.eventchain.ChainStepClosed;
import midgard.schemas.eventchain.ChainStepOpened;
import midgard.schemas.eventchain.ChainStepRow;
import midgard.schemas.eventchain.EventChain;
import midgard.schemas.eventchain.EventChainState;
import midgard.schemas.eventchain.StepNpc;
import midgard.schemas.eventchain.StepSpawn;
import midgard.schemas.storyline.DeedKind;

/** What the game, the maps and the database get to see of a chain that runs. */
final class ChainEffects {
  private static final String SPAWN = ":spawn";

  private ChainEffects() {}

  private static String key(Chain chain, ChainStep step, String what) {
    return "chain:" + chain.getChainId() + ":" + step.getStepNumber() + what;
  }

  static String spawnKey(Chain chain, ChainStep step) {
    return key(chain, step, SPAWN);
  }

  static boolean isSpawn(String idempotencyKey) {
    return idempotencyKey.endsWith(SPAWN);
  }

  static void say(Chain chain, String occasion, String text, Context<EventChainState> context) {
    context.action(GameRequest.announcement("chain:" + chain.getChainId() + ":" + occasion, text));
  }

  /** So that the whole world knows what goes on where. */
  static void tellWorld(Chain chain, Context<EventChainState> context) {
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Happening(
            DeedKind.event_chain.name(),
            chain.getChainId(),
            ChainTexts.opening(chain),
            chain.getMap(),
            ChainRules.IMPORTANCE,
            chain.getStartedAt(),
            chain.getExpiresAt()));
  }

  static void begin(Chain chain, ChainStep step, Context<EventChainState> context) {
    context.action(
        GameRequest.announcement(key(chain, step, ":begin"), ChainTexts.step(chain, step)));
    StepNpc npc = step.getNpcData();
    if (npc != null) {
      context.action(
          GameRequest.of(
              key(chain, step, ":npc"),
              new SpawnNpc(
                  npc.getNpcId(),
                  npc.getName(),
                  npc.getMap(),
                  npc.getX(),
                  npc.getY(),
                  npc.getSprite(),
                  step.getDialogue()),
              ChainRules.LIFE,
              npc.getMap()));
    }
    StepSpawn spawn = step.getSpawnData();
    if (spawn != null) {
      context.action(
          GameRequest.of(
              spawnKey(chain, step),
              new SpawnMonster(
                  spawn.getMap(),
                  spawn.getX(),
                  spawn.getY(),
                  spawn.getMonsterId(),
                  spawn.getAmount(),
                  null),
              ChainRules.STEP_LIMIT,
              spawn.getMap()));
    }
    tellMaps(chain, step, context);
    context.change(row(chain, step));
  }

  static void tellMaps(Chain chain, ChainStep step, Context<EventChainState> context) {
    StepNpc npc = step.getNpcData();
    context.broadcast(
        Domain.MAP,
        new ChainStepOpened(
            chain.getChainId(),
            step.getStepNumber(),
            step.getSuccessCondition(),
            npc == null ? List.of() : List.of(npc.getNpcId(), npc.getName()),
            step.getStartedAt(),
            step.getDeadline() == 0 ? chain.getExpiresAt() : step.getDeadline()));
  }

  static void finish(Chain chain, ChainStep step, Context<EventChainState> context) {
    context.broadcast(Domain.MAP, new ChainStepClosed(chain.getChainId(), step.getStepNumber()));
    if (step.getNpcData() != null) {
      context.action(
          GameRequest.of(
              key(chain, step, ":npc:gone"),
              new RemoveNpc(step.getNpcData().getNpcId()),
              ChainRules.LIFE,
              step.getNpcData().getMap()));
    }
    context.change(row(chain, step));
  }

  static ChainStepRow row(Chain chain, ChainStep step) {
    return new ChainStepRow(
        chain.getChainId() + ":" + step.getStepNumber(),
        chain.getChainId(),
        step.getStepNumber(),
        step.getStepType(),
        step.getObjective(),
        step.getDialogue(),
        step.getSuccessCondition(),
        step.getNpcData(),
        step.getSpawnData(),
        step.getProgress(),
        step.getOutcome() != null,
        step.getOutcome(),
        Instant.ofEpochMilli(step.getStartedAt()),
        step.getCompletedAt() == null ? null : Instant.ofEpochMilli(step.getCompletedAt()));
  }

  /**
   * @param completedAt null while it runs
   */
  static EventChain chainRow(Chain chain, Long completedAt) {
    return new EventChain(
        chain.getChainId(),
        chain.getChainType(),
        chain.getChainName(),
        chain.getSteps().size(),
        chain.getCurrentStep(),
        new ChainData(chain.getMap(), chain.getTown(), chain.getFaction()),
        chain.getTriggerCondition(),
        chain.getStatus(),
        Instant.ofEpochMilli(chain.getStartedAt()),
        Instant.ofEpochMilli(chain.getExpiresAt()),
        completedAt == null ? null : Instant.ofEpochMilli(completedAt));
  }

  /**
   * @param reward null while the chain runs
   */
  static ChainParticipation row(
      Chain chain, ChainPlayer player, ChainReward reward, Context<EventChainState> context) {
    return new ChainParticipation(
        chain.getChainId(),
        player.getPlayerId(),
        player.getStepsCompleted(),
        player.getContribution(),
        reward,
        Instant.ofEpochMilli(context.time()));
  }
}
