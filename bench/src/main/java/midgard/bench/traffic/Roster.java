package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import midgard.bench.traffic.Scene.Place;
import org.apache.commons.rng.UniformRandomProvider;

/** Who is on line, by model and by town or field; and who is not. Every draw is by chance. */
final class Roster {
  private static final int TRIES = 6;

  private final List<Player> players;
  private final List<List<Player>> town = new ArrayList<>();
  private final List<List<Player>> field = new ArrayList<>();
  private final List<Player> online = new ArrayList<>();
  private final List<Player> offline;
  private final int[] onlineSlot;
  private final UniformRandomProvider random;
  private int inTown;

  Roster(List<Player> players, int models, UniformRandomProvider random) {
    this.players = players;
    this.random = random;
    this.offline = new ArrayList<>(players);
    this.onlineSlot = new int[players.size()];
    for (int i = 0; i < models; i++) {
      town.add(new ArrayList<>());
      field.add(new ArrayList<>());
    }
  }

  int online() {
    return online.size();
  }

  int inTown() {
    return inTown;
  }

  int size() {
    return players.size();
  }

  /** Takes one who is off line; there must be one. */
  Player takeOffline() {
    int at = random.nextInt(offline.size());
    Player player = offline.get(at);
    Player last = offline.remove(offline.size() - 1);
    if (last != player) {
      offline.set(at, last);
    }
    return player;
  }

  void enter(Player player) {
    player.online = true;
    onlineSlot[index(player)] = online.size();
    online.add(player);
    place(player);
  }

  void leave(Player player) {
    displace(player);
    player.online = false;
    int at = onlineSlot[index(player)];
    Player last = online.remove(online.size() - 1);
    if (last != player) {
      online.set(at, last);
      onlineSlot[index(last)] = at;
    }
    offline.add(player);
  }

  /** To another map. */
  void move(Player player, String map) {
    displace(player);
    player.map = map;
    place(player);
  }

  /** A free player, of this model if there is one in that place; null: nobody, or all are busy. */
  Player pick(int model, Place place, long now) {
    for (int i = 0; i < TRIES; i++) {
      int from = i < TRIES / 2 ? model : random.nextInt(town.size());
      Player player = one(from, place);
      if (player != null && player.isFree(now)) {
        return player;
      }
    }
    return null;
  }

  /**
   * A free player on the same server, on the same map if some tries find one; null if there is none
   * about.
   */
  Player mate(Player player, long now) {
    Player elsewhere = null;
    for (int i = 0; i < 3 * TRIES; i++) {
      Player other = online.get(random.nextInt(online.size()));
      if (other != player && other.server == player.server && other.isFree(now)) {
        if (other.map.equals(player.map)) {
          return other;
        }
        elsewhere = other;
      }
    }
    return elsewhere;
  }

  /** A free player on the same server and another map; null if some tries find none. */
  Player faraway(Player player, long now) {
    for (int i = 0; i < 3 * TRIES; i++) {
      Player other = online.get(random.nextInt(online.size()));
      if (other.server == player.server && other.isFree(now) && !other.map.equals(player.map)) {
        return other;
      }
    }
    return null;
  }

  private Player one(int model, Place place) {
    List<Player> there =
        switch (place) {
          case TOWN -> town.get(model);
          case FIELD -> field.get(model);
          case ANYWHERE -> {
            int sum = town.get(model).size() + field.get(model).size();
            yield sum > 0 && random.nextInt(sum) < town.get(model).size()
                ? town.get(model)
                : field.get(model);
          }
        };
    return there.isEmpty() ? null : there.get(random.nextInt(there.size()));
  }

  private void place(Player player) {
    List<Player> list = player.inTown() ? town.get(player.model) : field.get(player.model);
    inTown += player.inTown() ? 1 : 0;
    player.slot = list.size();
    list.add(player);
  }

  private void displace(Player player) {
    List<Player> list = player.inTown() ? town.get(player.model) : field.get(player.model);
    inTown -= player.inTown() ? 1 : 0;
    Player last = list.remove(list.size() - 1);
    if (last != player) {
      list.set(player.slot, last);
      last.slot = player.slot;
    }
    player.slot = -1;
  }

  Player byId(long id) {
    return players.get((int) (id - players.get(0).id));
  }

  long purses() {
    return players.stream().mapToLong(player -> player.zeny).sum();
  }

  private int index(Player player) {
    return (int) (player.id - players.get(0).id);
  }
}
