package midgard.agents.dynamicnpc;

import static midgard.agents.dynamicnpc.NpcWorld.LEAVES;
import static midgard.agents.dynamicnpc.NpcWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import midgard.agent.World;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.dynamicnpc.DynamicNpc;
import midgard.schemas.dynamicnpc.NpcStatus;
import midgard.schemas.dynamicnpc.Wanderer;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class WanderingNpcsTest {
  private static final long DAY = 86_400_000;

  @Test
  void shouldHaveThreeWanderersOnKnownQuietMapsWhenTheWorldIsNew() {
    NpcWorld npcs = NpcWorld.fresh();

    assertThat(NpcView.active(npcs.state(), START)).hasSize(3);
    assertThat(npcs.npcs()).extracting(Wanderer::getSpawnMap).doesNotHaveDuplicates();
    assertThat(MapCatalogue.KNOWN.huntingGrounds())
        .containsAll(npcs.npcs().stream().map(Wanderer::getSpawnMap).toList());
    assertThat(npcs.npcs()).extracting(Wanderer::getNpcName).doesNotHaveDuplicates();
    assertThat(npcs.world.actions(SpawnNpc.class))
        .extracting(SpawnNpc::getNpcId)
        .containsExactlyElementsOf(npcs.npcs().stream().map(Wanderer::getNpcId).toList());
    assertThat(npcs.world.actions(BroadcastMessage.class)).hasSize(1);
  }

  @Test
  void shouldPayAsAtLevel50WhenNobodyWasEverThere() {
    for (Wanderer npc : NpcWorld.fresh().npcs()) {
      assertThat(npc.getRewardData())
          .isEqualTo(NpcRewards.of(NpcRules.kind(npc.getNpcType()).tier(), 50));
    }
  }

  @Test
  void shouldPayByTheMeanLevelWhenItIsKnown() {
    World world = NpcWorld.knowing(80, List.of());
    world.tick(START);

    for (Wanderer npc : world.state(new WanderingNpcs(3), Domain.WORLD_KEY).getNpcs()) {
      assertThat(npc.getRewardData())
          .isEqualTo(NpcRewards.of(NpcRules.kind(npc.getNpcType()).tier(), 80));
    }
  }

  @Test
  void shouldGoToTheQuietestMapsFirstWhenTheVisitsAreKnown() {
    WorldState world =
        NpcWorld.visited(
            List.of(
                NpcWorld.map("prontera", 1000),
                NpcWorld.map("moc_fild01", 101),
                NpcWorld.map("gef_fild02", 100),
                NpcWorld.map("pay_fild08", 7),
                NpcWorld.map("yuno_fild02", 8),
                NpcWorld.map("prt_in", 1),
                NpcWorld.map("ama_in01", 1)));

    List<String> maps =
        QuietMaps.choose(world, Set.of(), 5, RandomSource.XO_SHI_RO_256_PP.create(7L));

    assertThat(maps).startsWith("pay_fild08", "yuno_fild02", "gef_fild02");
    assertThat(maps).doesNotHaveDuplicates().doesNotContain("moc_fild01").hasSize(5);
    assertThat(MapCatalogue.KNOWN.huntingGrounds()).containsAll(maps.subList(3, 5));
  }

  @Test
  void shouldKeepFiftyCellsFromEveryEdgeWhenTheMapIsKnown() {
    for (Wanderer npc : NpcWorld.fresh().npcs()) {
      var map = MapCatalogue.KNOWN.find(npc.getSpawnMap()).orElseThrow();
      assertThat(npc.getSpawnX()).isBetween(50, map.width() - 51);
      assertThat(npc.getSpawnY()).isBetween(50, map.height() - 51);
    }
  }

  @Test
  void shouldLeaveAtTheEndOfTheDayWhenItsInstantComes() {
    NpcWorld npcs = NpcWorld.fresh();
    assertThat(npcs.npcs()).extracting(Wanderer::getDespawnsAt).containsOnly(LEAVES);
    assertThat(NpcView.active(npcs.state(), LEAVES - 1)).hasSize(3);
    assertThat(NpcView.active(npcs.state(), LEAVES)).isEmpty();

    npcs.world.tick(LEAVES - 1);
    assertThat(npcs.world.actions(RemoveNpc.class)).isEmpty();
    npcs.world.tick(LEAVES);

    assertThat(npcs.npcs()).extracting(Wanderer::getStatus).containsOnly(NpcStatus.despawned);
    assertThat(npcs.world.actions(RemoveNpc.class)).hasSize(3);
  }

  @Test
  void shouldBringThreeADayAndNeverMoreThanFiveAtATimeWhenWeeksPass() {
    NpcWorld npcs = NpcWorld.fresh();
    for (int day = 1; day <= 14; day++) {
      npcs.world.tickTo(START + day * DAY, 1_800_000);
      assertThat(NpcView.active(npcs.state(), START + day * DAY)).hasSize(3);
      assertThat(npcs.npcs()).hasSizeLessThanOrEqualTo(6);
    }

    assertThat(npcs.world.actions(SpawnNpc.class)).hasSize(45);
  }

  @Test
  void shouldComeAtSixWhenTheWorldIsNotNew() {
    NpcWorld npcs = NpcWorld.fresh();
    npcs.world.tickTo(World.at("2026-11-23T05:59:59Z"), 1_800_000);
    assertThat(npcs.world.actions(SpawnNpc.class)).hasSize(3);

    npcs.world.tick(World.at("2026-11-23T06:00:00Z"));

    assertThat(npcs.world.actions(SpawnNpc.class)).hasSize(6);
  }

  @Test
  void shouldBeGoneWhenTheGameCouldNotTakeIt() {
    NpcWorld npcs = NpcWorld.fresh();
    Wanderer npc = npcs.npcs().get(1);
    npcs.world.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        START + 5000,
        new ActionResult(
            "dynamic_npc:" + npc.getNpcId() + ":spawn", ActionOutcome.failed, "no such map"));

    assertThat(NpcView.active(npcs.state(), START + 5000))
        .extracting(NpcView::npcId)
        .hasSize(2)
        .doesNotContain(npc.getNpcId());
    assertThat(npcs.world.changes(DynamicNpc.class))
        .last()
        .extracting(DynamicNpc::getStatus)
        .isEqualTo(NpcStatus.despawned);
  }

  @Test
  void shouldNeverSpawnMoreThanTheCountWhenManyMapsAreQuiet() {
    List<MapEntry> maps = new ArrayList<>(List.of(NpcWorld.map("prontera", 10_000)));
    IntStream.range(1, 12).forEach(i -> maps.add(NpcWorld.map("gef_fild" + (10 + i), 5)));
    World world = NpcWorld.knowing(50, maps);
    world.tick(START);

    assertThat(world.state(new WanderingNpcs(3), Domain.WORLD_KEY).getNpcs()).hasSize(3);
    assertThat(NpcRules.clamped(20)).isEqualTo(5);
    assertThat(NpcRules.clamped(0)).isEqualTo(1);
  }
}
