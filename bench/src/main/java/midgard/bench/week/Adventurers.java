package midgard.bench.week;

import java.util.ArrayList;
import java.util.List;
import midgard.agents.adaptivedungeon.DailyDungeon;
import midgard.agents.archaeology.DigSpots;
import midgard.agents.dynamicboss.DynamicBosses;
import midgard.agents.dynamicnpc.WanderingNpcs;
import midgard.agents.eventchain.EventChains;
import midgard.agents.maphazard.MapHazards;
import midgard.agents.quest.Quests;
import midgard.agents.treasure.Treasures;
import midgard.bench.traffic.Errand;
import midgard.bench.traffic.Traffic;
import midgard.schemas.Domain;
import midgard.schemas.adaptivedungeon.Dungeon;
import midgard.schemas.event.Emote;
import midgard.schemas.event.FloorClear;
import midgard.schemas.event.InstanceEnter;
import midgard.schemas.event.InstanceLeave;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.eventchain.Chain;
import midgard.schemas.eventchain.ChainStep;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestObjective;
import midgard.schemas.quest.QuestStatus;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Players who take up what the world offers: the recorded ones did not know of it. Once a minute
 * they look at the world, and somebody goes.
 */
final class Adventurers {
  private static final long LOOK = 60_000;
  private static final int SECONDS_10 = 10_000;
  private static final int MINUTES_2 = 120_000;
  private static final int MOST_KILLS_AT_ONCE = 20;
  private static final long FIRST_PARTY = 900_000;
  private static final List<String> TOWNS = List.of("prontera", "payon", "geffen");

  private final Traffic traffic;
  private final UniformRandomProvider random;

  /** Who took a quest and may have it still. */
  private final List<Long> questing = new ArrayList<>();

  private long instances;

  Adventurers(Traffic traffic, UniformRandomProvider random) {
    this.traffic = traffic;
    this.random = random;
  }

