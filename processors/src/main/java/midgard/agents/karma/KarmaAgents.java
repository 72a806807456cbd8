package midgard.agents.karma;

import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Settings;
import midgard.rules.DailyDecay;

/** The karma agent: the conduct of each player, and the moral balance of the world. */
public final class KarmaAgents {
  private static final double MILLIONTHS = 1e6;

  /** Whom deeds were done to is kept for the day, so this bounds the state. */
  private static final int MOST_DAILY_DEEDS = 100;

  private KarmaAgents() {}

  public static List<Agent<?>> of(Settings settings) {
    KarmaRules rules = rules(settings);
    return List.of(new Conduct(rules), new MoralBalance(rules));
  }

  static KarmaRules rules(Settings settings) {
    return new KarmaRules(
        settings.numbers(
            "KARMA_THRESHOLDS",
            List.of(-7000L, -3000L, 3000L, 7000L),
            -KarmaRules.LIMIT,
            KarmaRules.LIMIT,
            "The scores between very evil, evil, neutral, good and very good."),
        new DailyDecay(
            Math.round(
                MILLIONTHS
                    * settings.fraction(
                        "KARMA_DAILY_DECAY",
                        .01,
                        0,
                        1,
                        "What a day takes of every karma above 100 either way."))),
        (int)
            settings.number(
                "KARMA_DAILY_DEEDS",
                10,
                0,
                MOST_DAILY_DEEDS,
                "Most healings, helps and temple donations, each, of a player that count in a day."));
  }
}
