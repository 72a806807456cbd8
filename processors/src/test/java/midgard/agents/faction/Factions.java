package midgard.agents.faction;

import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.faction.AllegianceState;
import midgard.schemas.faction.BalanceOfPowerState;
import midgard.schemas.faction.Faction;
import midgard.schemas.faction.FactionAction;
import midgard.schemas.faction.FactionDeed;
import midgard.schemas.faction.FactionScore;
import midgard.schemas.faction.Standing;
import org.apache.avro.specific.SpecificRecord;

/** A world with the faction agent in it, and players who do things. */
final class Factions {
  static final long NOON = World.at("2026-11-22T12:00:00Z");
  static final long DAY = 86_400_000L;
  static final long MINUTES_5 = 300_000;
  static final long PLAYER = 150101;

  final FactionRules rules = FactionAgents.rules(Settings.DEFAULTS);
  final World world = new World(FactionAgents.of(Settings.DEFAULTS));

  Factions() {
    world.tick(NOON);
  }

  static MonsterKill kill(int monster) {
    return MonsterKill.newBuilder().setMonsterId(monster).build();
  }

  Factions does(SpecificRecord deed) {
    return does(NOON + 1, PLAYER, deed);
  }

  Factions does(long time, long player, SpecificRecord deed) {
    world.event(Domain.PLAYER, Long.toString(player), Events.event(time, player, "prontera", deed));
    return this;
  }

  /** So many quests for a faction. */
  Factions quests(long player, Faction faction, int count) {
    for (int i = 0; i < count; i++) {
      world.signal(
          Domain.PLAYER,
          Long.toString(player),
          NOON + 1,
          new FactionDeed(faction, FactionAction.quest_complete, ""));
    }
    return this;
  }

  AllegianceState state(long player) {
    return world.state(new Allegiance(rules), Long.toString(player));
  }

  Standing standing(long player, Faction faction) {
    return state(player).getStandings().get(faction.ordinal());
  }

  int reputation(Faction faction) {
    return standing(PLAYER, faction).getReputation();
  }

  BalanceOfPowerState balance() {
    return world.state(new BalanceOfPower(rules), Domain.WORLD_KEY);
  }

  FactionScore score(Faction faction) {
    return balance().getScores().get(faction.ordinal());
  }
}
