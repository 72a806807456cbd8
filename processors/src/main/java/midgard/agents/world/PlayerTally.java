package midgard.agents.world;

import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.event.PvpKill;
import midgard.schemas.world.TallyState;

/**
 * Counts what a player does: the game keeps such counters too, so they show whether the world has
 * heard of everything. The order of events does not matter.
 */
public final class PlayerTally extends Agent<TallyState> {
  public static final StateOf<TallyState> STATE =
      new StateOf<>(AgentName.WORLD, Domain.PLAYER, "player-tally", TallyState.class);

  public PlayerTally() {
    super(STATE);
    on(MonsterKill.class, (kill, context) -> kill(context));
    on(MvpKill.class, (kill, context) -> mvpKill(context));
    on(PvpKill.class, (kill, context) -> pvpKill(context));
    on(PlayerDeath.class, (death, context) -> death(context));
    on(PlayerLogin.class, (login, context) -> login(context));
    on(PlayerLogout.class, (logout, context) -> logout(context));
  }

  private static void kill(Context<TallyState> context) {
    context.state().setKills(context.state().getKills() + 1);
  }

  private static void mvpKill(Context<TallyState> context) {
    context.state().setMvpKills(context.state().getMvpKills() + 1);
  }

  /** The event comes to the victim too, who has won nothing. */
  private static void pvpKill(Context<TallyState> context) {
    if (context.key().equals(Long.toString(context.event().getPlayerId()))) {
      context.state().setPvpKills(context.state().getPvpKills() + 1);
    }
  }

  private static void death(Context<TallyState> context) {
    context.state().setDeaths(context.state().getDeaths() + 1);
  }

  private static void login(Context<TallyState> context) {
    context.state().setLogins(context.state().getLogins() + 1);
  }

  private static void logout(Context<TallyState> context) {
    context.state().setLogouts(context.state().getLogouts() + 1);
  }
}
