package midgard.agents.quest;

import java.util.List;
import java.util.Set;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestState;
import org.apache.avro.specific.SpecificRecord;

/** A player in Prontera who talks to people. */
final class QuestWorld {
  static final long START = World.at("2026-11-22T12:00:00Z");
  static final long PLAYER = 150001;
  static final String TOWN = "prontera";

  final World world;
  private long now = START;
  private int level = 50;

  QuestWorld() {
    this(1);
  }

  QuestWorld(long seed) {
    world = new World(agents(), Set.of(), seed);
    world.tick(START);
  }

  static List<Agent<?>> agents() {
    return QuestAgents.of(Settings.DEFAULTS);
  }

  QuestState state() {
    return world.state(new Quests(60_000), Long.toString(PLAYER));
  }

  Quest open(int index) {
    return state().getOpen().get(index);
  }

  QuestWorld level(int level) {
    this.level = level;
    return this;
  }

  QuestWorld at(long time) {
    now = time;
    return this;
  }

  QuestWorld event(String map, SpecificRecord payload) {
    GameEvent event =
        GameEvent.newBuilder(Events.event(now++, PLAYER, map, payload)).setBaseLevel(level).build();
    world.event(Domain.PLAYER, Long.toString(PLAYER), event);
    return this;
  }

  static NpcInteraction words(String npc, Interaction interaction) {
    return NpcInteraction.newBuilder().setNpcName(npc).setInteraction(interaction).build();
  }

  QuestWorld ask(String npc) {
    return event(TOWN, words(npc, Interaction.quest));
  }

  QuestWorld talk(String npc, String map) {
    return event(map, words(npc, Interaction.talk));
  }

  QuestWorld take(String npc) {
    return ask(npc).ask(npc);
  }

  /** Does all but {@code less} of every objective. */
  QuestWorld fulfil(Quest quest, int less) {
    for (QuestObjective objective : quest.getObjectives()) {
      String map = objective.getMap().isEmpty() ? TOWN : objective.getMap();
      for (int i = 0; i < objective.getRequired() - less; i++) {
        switch (objective.getKind()) {
          case kill_monsters -> event(map, MonsterKill.newBuilder().setMonsterId(1002).build());
          case pick_up_items -> event(map, new ItemPickup(909, 1));
          case visit_map -> event(map, new MapChange(TOWN, map));
          case talk_to_npcs -> talk("Passer-by " + i, map);
          default -> event(map, new ItemRefine(1201, 0, 1, true));
        }
      }
    }
    return this;
  }
}
