package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import midgard.bench.traffic.Ground.Loot;
import midgard.bench.traffic.Ground.Prey;
import org.apache.commons.rng.UniformRandomProvider;

/** All hunting grounds in use: recorded ones as recorded, and as many others as asked for. */
final class Wilds {
  /** Share of the players that hunt where nobody was recorded. */
  static final double WIDER_SHARE = 0.25;

  /** How a kill's mean loot is split among the kinds of a wider monster. */
  private static final double[] LOOT_SHARES = {0.70, 0.25, 0.05};

  /** Hit points of a monster of level 1, and their growth, of the game's order of size. */
  private static final int HIT_POINTS = 50;

  private static final int BOSS_LOOT = 518;

  private final Map<String, Ground> recordedGrounds = new LinkedHashMap<>();
  private final Weighted<Ground> wider;
  private final Weighted<Prey> bosses;

  Wilds(Recorded recorded, int maps) {
    for (Recorded.Character character : recorded.characters()) {
      for (String map : character.grounds().keySet()) {
        recordedGrounds.computeIfAbsent(map, m -> ground(recorded, m));
      }
    }
    WiderWorld world = WiderWorld.load();
    Map<Integer, Prey> beasts = new HashMap<>();
    double meanLoot = (double) recorded.dropped() / recorded.types().get("monster_kill");
    world.monsters().forEach(b -> beasts.put(b.id(), prey(b, meanLoot)));
    recorded.monsters().forEach(m -> beasts.put(m.id(), prey(m)));
    List<Ground> others = new ArrayList<>();
    Map<String, Integer> weights = new HashMap<>();
    int more = Math.min(world.grounds().size(), Math.max(0, maps - recordedGrounds.size()));
    for (WiderWorld.Place place : world.grounds().subList(0, more)) {
      List<Prey> prey = place.monsters().stream().map(beasts::get).toList();
      others.add(new Ground(place.map(), Weighted.of(prey, p -> 1)));
      weights.put(place.map(), place.weight());
    }
    this.wider = Weighted.of(others, g -> weights.get(g.map()));
    this.bosses = bosses(recorded, world);
  }

  Weighted<Prey> bosses() {
    return bosses;
  }

  /** Where a player like this one hunts. */
  Ground ground(Recorded.Character like, UniformRandomProvider random) {
    if (!wider.isEmpty() && random.nextDouble() < WIDER_SHARE) {
      return wider.draw(random);
    }
    Weighted<String> own = Weighted.of(like.grounds());
    return recordedGrounds.get(own.draw(random));
  }

  private static Ground ground(Recorded recorded, String map) {
    Map<Prey, Integer> kills = new LinkedHashMap<>();
    for (Recorded.Monster monster : recorded.monsters()) {
      if (!monster.mvp() && monster.maps().containsKey(map)) {
        kills.put(prey(monster), monster.maps().get(map));
      }
    }
    return new Ground(map, Weighted.of(kills));
  }

  private static Prey prey(Recorded.Monster monster) {
    List<Loot> loot = new ArrayList<>();
    monster
        .loot()
        .forEach((item, n) -> loot.add(new Loot(item, Math.min(1, (double) n / monster.kills()))));
    return new Prey(
        monster.id(),
        monster.name(),
        monster.level(),
        monster.baseExp(),
        monster.jobExp(),
        monster.damage(),
        loot);
  }

  private static Prey prey(WiderWorld.Beast beast, double meanLoot) {
    List<Loot> loot = new ArrayList<>();
    for (int i = 0; i < beast.loot().size(); i++) {
      loot.add(new Loot(beast.loot().get(i), meanLoot * LOOT_SHARES[i]));
    }
    long experience = 12L + (long) beast.level() * beast.level() * 3;
    long hitPoints = HIT_POINTS + 40L * beast.level();
    return new Prey(
        beast.id(), beast.name(), beast.level(), experience, experience * 2 / 3, hitPoints, loot);
  }

  private static Weighted<Prey> bosses(Recorded recorded, WiderWorld world) {
    Recorded.Monster like =
        recorded.monsters().stream().filter(Recorded.Monster::mvp).findFirst().orElseThrow();
    Map<Prey, Integer> weights = new LinkedHashMap<>();
    for (WiderWorld.Boss boss : world.bosses()) {
      weights.put(
          new Prey(
              boss.id(),
              boss.name(),
              boss.level(),
              like.baseExp() * boss.level() / like.level(),
              like.jobExp() * boss.level() / like.level(),
              like.damage(),
              List.of(new Loot(BOSS_LOOT, 1))),
          boss.weight());
    }
    return Weighted.of(weights);
  }
}
