package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes players after the recorded characters, one after another, with what they own at first. */
final class Population {
  private static final String[] FIRST = {
    "Al", "Ber", "Cor", "Da", "El", "Fa", "Gar", "Hel", "Is", "Jo", "Ka", "Lor", "Mi", "Nor", "Os"
  };
  private static final String[] LAST = {
    "den", "ric", "wyn", "la", "ra", "mir", "dan", "ssa", "vor", "nia", "tan", "lis", "rek"
  };
  private static final int POTIONS = 200;
  private static final int KNIVES = 20;

  private final Recorded recorded;
  private final Wilds wilds;
  private final List<GameServer> servers;
  private final UniformRandomProvider random;
  private final Weighted<String> towns;

  Population(
      Recorded recorded, Wilds wilds, List<GameServer> servers, UniformRandomProvider random) {
    this.recorded = recorded;
    this.wilds = wilds;
    this.servers = servers;
    this.random = random;
    this.towns = Weighted.of(recorded.towns());
  }

  List<Player> players(long first, int count) {
    List<Player> players = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      players.add(player(first + i, i));
    }
    return players;
  }

  private Player player(long id, int number) {
    int model = number % recorded.characters().size();
    Recorded.Character like = recorded.characters().get(model);
    GameServer server = servers.get(number / recorded.characters().size() % servers.size());
    String name = FIRST[random.nextInt(FIRST.length)] + LAST[random.nextInt(LAST.length)] + id;
    Player player = new Player(id, name, model, like, server);
    player.ground = wilds.ground(like, random);
    player.town = towns.draw(random);
    player.map = player.ground.map();
    player.x = 20 + random.nextInt(300);
    player.y = 20 + random.nextInt(300);
    player.bag.add(Items.RED_POTION, POTIONS);
    player.bag.add(Items.APPLE, POTIONS);
    player.bag.add(Items.FLY_WING, POTIONS);
    player.bag.add(Items.KNIFE, KNIVES);
    player.bag.add(Items.EMPERIUM, 1);
    return player;
  }
}
