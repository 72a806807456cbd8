package midgard.agents.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyFigures;
import midgard.schemas.economy.EconomyHealth;
import midgard.schemas.event.Heartbeat;
import midgard.schemas.event.LevelKind;
import midgard.schemas.event.LevelUp;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.world.LevelBucket;
import midgard.schemas.world.MapEntry;

class WorldContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T12:00:00Z");

  @Override
  protected List<Agent<?>> agents() {
    return WorldAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int i = 0; i < 12; i++) {
      long time = START + 1 + i * 20_000L;
      long player = 150001 + i % 4;
      String key = Long.toString(player);
      log.add(event(Domain.PLAYER, key, time, player, "prontera", new PlayerLogin(null)));
      log.add(event(Domain.MAP, "prontera", time, player, "prontera", new PlayerLogin(null)));
      MapChange change = new MapChange("prontera", "prt_fild08");
      log.add(event(Domain.PLAYER, key, time + 10, player, "prt_fild08", change));
      log.add(event(Domain.MAP, "prt_fild08", time + 10, player, "prt_fild08", change));
      log.add(event(Domain.MAP, "prontera", time + 10, player, "prt_fild08", change));
      log.add(tick(time + 1000));
      MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002).build();
      log.add(event(Domain.MAP, "prt_fild08", time + 1500, player, "prt_fild08", kill));
      LevelUp up = new LevelUp(LevelKind.base, 50 + i);
      log.add(event(Domain.PLAYER, key, time + 1600, player, "prt_fild08", up));
      MvpKill mvp = MvpKill.newBuilder().setMvpId(1115).build();
      log.add(event(Domain.WORLD, Domain.WORLD_KEY, time + 1700, player, "prt_fild08", mvp));
      Heartbeat beat = new Heartbeat(4, 100L + i * 20, null, null);
      log.add(event(Domain.WORLD, Domain.WORLD_KEY, time + 1800, 0, null, beat));
      if (i % 3 == 0) {
        PlayerLogout logout = new PlayerLogout(null);
        log.add(event(Domain.PLAYER, key, time + 2000, player, "prt_fild08", logout));
      }
      log.add(tick(time + 10_000));
    }
    EconomyFigures economy = new EconomyFigures(5000L, 500L, 10L, 0L, EconomyHealth.stable, 700);
    log.add(signal(Domain.WORLD, Domain.WORLD_KEY, START + 250_000, economy));
    log.add(tick(START + 300_000));
    log.add(tick(START + 600_000));
    return log;
  }

  @Override
  protected void assertInvariants(World world) {
    var state = world.state(new WorldPulse(), Domain.WORLD_KEY);
    int online = 0;
    for (long player = 150001; player <= 150004; player++) {
      online +=
          world.state(new PlayerPresence(), Long.toString(player)).getTold().getOnline() ? 1 : 0;
    }
    assertThat(state.getOnlinePlayers()).isEqualTo(online);
    assertThat(state.getLevels().stream().mapToInt(LevelBucket::getPlayers).sum())
        .isEqualTo(online);
    assertThat(state.getMaps().stream().mapToInt(MapEntry::getPlayers).sum()).isEqualTo(online);
    assertThat(state.getMaps()).allMatch(map -> map.getPlayers() >= 0);
    assertThat(state.getMaps()).isSortedAccordingTo(Comparator.comparing(MapEntry::getMap));
  }
}
