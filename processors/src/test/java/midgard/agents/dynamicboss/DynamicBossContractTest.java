package midgard.agents.dynamicboss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentContractTest;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.dynamicboss.Boss;
import midgard.schemas.dynamicboss.BossStatus;
import midgard.schemas.dynamicboss.DynamicBoss;
import midgard.schemas.dynamicboss.DynamicBossState;
import midgard.schemas.dynamicboss.FactionChampionCalled;
import midgard.schemas.dynamicboss.GuardCalled;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.event.PlayerDeath;

class DynamicBossContractTest extends AgentContractTest {
  private static final long START = World.at("2026-11-22T00:00:00Z");
  private static final List<String> MAPS =
      List.of("prt_fild08", "pay_fild01", "moc_fild01", "gef_fild07");

  @Override
  protected List<Agent<?>> agents() {
    return DynamicBossAgents.of(Settings.DEFAULTS);
  }

  @Override
  protected List<Step> log() {
    List<Step> log = new ArrayList<>();
    log.add(tick(START));
    for (int hour = 0; hour < 30; hour++) {
      long time = START + hour * 3_600_000L + 1000;
      String map = MAPS.get(hour % MAPS.size());
      log.add(tick(time));
      log.add(
          signal(
              Domain.WORLD,
              Domain.WORLD_KEY,
              time,
              new GuardCalled("treasure-" + hour, map, 100, 120)));
      log.add(
          signal(
              Domain.WORLD,
              Domain.WORLD_KEY,
              time + 1,
              new FactionChampionCalled("call-" + hour / 3, "f", "F", 3000, "cmd_fild01")));
      log.add(tick(time + 1000));
      long fight = time + 2000;
      PlayerDeath death = new PlayerDeath(KillerType.monster, 1901L);
      log.add(event(Domain.MAP, map, fight, 150001, map, death));
      log.add(tick(time + 8000));
      if (hour % 2 == 0) {
        MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1901).setDamage(7L).build();
        log.add(event(Domain.MAP, map, time + 9000, 150002, map, kill));
        MvpKill mvp =
            MvpKill.newBuilder()
                .setMvpId(1901)
                .setParticipants(
                    List.of(
                        new MvpParticipant(150001L, 30L, 1), new MvpParticipant(150002L, 70L, 0)))
                .build();
        log.add(event(Domain.MAP, map, time + 9000, 150002, map, mvp));
      }
      log.add(tick(time + 12_000));
      log.add(tick(time + 660_000));
      log.add(tick(time + 1_860_000));
    }
    // One fight is still on at the end.
    long end = START + 30 * 3_600_000L + 1000;
    log.add(
        signal(Domain.WORLD, Domain.WORLD_KEY, end, new GuardCalled("last", "prt_fild08", 0, 0)));
    log.add(tick(end + 1000));
    PlayerDeath death = new PlayerDeath(KillerType.monster, 1901L);
    log.add(event(Domain.MAP, "prt_fild08", end + 2000, 150001, "prt_fild08", death));
    return log;
  }

  @Override
  protected boolean usesRandomness() {
    return true;
  }

  @Override
  protected void assertInvariants(World world) {
    DynamicBossState state = world.state(new DynamicBosses(), Domain.WORLD_KEY);
    assertThat(state.getBosses()).hasSizeLessThanOrEqualTo(3);
    assertThat(state.getBosses()).extracting(Boss::getSpawnMap).doesNotHaveDuplicates();
    assertThat(world.actions()).extracting(GameAction::getIdempotencyKey).doesNotHaveDuplicates();
    assertThat(world.changes(DynamicBoss.class))
        .filteredOn(row -> row.getStatus() != BossStatus.active)
        .extracting(DynamicBoss::getBossId)
        .doesNotHaveDuplicates();
  }
}
