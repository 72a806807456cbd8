package midgard.agents.dynamicboss;

import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossFought;
import midgard.schemas.dynamicboss.BossGone;
import midgard.schemas.dynamicboss.BossMapState;
import midgard.schemas.dynamicboss.BossSpawned;
import midgard.schemas.dynamicboss.OpenBosses;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.SkillUse;

/**
 * Measures the fight against the boss of a map. All maps know where bosses are, so that an event on
 * any other map reads no state.
 */
public final class BossMap extends Agent<BossMapState> {
  public static final StateOf<BossMapState> STATE =
      StateOf.of(AgentName.DYNAMIC_BOSS, Domain.MAP, BossMapState.class);

  private static final String TELL = "tell";
  private static final String SETTLE = "settle";
  private static final String FORGET = "forget";
  private static final String MONSTER = "monster";

  private final Shared<OpenBosses> open;

  public BossMap() {
    super(STATE);
    open = share(OpenBosses.class, () -> OpenBosses.newBuilder().build());
    onBroadcast(open, BossSpawned.class, BossMap::spawned);
    onBroadcast(open, BossGone.class, BossMap::gone);
    on(MonsterKill.class, this::kill);
    on(MvpKill.class, this::mvpKill);
    on(PlayerDeath.class, this::death);
    on(SkillUse.class, this::skill);
    onTimer(TELL, (due, context) -> tell(context));
    onTimer(SETTLE, (due, context) -> settle(context));
    onTimer(FORGET, (due, context) -> forget(context));
  }

  private static void spawned(BossSpawned spawned, OpenBosses open) {
    open.getBosses().removeIf(boss -> boss.getMap().equals(spawned.getMap()));
    open.getBosses().add(spawned);
  }

  private static void gone(BossGone gone, OpenBosses open) {
    open.getBosses().removeIf(boss -> boss.getBossId().equals(gone.getBossId()));
  }

  private Optional<BossSpawned> boss(Context<BossMapState> context) {
    for (BossSpawned boss : context.shared(open).getBosses()) {
      if (boss.getMap().equals(context.key())
          && context.time() >= boss.getSpawnedAt()
          && context.time() < boss.getEndsAt()) {
        return Optional.of(boss);
      }
    }
    return Optional.empty();
  }

  /** The state of the fight; empty once all is told. */
  private static Optional<BossMapState> fight(BossSpawned boss, Context<BossMapState> context) {
    BossMapState state = context.state();
    BossFights.begin(state, boss);
    context.wakeAt(boss.getEndsAt() + BossRules.SETTLES.toMillis() * 2, FORGET);
    return state.getSettled() ? Optional.empty() : Optional.of(state);
  }

  private void kill(MonsterKill kill, Context<BossMapState> context) {
    boss(context)
        .ifPresent(
            boss -> {
              if (kill.getMonsterId() == boss.getMonsterId()) {
                fight(boss, context).ifPresent(state -> fall(state, kill, context));
              } else {
                sign(boss, context);
              }
            });
  }

  private static void fall(BossMapState state, MonsterKill kill, Context<BossMapState> context) {
    if (state.getKilledAt() > 0) {
      return;
    }
    state.setKilledAt(context.time());
    long damage = kill.getDamage() == null ? 0 : kill.getDamage();
    BossFights.part(state, context.event().getPlayerId(), context.time())
        .ifPresent(
            fighter -> {
              fighter.setKilled(true);
              fighter.setDamage(Math.max(fighter.getDamage(), damage));
            });
    context.signal(Domain.WORLD, Domain.WORLD_KEY, told(state));
    context.wakeAt(context.clock() + BossRules.SETTLES.toMillis(), SETTLE);
  }

  private void mvpKill(MvpKill kill, Context<BossMapState> context) {
    boss(context)
        .ifPresent(
            boss -> {
              if (kill.getMvpId() == boss.getMonsterId()) {
                fight(boss, context).ifPresent(state -> shareOut(state, kill, context));
              } else {
                sign(boss, context);
              }
            });
  }

