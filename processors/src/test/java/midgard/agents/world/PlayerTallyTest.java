package midgard.agents.world;

import static midgard.agent.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.KillerType;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PlayerDeath;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.world.TallyState;
import org.junit.jupiter.api.Test;

class PlayerTallyTest {
  private final PlayerTally tally = new PlayerTally();
  private final World world = new World(List.of(tally));

  private TallyState of(String player) {
    return world.state(tally, player);
  }

  @Test
  void shouldCountEachKillWhenAPlayerHunts() {
    for (int i = 1; i <= 3; i++) {
      MonsterKill kill = MonsterKill.newBuilder().setMonsterId(1002).build();
      world.event(Domain.PLAYER, "7", event(i, 7, "prt_fild08", kill));
    }

    assertThat(of("7").getKills()).isEqualTo(3);
  }

  @Test
  void shouldCountADuelForTheWinnerOnly() {
    PvpKill duel = new PvpKill(8L, PvpMode.pvp);
    world.event(Domain.PLAYER, "7", event(1, 7, "pvp_n_1-5", duel));
    world.event(Domain.PLAYER, "8", event(1, 7, "pvp_n_1-5", duel));

    assertThat(of("7").getPvpKills()).isEqualTo(1);
    assertThat(of("8").getPvpKills()).isZero();
  }

  @Test
  void shouldCountADeath() {
    PlayerDeath death = new PlayerDeath(KillerType.monster, 1273L);
    world.event(Domain.PLAYER, "9", event(1, 9, "gef_fild10", death));

    assertThat(of("9").getDeaths()).isEqualTo(1);
  }
}
