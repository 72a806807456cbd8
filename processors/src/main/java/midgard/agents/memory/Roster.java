package midgard.agents.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import midgard.schemas.memory.MapNpc;

/** The NPCs that are known to stand on a map, by id. */
final class Roster {
  /** Two that stand near each other; the first is the one that talked longer ago. */
  record Pair(MapNpc first, MapNpc second) {}

  private record Square(int x, int y) implements Comparable<Square> {
    @Override
    public int compareTo(Square other) {
      return x != other.x ? Integer.compare(x, other.x) : Integer.compare(y, other.y);
    }
  }

  private static final Comparator<MapNpc> TALKED_LONGEST_AGO =
      Comparator.comparing(MapNpc::getTalkedAt).thenComparing(MapNpc::getNpcId);

  private Roster() {}

  /** The NPC; a new one may cost the one that was seen longest ago. */
  static MapNpc of(List<MapNpc> npcs, String id, long time) {
    for (MapNpc npc : npcs) {
      if (npc.getNpcId().equals(id)) {
        npc.setSeenAt(Math.max(npc.getSeenAt(), time));
        return npc;
      }
    }
    MapNpc npc = new MapNpc(id, id, 0, 0, false, time, 0L, 0L);
    npcs.add(npc);
    if (npcs.size() > TalkRules.NPCS) {
      npcs.stream()
          .filter(other -> other != npc)
          .min(Comparator.comparing(MapNpc::getSeenAt).thenComparing(MapNpc::getNpcId))
          .ifPresent(npcs::remove);
    }
    npcs.sort(Comparator.comparing(MapNpc::getNpcId));
    return npc;
  }

  /** Every pair within a range, once; looked up by squares, so that not all meet all. */
  static List<Pair> near(List<MapNpc> npcs, int range) {
    List<MapNpc> order = npcs.stream().sorted(TALKED_LONGEST_AGO).toList();
    Map<Square, List<MapNpc>> passed = new TreeMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      MapNpc npc = order.get(i);
      Square square = square(npc, range);
      for (int x = square.x() - 1; x <= square.x() + 1; x++) {
        for (int y = square.y() - 1; y <= square.y() + 1; y++) {
          for (MapNpc other : passed.getOrDefault(new Square(x, y), List.of())) {
            if (distance(npc, other) <= range) {
              pairs.add(new Pair(npc, other));
            }
          }
        }
      }
      passed.computeIfAbsent(square, s -> new ArrayList<>()).add(npc);
    }
    pairs.sort(
        Comparator.comparing(Pair::first, TALKED_LONGEST_AGO)
            .thenComparing(pair -> distance(pair.first(), pair.second()))
            .thenComparing(Pair::second, TALKED_LONGEST_AGO));
    return pairs;
  }

  private static Square square(MapNpc npc, int range) {
    return new Square(Math.floorDiv(npc.getX(), range), Math.floorDiv(npc.getY(), range));
  }

  private static int distance(MapNpc one, MapNpc other) {
    return Math.max(Math.abs(one.getX() - other.getX()), Math.abs(one.getY() - other.getY()));
  }
}
