package midgard.agents.karma;

import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.karma.GlobalKarmaState;
import midgard.schemas.karma.PlayerKarmaState;
import org.apache.avro.specific.SpecificRecord;

/** A world with the karma agent in it, and players who do things. */
final class Deeds {
  static final long NOON = World.at("2026-11-22T12:00:00Z");
  static final long DAY = 86_400_000L;
  static final long PLAYER = 150101;

  final KarmaRules rules = KarmaAgents.rules(Settings.DEFAULTS);
  final World world = new World(KarmaAgents.of(Settings.DEFAULTS));
  private final Agent<PlayerKarmaState> conduct = new Conduct(rules);
  private final Agent<GlobalKarmaState> balance = new MoralBalance(rules);

  Deeds() {
    world.tick(NOON);
  }

  static MonsterKill kill(int monster) {
    return MonsterKill.newBuilder().setMonsterId(monster).build();
  }

  Deeds does(SpecificRecord deed) {
    return does(NOON + 1, PLAYER, deed);
  }

  Deeds does(long time, long player, SpecificRecord deed) {
    world.event(Domain.PLAYER, Long.toString(player), Events.event(time, player, "prontera", deed));
    return this;
  }

  /** The player's karma in thousandths. */
  long karma() {
    return state(PLAYER).getKarmaMilli();
  }

  PlayerKarmaState state(long player) {
    return world.state(conduct, Long.toString(player));
  }

  GlobalKarmaState global() {
    return world.state(balance, Domain.WORLD_KEY);
  }
}
