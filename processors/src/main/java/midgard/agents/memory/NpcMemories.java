package midgard.agents.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.maps.MapCatalogue;
import midgard.mind.Acquaintance;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.Bond;
import midgard.schemas.memory.Hearsay;
import midgard.schemas.memory.Memory;
import midgard.schemas.memory.MemoryState;
import midgard.schemas.memory.NpcGone;
import midgard.schemas.memory.NpcPlaced;
import midgard.schemas.memory.RumourBegan;
import midgard.schemas.memory.RumourHeard;

/** What one NPC remembers, and what players are to it. */
public final class NpcMemories extends Agent<MemoryState> {
  public static final StateOf<MemoryState> STATE =
      StateOf.of(AgentName.MEMORY, Domain.NPC, MemoryState.class);

  private final Shared<WorldMood> mood;

  public NpcMemories() {
    super(STATE);
    mood = share(WorldMood.class, () -> WorldMood.newBuilder().build());
    onBroadcast(mood, WorldMood.class, NpcMemories::note);
    on(NpcInteraction.class, this::met);
    on(NpcPlaced.class, this::placed);
    on(NpcGone.class, (gone, context) -> context.state().setSpawned(false));
    on(RumourHeard.class, this::heard);
  }

  private static void note(WorldMood told, WorldMood known) {
    if (told.getToldAt() >= known.getToldAt()) {
      known.setToldAt(told.getToldAt());
      known.setLines(told.getLines());
    }
  }

  private void met(NpcInteraction interaction, Context<MemoryState> context) {
    GameEvent event = context.event();
    if (event.getPlayerId() <= 0 || !MemoryRules.isSocial(interaction.getInteraction())) {
      return;
    }
    MemoryState state = context.state();
    see(interaction, context);
    witness(context);
    Bond bond = Bonds.of(state.getBonds(), event.getPlayerId(), context.time());
    if (event.getPlayerName() != null) {
      bond.setPlayerName(event.getPlayerName());
    }
    boolean visit = Bonds.meet(bond, interaction.getInteraction(), context.time(), context.day());
    MemoryRules.Meaning meaning = MemoryRules.meaning(interaction.getInteraction());
    if (visit || !MemoryRules.countsOnceAVisit(interaction.getInteraction())) {
      Memory memory = remember(meaning, content(bond, meaning, state), bond, context);
      if (memory.getImportance() >= MemoryRules.WORTH_TELLING && !state.getMap().isEmpty()) {
        tell(memory, bond.getPlayerId(), context);
      }
    }
    if (visit) {
      habit(bond, context);
    }
  }

  /** Where and under which name it was met; the cell is the player's, who stands beside it. */
  private static void see(NpcInteraction interaction, Context<MemoryState> context) {
    MemoryState state = context.state();
    GameEvent event = context.event();
    boolean first = state.getFirstSeen() == 0;
    boolean renamed = !state.getNpcName().equals(interaction.getNpcName()) && !state.getSpawned();
    boolean moved = event.getMap() != null && !event.getMap().equals(state.getMap());
    if (first) {
      state.setFirstSeen(context.time());
    }
    if (renamed) {
      state.setNpcName(interaction.getNpcName());
    }
    if (moved) {
      state.setMap(event.getMap());
      state.setX(event.getX() == null ? 0 : event.getX());
      state.setY(event.getY() == null ? 0 : event.getY());
    }
    if (first || renamed || moved) {
      context.change(MemoryRows.npc(context.key(), state, context.time()));
    }
  }

  /** Remembers what goes on or went on near by. */
  private void witness(Context<MemoryState> context) {
    MemoryState state = context.state();
    for (MoodLine line : context.shared(mood).getLines()) {
      String source = line.getTopic() + ":" + line.getId();
      if (line.getMap().isEmpty() || !isNear(state.getMap(), line.getMap())) {
        continue;
      }
      Optional<Memory> known = Memories.ofSource(state, source);
      if (known.isEmpty()) {
        Memory memory = fact(line, source, context);
        Memories.add(state, memory, context.time());
        context.change(Memories.row(context.key(), memory));
      } else if (!known.get().getContent().equals(line.getText())
          || known.get().getParticipants().size() != line.getPlayers().size()) {
        known.get().setContent(line.getText());
        known.get().setParticipants(participants(line));
        context.change(Memories.row(context.key(), known.get()));
      }
    }
  }

