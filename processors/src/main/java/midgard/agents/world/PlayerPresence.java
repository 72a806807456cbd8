package midgard.agents.world;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.LevelKind;
import midgard.schemas.event.LevelUp;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.world.Presence;
import midgard.schemas.world.PresenceDelta;
import midgard.schemas.world.PresenceState;
import midgard.schemas.world.ServerBoot;
import midgard.schemas.world.ServerBooted;
import midgard.schemas.world.ServerBoots;
import midgard.schemas.world.Stamp;

/**
 * Whether a player is on line, how strong and where; told to the world at the tick that follows a
 * change. The latest event decides, in whatever order events arrive. A change of map or level shows
 * that a player is there whose log-in was never seen; one who was last seen before the server's
 * boot is gone.
 */
public final class PlayerPresence extends Agent<PresenceState> {
  public static final StateOf<PresenceState> STATE =
      StateOf.of(AgentName.WORLD, Domain.PLAYER, PresenceState.class);

  private static final String TELL = "tell";
  private static final String LOOK_AGAIN = "look-again";

  private final Shared<ServerBoots> boots;

  public PlayerPresence() {
    super(STATE);
    boots = share(ServerBoots.class, () -> ServerBoots.newBuilder().build());
    onBroadcast(boots, ServerBooted.class, PlayerPresence::booted);
    on(PlayerLogin.class, this::login);
    on(PlayerLogout.class, (logout, context) -> seen(false, null, context));
    on(MapChange.class, (change, context) -> seen(true, null, context));
    on(LevelUp.class, this::levelUp);
    onTimer(TELL, (due, context) -> tell(context));
    onTimer(LOOK_AGAIN, this::lookAgain);
  }

  private static void booted(ServerBooted booted, ServerBoots boots) {
    List<ServerBoot> known = boots.getBoots();
    known.removeIf(boot -> boot.getServerId().equals(booted.getServerId()));
    known.add(new ServerBoot(booted.getServerId(), booted.getBootedAt()));
  }

  private void login(PlayerLogin login, Context<PresenceState> context) {
    PresenceState state = context.state();
    state.setSince(Math.max(state.getSince(), context.time()));
    seen(true, null, context);
  }

  private void levelUp(LevelUp up, Context<PresenceState> context) {
    seen(true, up.getKind() == LevelKind.base ? up.getLevel() : null, context);
  }

  private void seen(boolean online, Integer level, Context<PresenceState> context) {
    PresenceState state = context.state();
    GameEvent event = context.event();
    Integer baseLevel = level != null ? level : event.getBaseLevel();
    Stamp stamp =
        new Stamp(event.getTimestamp(), event.getSequence() == null ? 0 : event.getSequence());
    if (!isBefore(stamp, state.getOnlineAt())) {
      state.setOnlineAt(stamp);
      state.setServerId(event.getServerId());
      state.getNow().setOnline(online);
    }
    if (baseLevel != null && !isBefore(stamp, state.getLevelAt())) {
      state.setLevelAt(stamp);
      state.getNow().setBaseLevel(baseLevel);
    }
    if (event.getMap() != null && !isBefore(stamp, state.getMapAt())) {
      state.setMapAt(stamp);
      state.getNow().setMap(event.getMap());
    }
    if (isGoneWithItsServer(context)) {
      state.getNow().setOnline(false);
    }
    if (!state.getNow().equals(state.getTold())) {
      context.wakeAt(context.clock() + 1, TELL);
    }
    if (state.getNow().getOnline() && state.getLookedAtAgain() == 0) {
      setNextLook(context);
    }
  }

  private static boolean isBefore(Stamp stamp, Stamp other) {
    return stamp.getTime() != other.getTime()
        ? stamp.getTime() < other.getTime()
        : stamp.getSequence() < other.getSequence();
  }

  private boolean isGoneWithItsServer(Context<PresenceState> context) {
    PresenceState state = context.state();
    for (ServerBoot boot : context.shared(boots).getBoots()) {
      if (boot.getServerId().equals(state.getServerId())) {
        return state.getOnlineAt().getTime() < boot.getBootedAt() - WorldRules.SAME_BOOT.toMillis();
      }
    }
    return false;
  }

  private static void tell(Context<PresenceState> context) {
    PresenceState state = context.state();
    Presence now = Presence.newBuilder(state.getNow()).build();
    if (now.equals(state.getTold())) {
      return;
    }
    if (now.getOnline() || state.getTold().getOnline()) {
      context.signal(Domain.WORLD, Domain.WORLD_KEY, new PresenceDelta(state.getTold(), now));
    }
    state.setTold(now);
  }

  /** Only players on line have this timer, each its own, so that nothing scans all players. */
  private void lookAgain(long due, Context<PresenceState> context) {
    PresenceState state = context.state();
    if (due != state.getLookedAtAgain()) {
      return;
    }
    state.setLookedAtAgain(0);
    if (isGoneWithItsServer(context)) {
      state.getNow().setOnline(false);
      tell(context);
    }
    if (state.getNow().getOnline()) {
      setNextLook(context);
    }
  }

  private static void setNextLook(Context<PresenceState> context) {
    long next = context.clock() + WorldRules.PRESENCE_CHECK.toMillis();
    context.state().setLookedAtAgain(next);
    context.wakeAt(next, LOOK_AGAIN);
  }
}
