package midgard.agents.dynamicnpc;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.dynamicnpc.DynamicNpcState;
import midgard.schemas.dynamicnpc.NpcArrived;
import midgard.schemas.dynamicnpc.NpcLeft;
import midgard.schemas.dynamicnpc.NpcMet;
import midgard.schemas.dynamicnpc.NpcStatus;
import midgard.schemas.dynamicnpc.Wanderer;

/**
 * A few wanderers a day, at six in the morning and in a new world at once; each leaves at the end
 * of its day.
 */
public final class WanderingNpcs extends Agent<DynamicNpcState> {
  public static final StateOf<DynamicNpcState> STATE =
      StateOf.of(AgentName.DYNAMIC_NPC, Domain.WORLD, DynamicNpcState.class);

  private static final String LEAVE = "leave";
  private static final String WRITE = "write";

  private final int dailyCount;

  /**
   * @param dailyCount 1 to 5
   */
  public WanderingNpcs(int dailyCount) {
    super(STATE);
    this.dailyCount = dailyCount;
    on(NpcMet.class, this::met);
    on(ActionResult.class, this::result);
    onTimer(LEAVE, (due, context) -> leave(context));
    onTimer(WRITE, (due, context) -> write(context));
    daily("daily_npc_spawn", LocalTime.of(6, 0), this::arrive);
    daily("daily_npc_despawn", LocalTime.of(23, 59), WanderingNpcs::leave);
  }

  private void arrive(Context<DynamicNpcState> context) {
    DynamicNpcState state = context.state();
    if (state.getDay() >= context.day()) {
      return;
    }
    state.setDay(context.day());
    long kept = context.time() - NpcRules.KEPT.toMillis();
    state.getNpcs().removeIf(npc -> !isActive(npc) && npc.getDespawnsAt() <= kept);
    int there = (int) state.getNpcs().stream().filter(WanderingNpcs::isActive).count();
    List<Wanderer> npcs =
        NpcChoice.draw(Math.min(dailyCount, NpcRules.MOST_ACTIVE - there), context);
    for (Wanderer npc : npcs) {
      state.getNpcs().add(npc);
      context.broadcast(Domain.PLAYER, arrived(npc));
      NpcEffects.spawn(npc, context);
      context.signal(Domain.WORLD, Domain.WORLD_KEY, NpcEffects.happening(npc));
      context.change(NpcEffects.row(npc));
      context.wakeAt(npc.getDespawnsAt(), LEAVE);
    }
    if (!npcs.isEmpty()) {
      NpcEffects.rumour(npcs, context);
    }
  }

  private static NpcArrived arrived(Wanderer npc) {
    return new NpcArrived(
        npc.getNpcId(),
        npc.getNpcType(),
        npc.getNpcName(),
        npc.getSpawnMap(),
        npc.getRewardData(),
        npc.getSpawnedAt(),
        npc.getDespawnsAt());
  }

  static boolean isActive(Wanderer npc) {
    return npc.getStatus() == NpcStatus.active;
  }

  private void met(NpcMet met, Context<DynamicNpcState> context) {
    for (Wanderer npc : context.state().getNpcs()) {
      if (npc.getNpcId().equals(met.getNpcId())) {
        npc.setInteractionCount(Math.addExact(npc.getInteractionCount(), met.getInteractions()));
        npc.setQuestsDone(npc.getQuestsDone() + (met.getQuestDone() ? 1 : 0));
        npc.setUnwritten(true);
        if (npc.getStatus() == NpcStatus.despawned && met.getQuestDone()) {
          npc.setStatus(NpcStatus.completed);
        }
        context.wakeAt(context.nextTurn(NpcRules.FLUSH), WRITE);
      }
    }
  }

  private static void write(Context<DynamicNpcState> context) {
    for (Wanderer npc : context.state().getNpcs()) {
      if (npc.getUnwritten()) {
        npc.setUnwritten(false);
        context.change(NpcEffects.row(npc));
      }
    }
  }

  /** A wanderer that the game could not take is not there; nobody shall look for it. */
  private void result(ActionResult result, Context<DynamicNpcState> context) {
    if (result.getOutcome() == ActionOutcome.completed) {
      return;
    }
    for (Wanderer npc : context.state().getNpcs()) {
      if (isActive(npc) && NpcEffects.spawnKey(npc.getNpcId()).equals(result.getIdempotencyKey())) {
        end(npc, context);
        context.broadcast(Domain.PLAYER, new NpcLeft(npc.getNpcId()));
        context.signal(
            Domain.WORLD,
            Domain.WORLD_KEY,
            new HappeningEnded(AgentName.DYNAMIC_NPC.id(), npc.getNpcId()));
      }
    }
  }

  private static void leave(Context<DynamicNpcState> context) {
    for (Wanderer npc : new ArrayList<>(context.state().getNpcs())) {
      if (isActive(npc) && npc.getDespawnsAt() <= context.time()) {
        end(npc, context);
        NpcEffects.remove(npc, context);
      }
    }
  }

  private static void end(Wanderer npc, Context<DynamicNpcState> context) {
    npc.setStatus(npc.getQuestsDone() > 0 ? NpcStatus.completed : NpcStatus.despawned);
    npc.setUnwritten(false);
    NpcEffects.gone(npc, context);
    context.change(NpcEffects.row(npc));
  }
}
