package midgard.mind;

/**
 * The Big Five of an NPC, 0 to 1000 each; drawn from its key, so that it is the same for ever.
 * Above 700 is high, below 300 low (domain reference 1).
 */
public record Personality(
    int openness, int conscientiousness, int extraversion, int agreeableness, int neuroticism) {
  /** Above this a trait shows. */
  public static final int HIGH = 700;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long M1 = 0xbf58476d1ce4e5b9L;
  private static final long M2 = 0x94d049bb133111ebL;

  public static Personality of(String npc) {
    long seed = npc.length();
    for (int i = 0; i < npc.length(); i++) {
      seed = 31 * seed + npc.charAt(i);
    }
    int[] traits = new int[5];
    for (int i = 0; i < traits.length; i++) {
      seed += GOLDEN;
      traits[i] = (int) Long.remainderUnsigned(mix(seed), 1001);
    }
    return new Personality(traits[0], traits[1], traits[2], traits[3], traits[4]);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * M1;
    z = (z ^ (z >>> 27)) * M2;
    return z ^ (z >>> 31);
  }
}
