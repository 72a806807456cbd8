package midgard.agents.economysocial;

import java.time.Duration;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;

/** The economy-social agent: the merchants of the world, their shelves, and who buys of a sink. */
public final class EconomySocialAgents {
  private static final double PARTS = 1000;

  private EconomySocialAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    MerchantRules rules =
        new MerchantRules(
            Duration.ofHours(
                settings.number(
                    "ECONOMY_ANALYSIS_INTERVAL_HOURS",
                    6,
                    1,
                    24,
                    "Hours between two looks at the economy that may move shop prices.")),
            milli(
                Math.min(
                    MerchantRules.STEP_BOUND_MILLI / PARTS,
                    settings.fraction(
                        "PRICE_ADJUSTMENT_MAX_PERCENT",
                        MerchantRules.STEP_BOUND_MILLI / PARTS,
                        0.01,
                        1,
                        "Most that one step moves a price, .1 for 10 %; above .2 counts as .2."))),
            settings.number(
                "ZENY_SINK_TRIGGER_THRESHOLD",
                10_000_000,
                1,
                1_000_000_000_000L,
                "Zeny for each active player above which shops charge more and a sink opens."),
            milli(
                settings.fraction(
                    "INFLATION_THRESHOLD",
                    0.15,
                    0.01,
                    10,
                    "Rise of the price index in 24 hours that counts as inflation, .15 for 15 %.")));
    return List.of(new Merchants(rules), new ShopShelf(), new SinkBuyer());
  }

  private static int milli(double part) {
    return (int) Math.round(part * PARTS);
  }
}