  void look(OfflineWorld world, long time) {
    if (time % LOOK != 0) {
      return;
    }
    if (chance(0.02)) {
      treasure(world, time);
    }
    if (chance(0.02)) {
      digSpot(world, time);
    }
    if (chance(0.01)) {
      wanderer(world, time);
    }
    if (chance(0.1)) {
      chain(world, time);
    }
    if (chance(0.01)) {
      hazard(world, time);
    }
    if (chance(0.3)) {
      boss(world);
    }
    if (chance(0.003)) {
      dungeon(world, time);
    }
    if (chance(0.02)) {
      askForQuest();
    }
    if (chance(0.1)) {
      quest(world, time);
    }
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> List<T> one(List<T> all) {
    return all.isEmpty() ? List.of() : List.of(all.get(random.nextInt(all.size())));
  }

  private static NpcInteraction with(String npc, Interaction interaction) {
    return new NpcInteraction(null, npc, interaction, null);
  }

  private static MonsterKill kill(int monster) {
    return MonsterKill.newBuilder().setMonsterId(monster).setDamage(1000L).build();
  }

  private void treasure(OfflineWorld world, long time) {
    one(world.state(Treasures.STATE, Domain.WORLD_KEY).getTreasures().stream()
            .filter(treasure -> treasure.getDiscoveredBy() == null)
            .filter(treasure -> time < treasure.getDespawnsAt())
            .toList())
        .forEach(
            treasure ->
                go(
                    treasure.getSpawnMap(),
                    treasure.getSpawnX(),
                    treasure.getSpawnY(),
                    with("Treasure Chest", Interaction.chest)));
  }

  private void digSpot(OfflineWorld world, long time) {
    one(world.state(DigSpots.STATE, Domain.WORLD_KEY).getSpots().stream()
            .filter(spot -> time < spot.getExpiresAt())
            .toList())
        .forEach(
            spot -> go(spot.getMap(), spot.getX(), spot.getY(), with("Dig Spot", Interaction.dig)));
  }

  private void go(String map, int x, int y, Object payload) {
    traffic.send(List.of(new Errand(map, x, y, payload)), SECONDS_10);
  }

  /** Hears of the quest, travels, talks to others, and comes back. */
  private void wanderer(OfflineWorld world, long time) {
    one(world.state(WanderingNpcs.STATE, Domain.WORLD_KEY).getNpcs().stream()
            .filter(npc -> time < npc.getDespawnsAt())
            .toList())
        .forEach(
            npc -> {
              String name = npc.getNpcId();
              List<Errand> errands = new ArrayList<>();
              Errand ask =
                  new Errand(
                      npc.getSpawnMap(),
                      npc.getSpawnX(),
                      npc.getSpawnY(),
                      with(name, Interaction.quest));
              errands.add(
                  new Errand(
                      npc.getSpawnMap(),
                      npc.getSpawnX(),
                      npc.getSpawnY(),
                      with(name, Interaction.talk)));
              errands.add(ask);
              errands.add(
                  new Errand(
                      npc.getSpawnMap(), npc.getSpawnX(), npc.getSpawnY(), new Emote(1, name)));
              for (String town : TOWNS) {
                errands.add(
                    new Errand(town, 150, 150, with("Citizen of " + town, Interaction.talk)));
              }
              errands.add(ask);
              traffic.send(errands, SECONDS_10);
            });
  }

  private void chain(OfflineWorld world, long time) {
    one(world.state(EventChains.STATE, Domain.WORLD_KEY).getChains())
        .forEach(chain -> step(chain, chain.getSteps().get(chain.getCurrentStep() - 1)));
  }

  private void step(Chain chain, ChainStep step) {
    String map = step.getSuccessCondition().getTargetMap();
    switch (step.getSuccessCondition().getTask()) {
      case talk -> go(map, 150, 150, with(step.getNpcData().getName(), Interaction.talk));
      case visit -> go(map, 150, 150, new Emote(1, null));
      default -> {
        int monster = Math.max(1002, step.getSuccessCondition().getMonsterId());
        fight(map, monster, step.getSuccessCondition().getRequired() - step.getProgress());
      }
    }
  }

  private void fight(String map, int monster, int kills) {
    traffic.send(kills(map, monster, kills), SECONDS_10);
  }

  private static List<Errand> kills(String map, int monster, int kills) {
    List<Errand> errands = new ArrayList<>();
    for (int i = 0; i < Math.min(kills, MOST_KILLS_AT_ONCE); i++) {
      errands.add(new Errand(map, 100 + i, 100, kill(monster)));
    }
    return errands;
  }

  private void hazard(OfflineWorld world, long time) {
    one(world.state(MapHazards.STATE, Domain.WORLD_KEY).getHazards().stream()
            .filter(hazard -> time < hazard.getExpiresAt())
            .toList())
        .forEach(hazard -> fight(hazard.getMapName(), 1002, MOST_KILLS_AT_ONCE));
  }

  private void boss(OfflineWorld world) {
    one(world.state(DynamicBosses.STATE, Domain.WORLD_KEY).getBosses())
        .forEach(boss -> fight(boss.getSpawnMap(), boss.getMonsterId(), 1));
  }

  /** Asks a citizen for a quest, and again to take it. */
  private void askForQuest() {
    String town = TOWNS.get(random.nextInt(TOWNS.size()));
    Errand ask = new Errand(town, 150, 150, with("Citizen of " + town, Interaction.quest));
    traffic.send(List.of(ask, ask), SECONDS_10).ifPresent(questing::add);
  }

  /** Goes about one thing of the oldest quest; what is picked up or refined comes by itself. */
  private void quest(OfflineWorld world, long time) {
    for (long player : one(questing)) {
      List<Quest> open =
          world.state(Quests.STATE, Long.toString(player)).getOpen().stream()
              .filter(quest -> quest.getStatus() == QuestStatus.active)
              .filter(quest -> time < quest.getExpiresAt())
              .toList();
      if (open.isEmpty()) {
        questing.remove(player);
        return;
      }
      open.get(0).getObjectives().stream()
          .filter(objective -> objective.getDone() < objective.getRequired())
          .findFirst()
          .ifPresent(objective -> traffic.send(player, towards(objective), SECONDS_10));
    }
  }

  private static List<Errand> towards(QuestObjective objective) {
    String map = objective.getMap().isEmpty() ? TOWNS.get(0) : objective.getMap();
    int left = objective.getRequired() - objective.getDone();
    return switch (objective.getKind()) {
      case kill_monsters -> kills(map, 1002, left);
      case talk_to_npcs ->
          List.of(
              new Errand(map, 155, 150, with("Guard of " + map, Interaction.talk)),
              new Errand(map, 160, 150, with("Smith of " + map, Interaction.talk)));
      default -> List.of(new Errand(map, 150, 150, new Emote(1, null)));
    };
  }

  /** Two enter; one of them has all the floors fall. */
  private void dungeon(OfflineWorld world, long time) {
    Dungeon dungeon = world.state(DailyDungeon.STATE, Domain.WORLD_KEY).getCurrent();
    if (dungeon == null || time >= dungeon.getExpiresAt()) {
      return;
    }
    long instance = ++instances;
    long party = FIRST_PARTY + instance;
    String id = dungeon.getDungeonId();
    String map = "prontera";
    List<Errand> first = new ArrayList<>();
    List<Errand> second = new ArrayList<>();
    first.add(new Errand(map, 150, 180, new InstanceEnter(instance, id, 1, party)));
    second.add(new Errand(map, 150, 180, new InstanceEnter(instance, id, 1, party)));
    for (int floor = 1; floor <= dungeon.getFloorCount(); floor++) {
      first.add(new Errand(map, 150, 180, new FloorClear(instance, id, floor, party)));
      second.add(new Errand(map, 150, 180, new Emote(1, null)));
    }
    first.add(new Errand(map, 150, 180, new InstanceLeave(instance, id, null, party)));
    second.add(new Errand(map, 150, 180, new InstanceLeave(instance, id, null, party)));
    if (traffic.send(second, MINUTES_2).isPresent()) {
      traffic.send(first, MINUTES_2);
    }
  }
}
