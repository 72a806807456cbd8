package midgard.agents.social;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import midgard.schemas.social.SocialDay;
import midgard.schemas.social.SocialMetrics;

/** How sociable a day was (domain reference 1.20), in thousandths. */
final class SocialHealth {
  private static final int MILLI = 1000;
  private static final int FULL_PARTY = 6;
  private static final int MANY_TRADES = 100;
  private static final int HEALTHY = 700;
  private static final int FAIR = 400;

  /** A part below this is worth a word; ours. */
  private static final int LOW = 300;

  private SocialHealth() {}

  /**
   * @param day with at least one player
   */
  static SocialMetrics of(SocialDay day, long now) {
    int party = part(day.getPartyPlayers(), day.getActivePlayers());
    int guild = part(day.getGuildPlayers(), day.getActivePlayers());
    int events = part(day.getParticipants(), day.getActivePlayers());
    int size = part(day.getPartySizeSum(), day.getPartySizes());
    int score = score(party, size, guild, day.getTrades(), events);
    return new SocialMetrics(
        "social-" + LocalDate.ofEpochDay(day.getDay()),
        day.getActivePlayers(),
        party,
        size,
        guild,
        day.getTrades(),
        events,
        score,
        status(score),
        recommendations(party, guild, day.getTrades(), events),
        Instant.ofEpochMilli(now));
  }

  private static int part(long of, long whole) {
    return whole == 0 ? 0 : (int) (of * MILLI / whole);
  }

  /**
   * .3 party rate + .2 party size of 6 + .2 guild rate + .15 trades of 100 + .15 event rate.
   *
   * @param size mean party size in thousandths
   */
  static int score(int party, int size, int guild, long trades, int events) {
    int full = Math.min(MILLI, size / FULL_PARTY);
    int traded = (int) (Math.min(trades, MANY_TRADES) * MILLI / MANY_TRADES);
    return (300 * party + 200 * full + 200 * guild + 150 * traded + 150 * events) / MILLI;
  }

  static String status(int score) {
    if (score >= HEALTHY) {
      return "healthy";
    }
    return score >= FAIR ? "fair" : "poor";
  }

  private static List<String> recommendations(int party, int guild, long trades, int events) {
    List<String> list = new ArrayList<>();
    if (party < LOW) {
      list.add("Few play in parties: make parties worth more.");
    }
    if (guild < LOW) {
      list.add("Few are in a guild: help guilds to find members.");
    }
    if (trades * MILLI < (long) LOW * MANY_TRADES) {
      list.add("Little is traded: hold trading fairs.");
    }
    if (events < LOW) {
      list.add("Few come to gatherings: hold them where players are.");
    }
    return list;
  }
}
