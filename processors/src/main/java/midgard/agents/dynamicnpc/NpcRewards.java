package midgard.agents.dynamicnpc;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.action.Buff;
import midgard.schemas.dynamicnpc.NpcGift;
import midgard.schemas.dynamicnpc.NpcReward;
import midgard.schemas.dynamicnpc.RareItem;
import midgard.schemas.event.ItemAmount;
import org.apache.commons.rng.UniformRandomProvider;

/** What a wanderer's quest is worth (domain reference 1.8), in whole numbers throughout. */
final class NpcRewards {
  static final int CERTAIN = 10_000;

  private static final int YGGDRASIL_BERRY = 607;
  private static final int BERRIES = 3;
  private static final int RARE_ITEM = 7179;
  private static final int PORING_CARD = 4001;
  private static final int BUFF_PERCENT = 10;
  private static final int BUFF_MINUTES = 60;
  private static final List<String> STATS = List.of("str", "agi", "vit", "int", "dex", "luk");

  private NpcRewards() {}

  /**
   * @param level the players' mean level; 0: nobody was ever there, which counts as 50
   */
  static NpcReward of(NpcRules.Tier tier, int level) {
    long paid = level > 0 ? level : NpcRules.LEVEL_OF_NOBODY;
    List<Buff> buffs = new ArrayList<>();
    if (tier.buffs) {
      buffs.add(new Buff("atk", BUFF_PERCENT, true, BUFF_MINUTES));
      buffs.add(new Buff("matk", BUFF_PERCENT, true, BUFF_MINUTES));
    }
    // level × 2000 × m and level × 1000 × m', the factors in tenths
    return new NpcReward(
        paid * 200 * tier.expTenths,
        paid * 100 * tier.zenyTenths,
        List.of(new ItemAmount(YGGDRASIL_BERRY, BERRIES)),
        List.of(
            new RareItem(RARE_ITEM, tier.rareChance),
            new RareItem(PORING_CARD, tier.rareChance * 3 / 10)),
        buffs,
        tier.permanentStatChance);
  }

  /** One player's reward: each chance is rolled once, on its own. */
  static NpcGift draw(NpcReward reward, UniformRandomProvider random) {
    List<ItemAmount> items = new ArrayList<>(reward.getItems());
    for (RareItem rare : reward.getRareItems()) {
      if (random.nextInt(CERTAIN) < rare.getChanceOf10000()) {
        items.add(new ItemAmount(rare.getItemId(), 1));
      }
    }
    List<Buff> buffs = new ArrayList<>(reward.getSpecialBuffs());
    if (random.nextInt(CERTAIN) < reward.getPermanentStatOf10000()) {
      buffs.add(new Buff(STATS.get(random.nextInt(STATS.size())), 1, false, 0));
    }
    return new NpcGift(reward.getExp(), reward.getZeny(), items, buffs);
  }
}