  private static void shareOut(BossMapState state, MvpKill kill, Context<BossMapState> context) {
    long time = context.time();
    if (state.getKilledAt() == 0) {
      state.setKilledAt(time);
    }
    BossFights.part(state, context.event().getPlayerId(), time)
        .ifPresent(fighter -> fighter.setKilled(true));
    long seconds = kill.getSeconds() == null ? 0 : Math.max(0, kill.getSeconds());
    // Compared before it is multiplied: the figure is the game server's, and may be any.
    boolean inItsTime = seconds < (time - state.getSpawnedAt()) / 1000;
    long began = inItsTime ? time - seconds * 1000 : state.getSpawnedAt();
    for (MvpParticipant participant : kill.getParticipants()) {
      BossFights.part(state, participant.getPlayerId(), time)
          .ifPresent(fighter -> take(fighter, participant, began));
    }
    context.signal(Domain.WORLD, Domain.WORLD_KEY, told(state));
    context.wakeAt(context.clock() + 1, SETTLE);
  }

  private static void take(BossFighter fighter, MvpParticipant participant, long began) {
    fighter.setDamage(participant.getDamage());
    fighter.setDeaths(Math.max(fighter.getDeaths(), participant.getDeaths()));
    if (fighter.getFirstAt() == fighter.getLastAt()) {
      fighter.setFirstAt(Math.min(fighter.getFirstAt(), began));
    }
  }

  private void death(PlayerDeath death, Context<BossMapState> context) {
    if (death.getKillerType() != KillerType.monster) {
      return;
    }
    Optional<BossSpawned> boss = boss(context);
    if (boss.isEmpty()) {
      return;
    }
    Long killer = death.getKillerId();
    if (killer != null && killer == boss.get().getMonsterId()) {
      fight(boss.get(), context)
          .flatMap(state -> BossFights.part(state, context.event().getPlayerId(), context.time()))
          .ifPresent(fighter -> fighter.setDeaths(fighter.getDeaths() + 1));
      wake(context);
    } else {
      sign(boss.get(), context);
    }
  }

  private void skill(SkillUse use, Context<BossMapState> context) {
    if (MONSTER.equals(use.getTargetType())) {
      boss(context).ifPresent(boss -> sign(boss, context));
    }
  }

  /** The game does not tell whom a blow hit before somebody falls: any fight there counts. */
  private static void sign(BossSpawned boss, Context<BossMapState> context) {
    fight(boss, context)
        .ifPresent(
            state -> {
              BossFights.sign(state, context.event().getPlayerId(), context.time());
              wake(context);
            });
  }

  private static void wake(Context<BossMapState> context) {
    context.wakeAt(context.nextTurn(BossRules.FLUSH), TELL);
  }

  private static void tell(Context<BossMapState> context) {
    BossMapState state = context.state();
    if (!state.getBossId().isEmpty() && !state.getSettled()) {
      context.signal(Domain.WORLD, Domain.WORLD_KEY, told(state));
    }
  }

  private static void settle(Context<BossMapState> context) {
    BossMapState state = context.state();
    if (state.getKilledAt() > 0 && !state.getSettled()) {
      state.setSettled(true);
      context.signal(Domain.WORLD, Domain.WORLD_KEY, told(state));
    }
  }

  private static BossFought told(BossMapState state) {
    return new BossFought(
        state.getBossId(),
        state.getLastCombatAt(),
        state.getKilledAt(),
        state.getSettled(),
        state.getFighters());
  }

  private static void forget(Context<BossMapState> context) {
    BossMapState state = context.state();
    if (state.getEndsAt() + BossRules.SETTLES.toMillis() * 2 <= context.time()
        && !state.getBossId().isEmpty()) {
      settle(context);
      context.forget();
    }
  }
}
