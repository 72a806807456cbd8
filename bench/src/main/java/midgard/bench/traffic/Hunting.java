package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import midgard.bench.traffic.Ground.Loot;
import midgard.bench.traffic.Ground.Prey;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.LevelKind;
import midgard.schemas.event.LevelUp;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.event.Reason;
import midgard.schemas.event.SkillUse;

/** Kills and what they bring, deaths, casts. */
final class Hunting {
  /** Caps of first classes in pre-renewal rules. */
  private static final int LAST_BASE_LEVEL = 99;

  private static final int LAST_JOB_LEVEL = 50;
  private static final int OLD_BLUE_BOX_PRIZE = 1029;

  private final Stage stage;
  private final Recorded recorded;
  private final Wilds wilds;
  private final Weighted<Integer> killers;
  private final Weighted<String> skills;
  private final Weighted<Integer> consumed;

  Hunting(Stage stage, Recorded recorded, Wilds wilds) {
    this.stage = stage;
    this.recorded = recorded;
    this.wilds = wilds;
    this.killers = Weighted.of(recorded.killers());
    this.skills = Weighted.of(recorded.skills());
    this.consumed = Weighted.of(recorded.consumed());
  }

  boolean hunt(Player player) {
    Prey prey = player.ground.prey().draw(stage.random());
    kill(player, prey);
    levels(player);
    loot(player, prey);
    return true;
  }

  boolean mvp(Player player) {
    Prey boss = wilds.bosses().draw(stage.random());
    MonsterKill kill = kill(player, boss);
    List<MvpParticipant> participants = new ArrayList<>();
    participants.add(new MvpParticipant(player.id, kill.getDamage(), 0));
    Player helper = stage.roster().mate(player, stage.now());
    if (helper != null && helper.map.equals(player.map)) {
      participants.add(new MvpParticipant(helper.id, kill.getDamage() / 3, 0));
    }
    long seconds = 15 + stage.random().nextInt(30);
    stage.tell(player, 0, new MvpKill(boss.id(), boss.name(), participants, seconds));
    levels(player);
    loot(player, boss);
    stage.give(player, 2, OLD_BLUE_BOX_PRIZE, 1, Reason.mvp);
    return true;
  }

  private MonsterKill kill(Player player, Prey prey) {
    stage.step(player);
    long damage = prey.damage() + stage.random().nextLong(1 + prey.damage() / 4);
    MonsterKill kill =
        new MonsterKill(
            prey.id(),
            prey.name(),
            prey.level(),
            prey.baseExp(),
            prey.jobExp(),
            damage,
            player.party == null ? null : player.party.members);
    stage.tell(player, 0, kill);
    return kill;
  }

  private void levels(Player player) {
    Recorded.Character like = recorded.characters().get(player.model);
    if (player.baseLevel < LAST_BASE_LEVEL && stage.chance(perKill(like.baseLevels(), like))) {
      player.baseLevel++;
      stage.tell(player, 0, new LevelUp(LevelKind.base, player.baseLevel));
    }
    if (player.jobLevel < LAST_JOB_LEVEL && stage.chance(perKill(like.jobLevels(), like))) {
      player.jobLevel++;
      stage.tell(player, 0, new LevelUp(LevelKind.job, player.jobLevel));
    }
  }

  private static double perKill(int levels, Recorded.Character like) {
    return like.kills() == 0 ? 0 : (double) levels / like.kills();
  }

  private void loot(Player player, Prey prey) {
    int delay = 0;
    List<Integer> lying = new ArrayList<>(2);
    for (Loot loot : prey.loot()) {
      if (stage.chance(loot.chance())) {
        stage.tell(player, 1, new ItemDrop(loot.item(), 1, prey.id()));
        lying.add(loot.item());
      }
    }
    for (int item : lying) {
      if (stage.chance((double) recorded.picked() / recorded.dropped())) {
        delay = Math.max(delay + 1, pickupDelay());
        stage.tell(player, delay, new ItemPickup(item, 1));
        stage.give(player, delay, item, 1, Reason.pickup);
      }
    }
  }

  /** Between two recorded quantiles, evenly. */
  private int pickupDelay() {
    List<Integer> quantiles = recorded.pickupDelay();
    int step = stage.random().nextInt(quantiles.size() - 1);
    int from = quantiles.get(step);
    return from + stage.random().nextInt(1 + quantiles.get(step + 1) - from);
  }

  boolean consume(Player player) {
    int item = consumed.draw(stage.random());
    if (player.bag.amount(item) == 0) {
      return false;
    }
    stage.give(player, 0, item, -1, Reason.consume);
    return true;
  }

  /** A recorded kind of cast, at what is about. */
  boolean skill(Player player) {
    String[] cast = skills.draw(stage.random()).split(" ");
    long target =
        switch (cast[1]) {
          case "monster" -> player.ground.prey().draw(stage.random()).id();
          case "self" -> player.id;
          default -> {
            Player other = stage.roster().mate(player, stage.now());
            yield other == null ? player.id : other.id;
          }
        };
    stage.tell(player, 0, new SkillUse(Integer.parseInt(cast[0]), cast[1], target, null));
    return true;
  }

  boolean death(Player player) {
    long killer = killers.draw(stage.random());
    stage.tell(player, 0, new PlayerDeath(KillerType.monster, killer));
    if (stage.chance((double) recorded.respawns() / recorded.deaths())) {
      stage.move(player, 2000 + stage.random().nextInt(5000), player.town);
    }
    return true;
  }

  boolean duel(Player player) {
    Player victim = stage.roster().mate(player, stage.now());
    if (victim == null || !victim.map.equals(player.map)) {
      return false;
    }
    stage.tell(player, 0, new PvpKill(victim.id, PvpMode.duel));
    stage.tell(victim, 0, new PlayerDeath(KillerType.player, player.id));
    return true;
  }
}
