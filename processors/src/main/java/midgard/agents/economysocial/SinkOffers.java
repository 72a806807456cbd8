package midgard.agents.economysocial;

import java.util.List;
import midgard.schemas.economysocial.Offering;
import midgard.schemas.economysocial.SinkKind;

/**
 * What a zeny sink offers, by how bad the inflation is (domain reference 1.21; what is offered and
 * the base prices outside the reference's list are ours).
 *
 * @param drainPercent the part of the money that it aims at
 */
record SinkOffers(
    SinkKind kind,
    int aboveMilli,
    int drainPercent,
    int minHours,
    int maxHours,
    String name,
    String description,
    List<Offer> offers) {

  record Offer(int item, String name, long base) {}

  /** By severity, worst first. */
  private static final List<SinkOffers> ALL =
      List.of(
          new SinkOffers(
              SinkKind.card_packs,
              700,
              25,
              2,
              5,
              "Royal Card Sale",
              "The crown sells albums and boxes from its vaults.",
              List.of(
                  new Offer(603, "Old Blue Box", Goods.listPrice(603)),
                  new Offer(616, "Old Card Album", Goods.listPrice(616)),
                  new Offer(617, "Old Violet Box", Goods.listPrice(617)))),
          new SinkOffers(
              SinkKind.refinement_bonus,
              400,
              20,
              1,
              4,
              "Refiners' Fair",
              "The refiners open their stores of ore.",
              List.of(
                  new Offer(984, "Oridecon", Goods.listPrice(984)),
                  new Offer(985, "Elunium", Goods.listPrice(985)))),
          new SinkOffers(
              SinkKind.cosmetic_sale,
              200,
              15,
              2,
              6,
              "Fashion Week",
              "Tailors from all over the land show their best.",
              List.of(
                  new Offer(2213, "Kitty Band", 50_000),
                  new Offer(2214, "Bunny Band", 50_000),
                  new Offer(2254, "Angel Wing", 500_000))),
          new SinkOffers(
              SinkKind.luxury_buffs,
              -1,
              10,
              3,
              6,
              "Alchemists' Luxuries",
              "Rare brews, for those who can afford them.",
              List.of(
                  new Offer(607, "Yggdrasil Berry", Goods.listPrice(607)),
                  new Offer(608, "Yggdrasil Seed", Goods.listPrice(608)),
                  new Offer(657, "Berserk Potion", 3000))));

  private static final long MONEY = 1_000_000_000;

  static SinkOffers of(int severityMilli) {
    return ALL.stream()
        .filter(offers -> severityMilli > offers.aboveMilli)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Zeny that it aims to drain: severity times the kind's part of 1,000,000,000 zeny, and never
   * more than that part of what there is.
   */
  long target(int severityMilli, long circulation) {
    long aim = MONEY / MerchantRules.MILLI * severityMilli / 100 * drainPercent;
    return Math.max(0, Math.min(aim, circulation / 100 * drainPercent));
  }

  List<Offering> offerings(int severityMilli) {
    return offers.stream()
        .map(
            offer ->
                new Offering(
                    offer.item, offer.name, price(offer, severityMilli), limit(severityMilli)))
        .toList();
  }

  private static long price(Offer offer, int severityMilli) {
    int twice = 2 * MerchantRules.MILLI;
    return offer.base * (twice + severityMilli) / twice;
  }

  private static int limit(int severityMilli) {
    return Math.max(1, 10 * MerchantRules.MILLI / (MerchantRules.MILLI + severityMilli));
  }
}
