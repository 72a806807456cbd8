package midgard.agent.engine;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Turns the place of a message into a source of random numbers: the same place, the same numbers;
 * and a key into its place among the others.
 */
final class Seed {
  /** Constants of the 64-bit finaliser of MurmurHash3 (Stafford's variant 13). */
  private static final long M1 = 0xBF58476D1CE4E5B9L;

  private static final long M2 = 0x94D049BB133111EBL;

  private Seed() {}

  static UniformRandomProvider random(
      long worldSeed, InboxRecord record, String agent, String key, int turn) {
    long seed = mix(worldSeed);
    seed = mix(seed ^ text(record.topic()));
    seed = mix(seed ^ record.partition());
    seed = mix(seed ^ record.offset());
    seed = mix(seed ^ text(agent));
    seed = mix(seed ^ text(key));
    seed = mix(seed ^ turn);
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** The next instant after {@code now} that is the key's turn; see {@code Context.nextTurn}. */
  static long nextTurn(String key, long now, long period) {
    long phase = Math.floorMod(mix(text(key)), period);
    return (Math.floorDiv(now - phase, period) + 1) * period + phase;
  }

  private static long text(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * M1;
    z = (z ^ (z >>> 27)) * M2;
    return z ^ (z >>> 31);
  }
}
