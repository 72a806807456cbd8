package midgard.agents.memory;

import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.MapNpc;
import midgard.schemas.memory.MapPeopled;
import midgard.schemas.memory.NpcGone;
import midgard.schemas.memory.NpcMapState;
import midgard.schemas.memory.NpcPlaced;
import midgard.schemas.memory.RumourBegan;

/**
 * The NPCs of one map: who stands near whom, who talks with whom, and what they tell each other.
 * While no player is there nothing happens, and no timer runs.
 */
public final class NpcMap extends Agent<NpcMapState> {
  public static final StateOf<NpcMapState> STATE =
      StateOf.of(AgentName.MEMORY, Domain.MAP, NpcMapState.class);

  private static final String CHECK = "check";

  private final TalkRules rules;

  public NpcMap(TalkRules rules) {
    super(STATE);
    this.rules = rules;
    on(NpcInteraction.class, this::interaction);
    on(NpcPlaced.class, this::placed);
    on(NpcGone.class, NpcMap::gone);
    on(MapPeopled.class, this::peopled);
    on(RumourBegan.class, NpcMap::rumour);
    onTimer(CHECK, this::check);
  }

  private void interaction(NpcInteraction interaction, Context<NpcMapState> context) {
    GameEvent event = context.event();
    if (event.getPlayerId() <= 0 || !MemoryRules.isSocial(interaction.getInteraction())) {
      return;
    }
    NpcMapState state = context.state();
    String id =
        interaction.getNpcId() == null
            ? interaction.getNpcName()
            : Long.toString(interaction.getNpcId());
    MapNpc npc = Roster.of(state.getNpcs(), id, context.time());
    if (!npc.getSpawned()) {
      npc.setName(interaction.getNpcName());
      npc.setX(event.getX() == null ? npc.getX() : event.getX());
      npc.setY(event.getY() == null ? npc.getY() : event.getY());
    }
    npc.setBusyUntil(Math.max(npc.getBusyUntil(), context.time() + TalkRules.BUSY.toMillis()));
    state.setVisitedAt(Math.max(state.getVisitedAt(), context.time()));
    watch(context);
  }

  private void placed(NpcPlaced placed, Context<NpcMapState> context) {
    NpcMapState state = context.state();
    if (!placed.getMap().equals(context.key())) {
      state.getNpcs().removeIf(npc -> npc.getNpcId().equals(placed.getNpcId()));
      return;
    }
    MapNpc npc = Roster.of(state.getNpcs(), placed.getNpcId(), context.time());
    npc.setName(placed.getName());
    npc.setX(placed.getX());
    npc.setY(placed.getY());
    npc.setSpawned(true);
    watch(context);
  }

  private static void gone(NpcGone gone, Context<NpcMapState> context) {
    context.state().getNpcs().removeIf(npc -> npc.getNpcId().equals(gone.getNpcId()));
  }

  private void peopled(MapPeopled told, Context<NpcMapState> context) {
    context.state().setPeopled(told.getPeopled());
    watch(context);
  }

  private static void rumour(RumourBegan began, Context<NpcMapState> context) {
    if (began.getExpiresAt() > context.clock()
        && Gossip.begin(context.state().getRumours(), began)) {
      context.change(
          MemoryRows.information(
              Gossip.find(context.state().getRumours(), began.getInfoId()), context.key()));
    }
  }

  private void watch(Context<NpcMapState> context) {
    NpcMapState state = context.state();
    if (rules.enabled() && state.getCheckAt() == 0 && isWatched(state, context.clock())) {
      schedule(context);
    }
  }

  private static boolean isWatched(NpcMapState state, long now) {
    boolean players = state.getPeopled() || now < state.getVisitedAt() + TalkRules.VISIT.toMillis();
    return players && state.getNpcs().size() > 1;
  }

  private void schedule(Context<NpcMapState> context) {
    long next = context.clock() + rules.interval().toMillis();
    context.state().setCheckAt(next);
    context.wakeAt(next, CHECK);
  }

  private void check(long due, Context<NpcMapState> context) {
    NpcMapState state = context.state();
    if (due != state.getCheckAt()) {
      return;
    }
    state.setCheckAt(0);
    if (!rules.enabled() || !isWatched(state, context.clock())) {
      return;
    }
    state.getRumours().removeIf(rumour -> rumour.getExpiresAt() <= context.time());
    Talks.hold(rules, context);
    schedule(context);
  }
}
