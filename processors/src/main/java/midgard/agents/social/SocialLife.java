package midgard.agents.social;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.GroupAction;
import midgard.schemas.event.GuildChange;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.PartyChange;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.event.VendingSale;
import midgard.schemas.social.GuildEffort;
import midgard.schemas.social.Sociability;
import midgard.schemas.social.SociabilityChanged;
import midgard.schemas.social.SociabilityState;
import midgard.schemas.social.TookPart;

/** What one player does with others, for the day's figures, and what for the guild. */
public final class SocialLife extends Agent<SociabilityState> {
  public static final StateOf<SociabilityState> STATE =
      StateOf.of(AgentName.SOCIAL, Domain.PLAYER, SociabilityState.class);

  private static final Duration TELL_EVERY = Duration.ofSeconds(5);
  private static final String TELL = "tell";

  public SocialLife() {
    super(STATE);
    on(PlayerLogin.class, (login, context) -> effort(context));
    on(MonsterKill.class, this::kill);
    on(MvpKill.class, (kill, c) -> own(c, effort -> effort.setMvpKills(effort.getMvpKills() + 1)));
    on(PvpKill.class, this::pvp);
    on(ItemPickup.class, (pickup, context) -> gather(pickup.getAmount(), context));
    on(ItemDrop.class, this::drop);
    on(MapChange.class, this::arrive);
    on(PartyChange.class, this::party);
    on(GuildChange.class, this::guild);
    on(TradeComplete.class, (trade, context) -> trade(context));
    on(VendingSale.class, (sale, context) -> sale(sale, context));
    on(TookPart.class, (part, context) -> today(context).setTookPart(true));
    onTimer(TELL, (due, context) -> tell(context));
  }

  private interface Change {
    void to(GuildEffort effort);
  }

  private static boolean isOwn(Context<?> context) {
    return context.key().equals(Long.toString(context.event().getPlayerId()));
  }

  /** For what only the acting player has done: others hear of the event too. */
  private static void own(Context<SociabilityState> context, Change change) {
    if (isOwn(context)) {
      GuildEffort effort = effort(context);
      if (effort.getGuildId() > 0) {
        change.to(effort);
      }
    }
  }

  private void kill(MonsterKill kill, Context<SociabilityState> context) {
    own(context, effort -> effort.setKills(effort.getKills() + 1));
    if (kill.getPartySize() != null && isIn(context.event().getPartyId())) {
      today(context).setPartySize(kill.getPartySize());
    }
  }

  private void pvp(PvpKill kill, Context<SociabilityState> context) {
    if (kill.getMode() == PvpMode.gvg) {
      own(context, effort -> effort.setGvgKills(effort.getGvgKills() + 1));
    }
  }

  private static void gather(int pieces, Context<SociabilityState> context) {
    own(context, effort -> effort.setGathered(Math.addExact(effort.getGathered(), pieces)));
  }

  /** What a player throws away and picks up again has not been gathered. */
  private void drop(ItemDrop drop, Context<SociabilityState> context) {
    if (drop.getMonsterId() == null) {
      gather(-drop.getAmount(), context);
    }
  }

  private void arrive(MapChange change, Context<SociabilityState> context) {
    own(
        context,
        effort -> {
          int place = Collections.binarySearch(effort.getMaps(), change.getToMap());
          if (place < 0) {
            effort.getMaps().add(-place - 1, change.getToMap());
          }
        });
  }

  private void party(PartyChange change, Context<SociabilityState> context) {
    boolean joined =
        change.getAction() == GroupAction.create || change.getAction() == GroupAction.join;
    if (joined) {
      Sociability today = today(context);
      today.setInParty(true);
      if (change.getSize() != null) {
        today.setPartySize(change.getSize());
      }
    }
  }

  private void guild(GuildChange change, Context<SociabilityState> context) {
    if (change.getId() <= 0) {
      return;
    }
    today(context);
    GuildEffort effort = effort(change.getId(), context);
    effort.setSize(change.getSize() == null ? effort.getSize() : change.getSize());
    effort.setDisbanded(change.getAction() == GroupAction.break$);
  }

  private static void trade(Context<SociabilityState> context) {
    if (isOwn(context)) {
      Sociability today = today(context);
      today.setTrades(today.getTrades() + 1);
    }
  }

  private static void sale(VendingSale sale, Context<SociabilityState> context) {
    if (context.key().equals(Long.toString(sale.getSellerId()))) {
      Sociability today = today(context);
      today.setTrades(today.getTrades() + 1);
    }
  }

  /** The player's day, with what the event itself says; of a day that is over, a throw-away. */
  private static Sociability today(Context<SociabilityState> context) {
    SociabilityState state = context.state();
    if (context.day() < state.getNow().getDay()) {
      return Sociability.newBuilder().build();
    }
    if (context.day() > state.getNow().getDay()) {
      tell(context);
      state.setNow(Sociability.newBuilder().setDay(context.day()).build());
      state.setTold(Sociability.newBuilder().build());
    }
    state.getNow().setActive(true);
    context.wakeAt(context.nextTurn(TELL_EVERY), TELL);
    return state.getNow();
  }

  private static boolean isIn(Long group) {
    return group != null && group > 0;
  }

  /** What the player did for the guild that the event names; guild 0 when it names none. */
  private static GuildEffort effort(Context<SociabilityState> context) {
    GameEvent event = context.event();
    Sociability today = today(context);
    today.setInParty(today.getInParty() || isIn(event.getPartyId()));
    today.setInGuild(today.getInGuild() || isIn(event.getGuildId()));
    return isIn(event.getGuildId()) ? effort(event.getGuildId(), context) : Efforts.none(0, 0);
  }

  private static GuildEffort effort(long guild, Context<SociabilityState> context) {
    List<GuildEffort> efforts = context.state().getEfforts();
    for (GuildEffort effort : efforts) {
      if (effort.getGuildId() == guild) {
        return effort;
      }
    }
    GuildEffort first = Efforts.none(guild, Long.parseLong(context.key()));
    efforts.add(first);
    context.wakeAt(context.nextTurn(TELL_EVERY), TELL);
    return first;
  }

  private static void tell(Context<SociabilityState> context) {
    SociabilityState state = context.state();
    if (!state.getNow().equals(state.getTold())) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new SociabilityChanged(state.getTold(), Sociability.newBuilder(state.getNow()).build()));
      state.setTold(Sociability.newBuilder(state.getNow()).build());
    }
    for (GuildEffort effort : state.getEfforts()) {
      context.signal(Domain.WORLD, GuildHall.key(effort.getGuildId()), effort);
    }
    state.getEfforts().clear();
  }
}
