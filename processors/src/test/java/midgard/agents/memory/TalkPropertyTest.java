package midgard.agents.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import midgard.schemas.memory.MapNpc;
import midgard.schemas.memory.RumourBegan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkPropertyTest {

  private static String pair(MapNpc one, MapNpc other) {
    return one.getNpcId().compareTo(other.getNpcId()) < 0
        ? one.getNpcId() + "-" + other.getNpcId()
        : other.getNpcId() + "-" + one.getNpcId();
  }

  @Property(tries = 300)
  void shouldFindTheSamePairsAsComparingAllWithAll(
      @ForAll @Size(max = 40) List<@IntRange(max = 60) Integer> xs,
      @ForAll @IntRange(min = 1, max = 20) int range) {
    List<MapNpc> npcs = new ArrayList<>();
    for (int i = 0; i < xs.size(); i++) {
      npcs.add(new MapNpc("n" + i, "n", xs.get(i), (i * 7) % 60, false, 0L, 0L, (long) i % 3));
    }
    Set<String> expected = new TreeSet<>();
    for (MapNpc one : npcs) {
      for (MapNpc other : npcs) {
        if (one != other
            && Math.abs(one.getX() - other.getX()) <= range
            && Math.abs(one.getY() - other.getY()) <= range) {
          expected.add(pair(one, other));
        }
      }
    }

    List<String> found =
        Roster.near(npcs, range).stream().map(p -> pair(p.first(), p.second())).toList();

    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"0,300", "100000,800", "-50000,50", "20000,400"})
  void shouldBeLikelierToTalkWhenTheyLikeEachOther(int valueMilli, int chanceMilli) {
    assertThat(TalkRules.chanceMilli(valueMilli)).isEqualTo(chanceMilli);
  }

  @Property(tries = 100)
  void shouldKeepTheMostImportantRumoursWithinTheBound(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 10) Integer> importances) {
    List<midgard.schemas.memory.Rumour> rumours = new ArrayList<>();
    for (int i = 0; i < importances.size(); i++) {
      Gossip.begin(
          rumours, new RumourBegan("r" + i, "x", "a", 0L, importances.get(i), (long) i, 99L));
    }

    assertThat(rumours).hasSize(Math.min(30, importances.size()));
    List<Integer> best = importances.stream().sorted((a, b) -> b - a).limit(30).toList();
    assertThat(rumours.stream().map(r -> r.getImportance()).toList()).isEqualTo(best);
  }

  @Property(tries = 50)
  void shouldStopSpreadingWhenTooManyHaveRetoldIt(@ForAll @IntRange(min = 2, max = 60) int npcs) {
    List<midgard.schemas.memory.Rumour> rumours = new ArrayList<>();
    Gossip.begin(rumours, new RumourBegan("r", "x", "n0", 0L, 5, 0L, 99L));
    int hops = 0;
    for (int i = 1; i < npcs; i++) {
      if (Gossip.between(rumours, "n" + (i - 1), "n" + i).isEmpty()) {
        break;
      }
      Gossip.pass(rumours.get(0), "n" + (i - 1), "n" + i);
      hops++;
    }

    assertThat(hops).isLessThanOrEqualTo(11);
    assertThat(rumours.get(0).getHolders()).allMatch(holder -> holder.getReliabilityMilli() >= 300);
  }
}
