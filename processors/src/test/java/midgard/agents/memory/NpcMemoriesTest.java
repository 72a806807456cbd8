package midgard.agents.memory;

import static midgard.agents.memory.NpcWorld.DAY;
import static midgard.agents.memory.NpcWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.event.Interaction;
import midgard.schemas.memory.Bond;
import midgard.schemas.memory.Memory;
import midgard.schemas.memory.Npc;
import midgard.schemas.memory.NpcGone;
import midgard.schemas.memory.NpcMemory;
import midgard.schemas.memory.NpcPlaced;
import midgard.schemas.memory.RumourBegan;
import midgard.schemas.memory.Sector;
import org.junit.jupiter.api.Test;

class NpcMemoriesTest {
  private static final String NPC = "Tool Dealer";
  private static final long MINUTE = 60_000L;

  private final NpcWorld npcs = new NpcWorld();

  private Bond bond(long player) {
    return npcs.npc(NPC).getBonds().stream()
        .filter(bond -> bond.getPlayerId() == player)
        .findFirst()
        .orElseThrow();
  }

  private void mood(MoodLine... lines) {
    npcs.world.message(
        Domain.NPC,
        null,
        new midgard.schemas.inbox.InboxMessage(
            START,
            new midgard.schemas.Cause("test", 0, 0L, "test"),
            null,
            null,
            new WorldMood(START, List.of(lines))));
  }

  private static MoodLine line(String id, String text, String map, Long... players) {
    return new MoodLine("problem", id, text, map, 7, START, START, true, List.of(players));
  }

  @Test
  void shouldRememberWhatAPlayerDidWhenItHelped() {
    npcs.meet(NPC, 150001, Interaction.help, 0);

    Memory memory = npcs.npc(NPC).getMemories().get(0);
    assertThat(memory.getContent()).isEqualTo("Player150001 helped Tool Dealer at prontera.");
    assertThat(memory.getSector()).isEqualTo(Sector.episodic);
    assertThat(memory.getParticipants()).containsExactly("150001");
    assertThat(bond(150001).getValueMilli()).isEqualTo(5000);
    assertThat(npcs.world.changes(NpcMemory.class)).hasSize(1);
    assertThat(npcs.world.changes(Npc.class)).hasSize(1);
  }

  @Test
  void shouldCountOneVisitWhenAPlayerClicksThirtyTimes() {
    for (int i = 0; i < 30; i++) {
      npcs.meet(NPC, 150001, Interaction.talk, i * 1000L);
    }

    assertThat(bond(150001).getVisits()).isEqualTo(1);
    assertThat(bond(150001).getValueMilli()).isEqualTo(1000);
    assertThat(npcs.npc(NPC).getMemories()).hasSize(1);
  }

  @Test
  void shouldKnowAHabitWhenAPlayerComesTheThirdTime() {
    for (int i = 0; i < 3; i++) {
      npcs.meet(NPC, 150001, Interaction.talk, i * 6 * MINUTE);
    }

    assertThat(bond(150001).getVisits()).isEqualTo(3);
    assertThat(npcs.npc(NPC).getMemories())
        .filteredOn(memory -> memory.getSector() == Sector.procedural)
        .extracting(Memory::getContent)
        .containsExactly("Player150001 comes often: an acquaintance by now.");
  }

  @Test
  void shouldGainAtMostTwentyADayWhenAPlayerBringsManyGifts() {
    for (int i = 0; i < 20; i++) {
      npcs.meet(NPC, 150001, Interaction.gift, i * 1000L);
    }
    assertThat(bond(150001).getValueMilli()).isEqualTo(20_000);

    npcs.meet(NPC, 150001, Interaction.gift, DAY);
    assertThat(bond(150001).getValueMilli()).isEqualTo(19_800 + 5000);
  }

  @Test
  void shouldLoseTwentyEachTimeWhenItIsAttackedAndNeverBelowAHundred() {
    for (int i = 0; i < 9; i++) {
      npcs.meet(NPC, 150001, Interaction.attack, i * 1000L);
    }

    assertThat(bond(150001).getValueMilli()).isEqualTo(-100_000);
    assertThat(npcs.npc(NPC).getMemories().get(0).getSector()).isEqualTo(Sector.emotional);
  }