  private static Memory fact(MoodLine line, String source, Context<MemoryState> context) {
    return new Memory(
        context.newId("memory"),
        "fact",
        MemoryRules.sector("fact"),
        line.getText(),
        participants(line),
        line.getMap(),
        line.getImportance(),
        0,
        context.time(),
        source);
  }

  private static List<String> participants(MoodLine line) {
    return new ArrayList<>(line.getPlayers().stream().map(String::valueOf).toList());
  }

  private static boolean isNear(String map, String other) {
    return map.equals(other)
        || MapCatalogue.KNOWN
            .find(map)
            .map(found -> found.neighbours().contains(other))
            .orElse(false);
  }

  private static String content(Bond bond, MemoryRules.Meaning meaning, MemoryState state) {
    String where = state.getMap().isEmpty() ? "" : " at " + state.getMap();
    return "%s %s %s%s.".formatted(name(bond), meaning.verb(), state.getNpcName(), where);
  }

  private static String name(Bond bond) {
    return bond.getPlayerName().isEmpty() ? "Somebody" : bond.getPlayerName();
  }

  private static Memory remember(
      MemoryRules.Meaning meaning, String content, Bond bond, Context<MemoryState> context) {
    MemoryState state = context.state();
    Memory memory =
        new Memory(
            context.newId("memory"),
            meaning.type(),
            MemoryRules.sector(meaning.type()),
            content,
            new ArrayList<>(List.of(Long.toString(bond.getPlayerId()))),
            state.getMap(),
            meaning.importance(),
            meaning.valenceMilli(),
            context.time(),
            "");
    Memories.add(state, memory, context.time());
    context.change(Memories.row(context.key(), memory));
    return memory;
  }

  private static void tell(Memory memory, long player, Context<MemoryState> context) {
    context.signal(
        Domain.MAP,
        memory.getMap(),
        new RumourBegan(
            memory.getMemoryId(),
            memory.getContent(),
            context.key(),
            player,
            memory.getImportance(),
            memory.getRememberedAt(),
            memory.getRememberedAt() + MemoryRules.TOLD_FOR.toMillis()));
  }

  /** Who comes so often that it has another word for him is remembered as a habit. */
  private static void habit(Bond bond, Context<MemoryState> context) {
    Acquaintance word = Acquaintance.of(bond.getVisits());
    if (word != Acquaintance.STRANGER && bond.getVisits() == word.fromVisits()) {
      MemoryRules.Meaning meaning = new MemoryRules.Meaning("habit", 5, 300, 0, "");
      String content =
          "%s comes often: %s by now."
              .formatted(name(bond), "a " + word.word())
              .replace("a acquaintance", "an acquaintance");
      remember(meaning, content, bond, context);
    }
  }

  private void placed(NpcPlaced placed, Context<MemoryState> context) {
    MemoryState state = context.state();
    if (state.getFirstSeen() == 0) {
      state.setFirstSeen(context.time());
    }
    state.setNpcName(placed.getName());
    state.setMap(placed.getMap());
    state.setX(placed.getX());
    state.setY(placed.getY());
    state.setSpawned(true);
    context.change(MemoryRows.npc(context.key(), state, context.time()));
  }

  private void heard(RumourHeard heard, Context<MemoryState> context) {
    MemoryState state = context.state();
    Memories.hear(
        state,
        new Hearsay(
            heard.getInfoId(),
            heard.getContent(),
            heard.getToldBy(),
            heard.getImportance(),
            heard.getReliabilityMilli(),
            heard.getPlayerId(),
            context.time(),
            heard.getExpiresAt()));
    Memories.forget(state, context.time());
  }
}
