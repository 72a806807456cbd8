package midgard.bench.week;

import java.util.OptionalLong;
import midgard.bench.traffic.Traffic;
import midgard.bench.traffic.TrafficOptions;
import midgard.schemas.event.GameEvent;
import org.apache.commons.rng.simple.RandomSource;

/** Made players, and among them some who take up what the world offers. */
final class MadeCompany implements Company {
  private final Traffic traffic;
  private final Adventurers adventurers;

  MadeCompany(int players, long seed) {
    traffic = new Traffic(TrafficOptions.of(players, seed));
    adventurers = new Adventurers(traffic, RandomSource.XO_SHI_RO_256_PP.create(seed ^ 2));
  }

  long start() {
    return traffic.options().start();
  }

  @Override
  public boolean hasNext() {
    return traffic.hasNext();
  }

  @Override
  public GameEvent next() {
    return traffic.next();
  }

  @Override
  public void look(OfflineWorld world, long time) {
    adventurers.look(world, time);
  }

  @Override
  public void receive(long player, long zeny) {
    traffic.receive(player, zeny);
  }

  @Override
  public OptionalLong purses() {
    return OptionalLong.of(traffic.purses());
  }
}
