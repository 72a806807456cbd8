package midgard.agents.memory;

import static midgard.agents.memory.NpcWorld.MAP;
import static midgard.agents.memory.NpcWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.event.Interaction;
import midgard.schemas.memory.MapPeopled;
import midgard.schemas.memory.NpcBond;
import midgard.schemas.memory.NpcMapState;
import midgard.schemas.memory.NpcPlaced;
import midgard.schemas.memory.NpcRelationship;
import midgard.schemas.memory.NpcTalk;
import midgard.schemas.memory.SharedInformation;
import org.junit.jupiter.api.Test;

class NpcMapTest {
  private static final long HOUR = 3_600_000L;

  private final NpcWorld npcs = new NpcWorld();

  private void place(String npc, int x, int y) {
    npcs.world.signal(Domain.MAP, MAP, START, new NpcPlaced(npc, npc, MAP, x, y));
  }

  private void peopled(boolean peopled) {
    npcs.world.signal(Domain.MAP, MAP, START, new MapPeopled(peopled));
  }

  private List<NpcTalk> talks() {
    return npcs.world.changes(NpcTalk.class);
  }

  @Test
  void shouldTalkWhenTwoStandNearAndAPlayerIsThere() {
    place("a", 100, 100);
    place("b", 105, 95);
    peopled(true);
    npcs.world.tickTo(START + HOUR, 1000);

    assertThat(talks()).hasSizeBetween(20, 80);
    NpcRelationship last = npcs.world.changes(NpcRelationship.class).get(talks().size() - 1);
    assertThat(last.getNpcId1()).isEqualTo("a");
    assertThat(last.getValueMilli()).isEqualTo(talks().size() * 1000);
    assertThat(last.getTrustMilli()).isEqualTo(50_000 + talks().size() * 500);
  }

  @Test
  void shouldSayNothingWhenTheyStandSixCellsApart() {
    place("a", 100, 100);
    place("b", 106, 100);
    peopled(true);
    npcs.world.tickTo(START + HOUR, 1000);

    assertThat(talks()).isEmpty();
  }

  @Test
  void shouldSayNothingWhenNoPlayerIsThere() {
    place("a", 100, 100);
    place("b", 101, 100);
    npcs.world.tickTo(START + HOUR, 1000);
    assertThat(talks()).isEmpty();

    peopled(true);
    npcs.world.tick(START + HOUR + 10_000);
    peopled(false);
    npcs.world.tickTo(START + 2 * HOUR, 1000);
    assertThat(talks()).isEmpty();
    assertThat(npcs.map().getCheckAt()).isZero();
  }

  @Test
  void shouldTalkForAWhileWhenAPlayerDealtWithOneOfThem() {
    npcs.meet("a", 150001, Interaction.talk, 0, 50, 50);
    npcs.meet("b", 150001, Interaction.talk, 1, 51, 51);
    npcs.world.tickTo(START + HOUR, 1000);

    assertThat(talks()).isNotEmpty();
    assertThat(talks().get(talks().size() - 1).getTimestamp().toEpochMilli())
        .isLessThanOrEqualTo(START + 5 * 60_000L);
  }

  @Test
  void shouldNotTalkWhenTheyAreEnemies() {
    place("a", 100, 100);
    place("b", 100, 100);
    NpcMapState state = npcs.map();
    state.getBonds().add(new NpcBond("a", "b", -50_001, 50_000, START, 1, START, START));
    npcs.world.put(NpcMap.STATE, MAP, state);
    peopled(true);
    npcs.world.tickTo(START + HOUR, 1000);

    assertThat(talks()).isEmpty();
  }

  @Test
  void shouldPassOnADeedWhenTheyTalkAndTrustEachOther() {
    place("b", 100, 100);
    npcs.meet("a", 150001, Interaction.help, 0, 100, 100);
    peopled(true);
    npcs.world.tickTo(START + HOUR, 1000);

    assertThat(npcs.npc("b").getHearsay())
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.getContent()).isEqualTo("Player150001 helped a at prontera.");
              assertThat(heard.getToldBy()).isEqualTo("a");
              assertThat(heard.getReliabilityMilli()).isEqualTo(900);
            });
    List<SharedInformation> rows = npcs.world.changes(SharedInformation.class);
    assertThat(rows.get(rows.size() - 1).getSpreadCount()).isEqualTo(1);
  }

  @Test
  void shouldHoldAtMostTenTalksAtOnceWhenAMapIsCrowded() {
    for (int i = 0; i < 150; i++) {
      place("npc" + i, 100 + i % 3, 100);
    }
    peopled(true);
    npcs.world.tick(START + 30_000);

    assertThat(talks()).hasSize(10);
    assertThat(talks()).extracting(NpcTalk::getTalkId).doesNotHaveDuplicates();
  }

  @Test
  void shouldLeaveTheMapWhenAnNpcIsPutElsewhere() {
    place("a", 100, 100);
    npcs.world.signal(Domain.MAP, MAP, START, new NpcPlaced("a", "a", "geffen", 1, 1));

    assertThat(npcs.map().getNpcs()).isEmpty();
  }
}
