package midgard.agents.dynamicboss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.dynamicboss.BossArrival.Wish;
import midgard.agents.problem.DailyProblem;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossEnd;
import midgard.schemas.dynamicboss.BossFought;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.dynamicboss.FactionChampionCalled;
import midgard.schemas.dynamicboss.GuardCalled;
import midgard.schemas.dynamicboss.MapRest;
import midgard.schemas.dynamicboss.SpawnReason;
import midgard.schemas.problem.Problem;
import midgard.schemas.world.MapEntry;

/** Lets bosses come for a reason, and go when they are defeated or left alone. */
public final class DynamicBosses extends Agent<DynamicBossState> {
  public static final StateOf<DynamicBossState> STATE =
      StateOf.of(AgentName.DYNAMIC_BOSS, Domain.WORLD, DynamicBossState.class);

  private static final String RANDOM = "random";

  public DynamicBosses() {
    super(STATE);
    on(GuardCalled.class, this::guard);
    on(FactionChampionCalled.class, this::champion);
    on(BossFought.class, this::fought);
    on(ActionResult.class, this::result);
    onTimer(RANDOM, (due, context) -> random(context));
    onTimer(BossArrival.LEAVE, (due, context) -> leave(context));
    every("boss_spawn_evaluation", BossRules.EVALUATION, this::evaluate);
  }

  /** One boss a time: the one of the highest priority, of equal ones the first in map order. */
  private void evaluate(Context<DynamicBossState> context) {
    DynamicBossState state = context.state();
    state.getRests().removeIf(rest -> rest.getUntil() <= context.time());
    BossArrival.drawDay(context, RANDOM);
    List<Wish> wishes = farmed(context);
    escalated(context).ifPresent(wishes::add);
    wishes.stream()
        .filter(wish -> BossArrival.canCome(state, wish.map()))
        .min(
            Comparator.<Wish>comparingInt(wish -> -BossKind.of(wish.reason()).priority())
                .thenComparing(Wish::map))
        .ifPresent(wish -> come(wish, context));
  }

  private static List<Wish> farmed(Context<DynamicBossState> context) {
    List<Wish> wishes = new ArrayList<>();
    for (MapEntry map : context.peek(WorldPulse.STATE).getMaps()) {
      long kills = map.getKillsLastHour();
      if (BossRules.isFarmed(kills)
          && context.state().getRests().stream()
              .noneMatch(rest -> rest.getMap().equals(map.getMap()))) {
        wishes.add(Wish.of(SpawnReason.anti_farm, map.getMap(), BossRules.farmModifier(kills), ""));
      }
    }
    return wishes;
  }

  private static Optional<Wish> escalated(Context<DynamicBossState> context) {
    Problem problem = context.peek(DailyProblem.STATE).getCurrent();
    return BossRules.escalates(problem, context.time())
            && !context.state().getCalls().contains(problem.getProblemId())
        ? Optional.of(
            Wish.of(SpawnReason.problem_escalation, problem.getTargetMap(), problem.getProblemId()))
        : Optional.empty();
  }

  private static void come(Wish wish, Context<DynamicBossState> context) {
    DynamicBossState state = context.state();
    if (wish.reason() == SpawnReason.anti_farm) {
      long until = context.time() + BossRules.REST.toMillis();
      state.getRests().add(new MapRest(wish.map(), until));
      state.getRests().sort(Comparator.comparing(MapRest::getMap));
    } else {
      BossArrival.isFirstCall(state, wish.sourceId());
    }
    BossArrival.spawn(wish, context);
  }

  private static void random(Context<DynamicBossState> context) {
    DynamicBossState state = context.state();
    if (state.getRandomAt() == 0 || context.time() < state.getRandomAt()) {
      return;
    }
    state.setRandomAt(0);
    String map = BossPlaces.draw(context.peek(WorldPulse.STATE), context.random());
    int modifier = BossRules.randomModifier(context.random());
    BossArrival.spawn(Wish.of(SpawnReason.random_encounter, map, modifier, ""), context);
  }

  private void guard(GuardCalled call, Context<DynamicBossState> context) {
    if (BossArrival.isFirstCall(context.state(), call.getTreasureId())) {
      Wish wish = Wish.of(SpawnReason.treasure_guard, call.getMap(), call.getTreasureId());
      BossArrival.spawn(
          new Wish(
              wish.reason(),
              wish.map(),
              call.getX(),
              call.getY(),
              wish.modifierMilli(),
              wish.sourceId(),
              wish.name()),
          context);
    }
  }

  private void champion(FactionChampionCalled call, Context<DynamicBossState> context) {
    if (call.getScore() < BossRules.CHAMPION_SCORE
        || !BossArrival.isFirstCall(context.state(), call.getCallId())) {
      return;
    }
    String map =
        call.getMap().isEmpty()
            ? BossPlaces.draw(context.peek(WorldPulse.STATE), context.random())
            : call.getMap();
    BossArrival.spawn(Wish.of(SpawnReason.faction_champion, map, call.getFactionId()), context);
  }

  private static Optional<Boss> find(String id, DynamicBossState state) {
    return state.getBosses().stream().filter(boss -> boss.getBossId().equals(id)).findFirst();
  }

  private void fought(BossFought fight, Context<DynamicBossState> context) {
    Optional<Boss> found = find(fight.getBossId(), context.state());
    if (found.isEmpty()) {
      return;
    }
    Boss boss = found.get();
    boss.setLastCombatAt(Math.max(boss.getLastCombatAt(), fight.getLastCombatAt()));
    boss.setFighters(fight.getFighters());
    // From here on it does not leave any more: who else took part is still on its way.
    boss.setDefeatedAt(fight.getKilledAt());
    if (boss.getDefeatedAt() > 0 && fight.getSettled()) {
      BossFate.defeat(boss, context);
    }
  }

  private void result(ActionResult result, Context<DynamicBossState> context) {
    for (Boss boss : List.copyOf(context.state().getBosses())) {
      if (!BossEffects.spawnKey(boss).equals(result.getIdempotencyKey())) {
        continue;
      }
      if (result.getOutcome() != ActionOutcome.completed) {
        BossFate.leave(boss, BossEnd.not_spawned, context);
      } else if (!boss.getConfirmed()) {
        boss.setConfirmed(true);
        BossEffects.announce(boss, "start", BossTexts.opening(boss), context);
        BossEffects.happening(boss, context);
      }
    }
  }

  private static void leave(Context<DynamicBossState> context) {
    for (Boss boss : List.copyOf(context.state().getBosses())) {
      long alone = boss.getLastCombatAt() + BossRules.WITHOUT_COMBAT.toMillis();
      if (boss.getDefeatedAt() > 0) {
        continue;
      }
      if (context.time() >= boss.getEndsAt()) {
        BossFate.leave(boss, BossEnd.timeout, context);
      } else if (context.time() >= alone) {
        BossFate.leave(boss, BossEnd.no_combat, context);
      } else {
        context.wakeAt(Math.min(alone, boss.getEndsAt()), BossArrival.LEAVE);
      }
    }
  }
}
