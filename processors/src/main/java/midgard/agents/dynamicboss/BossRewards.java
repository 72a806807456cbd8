package midgard.agents.dynamicboss;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossItem;
import midgard.schemas.dynamicboss.BossReward;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a defeated boss is worth (domain reference 1.12). Experience and zeny are one pot, shared by
 * damage to the last point; items and reputation everyone gets who is paid.
 */
public final class BossRewards {
  private static final int EXP = 5000;
  private static final int ZENY = 2000;
  private static final int REPUTATION = 20;
  private static final int MOST_REPUTATION = 1000;

  private static final int BRADIUM = 6224;
  private static final int CARNIUM = 6225;
  private static final int OLD_VIOLET_BOX = 617;
  private static final int AURA = 19500;
  private static final int CERTAIN = 1000;

  private BossRewards() {}

  static long exp(int difficulty, int players) {
    return (long) difficulty * EXP * players;
  }

  static long zeny(int difficulty, int players) {
    return (long) difficulty * ZENY * players;
  }

  static int reputation(int difficulty) {
    return Math.min(MOST_REPUTATION, difficulty * REPUTATION);
  }

  /** What everyone who is paid is given for sure. */
  static List<BossItem> items(int difficulty) {
    List<BossItem> items = new ArrayList<>();
    if (difficulty >= 3) {
      items.add(new BossItem(BRADIUM, difficulty / 2));
    }
    if (difficulty >= 5) {
      items.add(new BossItem(CARNIUM, difficulty / 3));
    }
    if (difficulty >= 4) {
      items.add(new BossItem(OLD_VIOLET_BOX, 1));
    }
    return items;
  }

  /** What some of them are given; for people. */
  static List<String> special(int difficulty) {
    List<String> special = new ArrayList<>();
    special.add("Boss Vanquisher Aura (%d in %d)".formatted(difficulty, CERTAIN));
    if (difficulty >= 7) {
      special.add("Essence: 3 to 5 % attack for an hour");
    }
    return special;
  }

  /** Those who hurt the boss; if no damage is known, those who struck it down. By player id. */
  static List<BossFighter> paid(List<BossFighter> fighters) {
    List<BossFighter> tookPart = fighters.stream().filter(BossFighter::getTookPart).toList();
    List<BossFighter> hurt = tookPart.stream().filter(f -> f.getDamage() > 0).toList();
    return hurt.isEmpty() ? tookPart.stream().filter(f -> f.getKilled()).toList() : hurt;
  }

  /** The parts of a pot; they add up to it. What does not divide goes to the strongest. */
  static List<Long> shares(List<BossFighter> paid, long pot) {
    boolean known = paid.stream().anyMatch(fighter -> fighter.getDamage() > 0);
    List<Long> weights =
        paid.stream().map(fighter -> known ? fighter.getDamage() : Long.valueOf(1)).toList();
    BigInteger total =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    List<Long> shares = new ArrayList<>();
    long left = pot;
    for (long weight : weights) {
      long share =
          BigInteger.valueOf(pot).multiply(BigInteger.valueOf(weight)).divide(total).longValue();
      shares.add(share);
      left -= share;
    }
    if (!shares.isEmpty()) {
      int strongest = weights.indexOf(weights.stream().max(Comparator.naturalOrder()).get());
      shares.set(strongest, shares.get(strongest) + left);
    }
    return shares;
  }

  static BossReward of(int difficulty, long exp, long zeny, UniformRandomProvider random) {
    List<BossItem> items = items(difficulty);
    if (random.nextInt(CERTAIN) < difficulty) {
      items.add(new BossItem(AURA, 1));
    }
    int essence = difficulty >= 7 ? random.nextInt(3, 6) : 0;
    return new BossReward(exp, zeny, items, reputation(difficulty), essence);
  }
}