  @Test
  void shouldForgetWhenThirtyDaysHavePassed() {
    npcs.meet(NPC, 150001, Interaction.help, 0);
    npcs.meet(NPC, 150002, Interaction.talk, 30 * DAY);

    assertThat(npcs.npc(NPC).getMemories())
        .extracting(Memory::getParticipants)
        .containsExactly(List.of("150002"));
    assertThat(MemoryView.of(NPC, npcs.npc(NPC), START + 61 * DAY).memories()).isEmpty();
  }

  @Test
  void shouldKeepTheFiftyStrongestWhenMoreHappened() {
    npcs.meet(NPC, 1, Interaction.attack, 0);
    for (int i = 2; i < 80; i++) {
      npcs.meet(NPC, i, Interaction.talk, i * 1000L);
    }

    List<Memory> memories = npcs.npc(NPC).getMemories();
    assertThat(memories).hasSize(50);
    assertThat(memories).extracting(Memory::getImportance).contains(9);
  }

  @Test
  void shouldForgetTheOneWhoCameLongestAgoWhenItKnowsTwoHundred() {
    for (int i = 1; i <= 205; i++) {
      npcs.meet(NPC, i, Interaction.talk, i * 1000L);
    }

    List<Bond> bonds = npcs.npc(NPC).getBonds();
    assertThat(bonds).hasSize(200);
    assertThat(bonds.get(0).getPlayerId()).isEqualTo(6);
  }

  @Test
  void shouldRememberADeedWhenItHappenedNearBy() {
    mood(
        line("a", "A swamp was cleaned.", "prt_fild08", 150001L),
        line("b", "Far away.", "ayothaya", 1L),
        line("c", "Everywhere.", ""));
    npcs.meet(NPC, 150002, Interaction.talk, 0);
    npcs.meet(NPC, 150002, Interaction.talk, 10 * MINUTE);

    assertThat(npcs.npc(NPC).getMemories())
        .filteredOn(memory -> memory.getType().equals("fact"))
        .singleElement()
        .satisfies(
            memory -> {
              assertThat(memory.getContent()).isEqualTo("A swamp was cleaned.");
              assertThat(memory.getParticipants()).containsExactly("150001");
            });
  }

  @Test
  void shouldTellItsMapWhenSomethingIsWorthTelling() {
    npcs.meet(NPC, 150001, Interaction.talk, 0);
    npcs.meet(NPC, 150001, Interaction.help, 1000);

    assertThat(npcs.world.signals(RumourBegan.class))
        .extracting(RumourBegan::getContent)
        .containsExactly("Player150001 helped Tool Dealer at prontera.");
  }

  @Test
  void shouldRememberNothingWhenAChestIsOpened() {
    npcs.meet("Old Chest", 150001, Interaction.chest, 0);
    npcs.meet("Old Chest", 150001, Interaction.dig, 0);

    assertThat(npcs.world.dump()).noneMatch(line -> line.contains("memory-"));
  }

  @Test
  void shouldKeepItsNameAndPlaceWhenTheWorldHasPutItThere() {
    NpcPlaced placed = new NpcPlaced(NPC, "Magnus", "geffen", 10, 20);
    npcs.world.signal(Domain.NPC, NPC, START, placed);
    npcs.meet(NPC, 150001, Interaction.talk, 0);
    assertThat(npcs.npc(NPC).getNpcName()).isEqualTo("Magnus");
    assertThat(npcs.npc(NPC).getSpawned()).isTrue();

    npcs.world.signal(Domain.NPC, NPC, START, new NpcGone(NPC));
    assertThat(npcs.npc(NPC).getSpawned()).isFalse();
  }

  @Test
  void shouldShowWhatAPlayerIsToItWhenAsked() {
    npcs.meet(NPC, 150001, Interaction.help, 0);

    MemoryView view = MemoryView.of(NPC, npcs.npc(NPC), START + DAY);

    assertThat(view.known()).isTrue();
    assertThat(view.relationships().get(0).value()).isEqualTo(4.95);
    assertThat(view.relationships().get(0).word()).isEqualTo("stranger");
    assertThat(view.memories().get(0).strength()).isEqualTo(6.93);
  }
}
