package midgard.agents.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.StateOf;
import midgard.agent.World;
import midgard.agents.Agents;
import midgard.agents.eventchain.EventChains;
import midgard.agents.problem.DailyProblem;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.change.Change;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.inbox.Tick;
import midgard.schemas.problem.Problem;
import org.apache.avro.specific.SpecificRecord;

/** A world with every agent, in which something is told: each event is a second of its own. */
final class Saga {
  static final long START = World.at("2026-11-23T00:00:00Z");
  static final String FIELD = "prt_fild08";
  static final long ALICE = 150001;
  static final long BOB = 150002;
  static final long CAROL = 150003;

  /** By number neither good nor evil; by name a demon, which is good to kill. */
  static final int DEMON = 1109;

  private static final String DEMON_NAME = "Lesser Demon";

  /** A place in an inbox that a trail of causes leads over. */
  record Hop(Domain domain, long offset, InboxMessage message) {
    String what() {
      Object body = message.getBody();
      Object named = body instanceof GameEvent event ? event.getPayload() : body;
      return domain.id() + " " + named.getClass().getSimpleName();
    }
  }

  private final List<Agent<?>> agents = Agents.all(Settings.DEFAULTS);
  final World world = new World(agents);
  private final TreeMap<String, GameEvent> sent = new TreeMap<>();
  private long now = START;

  Saga() {
    world.tick(START);
  }

  long now() {
    return now;
  }

  /** Gives an event to every key that it concerns, if an agent there cares, and ticks. */
  GameEvent event(long player, String map, SpecificRecord payload) {
    now += 1000;
    GameEvent event = Events.event(now - 500, player, map, payload);
    sent.put(event.getEventId(), event);
    for (Domain domain : Domain.values()) {
      boolean wanted =
          agents.stream()
              .anyMatch(a -> a.domain() == domain && a.reactsTo().contains(payload.getClass()));
      if (wanted) {
        keys(domain, event).forEach(key -> world.event(domain, key, event));
      }
    }
    world.tick(now);
    return event;
  }

  private static Set<String> keys(Domain domain, GameEvent event) {
    Set<String> keys = new LinkedHashSet<>();
    switch (domain) {
      case PLAYER -> {
        keys.add(Long.toString(event.getPlayerId()));
        if (event.getPayload() instanceof MvpKill kill) {
          kill.getParticipants().forEach(one -> keys.add(Long.toString(one.getPlayerId())));
        }
      }
      case MAP -> keys.add(event.getMap());
      case WORLD -> keys.add(Domain.WORLD_KEY);
      case NPC -> {
        if (event.getPayload() instanceof NpcInteraction interaction) {
          keys.add(interaction.getNpcName());
        }
      }
      case ITEM -> {}
    }
    return keys;
  }

  void login(long player) {
    event(player, FIELD, new PlayerLogin(true));
  }

  GameEvent talk(long player, String npc, String map) {
    return event(
        player,
        map,
        NpcInteraction.newBuilder()
            .setNpcName(npc)
            .setInteraction(Interaction.talk)
            .setMessage("What is new?")
            .build());
  }

  GameEvent killDemon(long player) {
    MonsterKill kill = MonsterKill.newBuilder().setMonsterId(DEMON).build();
    kill.setMonsterName(DEMON_NAME);
    return event(player, FIELD, kill);
  }

  /** One kill, two events; the killer is the first of those who fought. */
  GameEvent killBoss(int monster, List<MvpParticipant> fought) {
    long killer = fought.get(0).getPlayerId();
    event(killer, FIELD, MonsterKill.newBuilder().setMonsterId(monster).build());
    return event(
        killer, FIELD, MvpKill.newBuilder().setMvpId(monster).setParticipants(fought).build());
  }

  /** Lets time pass, minute by minute. */
  void until(long time) {
    world.tickTo(time, 60_000);
    now = time;
  }

  void rest(int seconds) {
    world.tickTo(now + seconds * 1000L, 1000);
    now += seconds * 1000L;
  }

  <S extends SpecificRecord> S state(StateOf<S> of, String key) {
    for (Agent<?> agent : agents) {
      if (agent.handle().equals(of)) {
        @SuppressWarnings("unchecked")
        Agent<S> found = (Agent<S>) agent;
        return world.state(found, key);
      }
    }
    throw new IllegalArgumentException(of.id() + " is no agent");
  }

  <S extends SpecificRecord> S state(StateOf<S> of) {
    return state(of, Domain.WORLD_KEY);
  }

  Problem problem() {
    return state(DailyProblem.STATE).getCurrent();
  }

  List<Chain> chains(ChainType type) {
    return state(EventChains.STATE).getChains().stream()
        .filter(chain -> chain.getChainType() == type)
        .toList();
  }

  /** The changes of a type, with their causes. */
  <C extends SpecificRecord> List<Change> changes(Class<C> type) {
    return world.changes().stream().filter(change -> type.isInstance(change.getBody())).toList();
  }

  /**
   * Follows causes back to a record of game.events. A tick is no origin when it only fired a timer:
   * the trail goes on where the same chain had first come into this inbox.
   *
   * @throws AssertionError when a cause leads nowhere, or to another chain
   */
  List<Hop> trail(Cause from) {
    List<Hop> hops = new ArrayList<>();
    Cause cause = from;
    while (!cause.getTopic().equals("game.events")) {
      Hop hop = hop(cause);
      hops.add(hop);
      Cause next = hop.message().getCause();
      if (!next.getEventId().equals(cause.getEventId())) {
        if (!(hop.message().getBody() instanceof Tick)) {
          throw new AssertionError(cause + " stands for another chain than " + next);
        }
        Hop entry = entry(hop, cause.getEventId());
        hops.add(entry);
        next = entry.message().getCause();
      }
      cause = next;
    }
    if (!sent.containsKey(cause.getEventId())) {
      throw new AssertionError(cause + " is no event that was sent");
    }
    return hops;
  }

  /** What told an NPC of a happening first, before a place in the NPCs' inbox. */
  Cause heard(Cause before, String happening) {
    for (long offset = 0; offset < before.getOffset(); offset++) {
      InboxMessage message = world.inbox(Domain.NPC, offset);
      boolean told =
          message.getBody() instanceof WorldMood mood
              && mood.getLines().stream()
                  .anyMatch(line -> line.getOver() && line.getId().equals(happening));
      if (told) {
        return new Cause("inbox.npc", 0, offset, message.getCause().getEventId());
      }
    }
    throw new AssertionError("Nobody told the NPCs of " + happening);
  }

  private Hop hop(Cause cause) {
    for (Domain domain : Domain.values()) {
      if (cause.getTopic().equals("inbox." + domain.id())) {
        return new Hop(domain, cause.getOffset(), world.inbox(domain, cause.getOffset()));
      }
    }
    throw new AssertionError(cause + " is in no inbox");
  }

  private Hop entry(Hop tick, String event) {
    for (long offset = 0; offset < tick.offset(); offset++) {
      InboxMessage message = world.inbox(tick.domain(), offset);
      if (message.getCause().getEventId().equals(event)) {
        return new Hop(tick.domain(), offset, message);
      }
    }
    throw new AssertionError(event + " did not come to " + tick.domain() + " before " + tick);
  }
}
