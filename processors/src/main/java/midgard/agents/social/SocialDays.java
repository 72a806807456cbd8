package midgard.agents.social;

import java.util.List;
import java.util.Optional;
import midgard.schemas.social.Sociability;
import midgard.schemas.social.SociabilityChanged;
import midgard.schemas.social.SocialDay;

/** The sums of days over all players, kept by what each player adds. */
final class SocialDays {
  /** A clock that is far ahead must not make the list grow. */
  private static final int MOST = 3;

  private SocialDays() {}

  static Optional<SocialDay> find(List<SocialDay> days, int day) {
    return days.stream().filter(known -> known.getDay() == day).findFirst();
  }

  static void add(List<SocialDay> days, SociabilityChanged changed) {
    int number = changed.getAfter().getDay();
    SocialDay day =
        find(days, number)
            .orElseGet(
                () -> {
                  SocialDay first = new SocialDay(number, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
                  days.add(first);
                  return first;
                });
    count(day, changed.getBefore(), -1);
    count(day, changed.getAfter(), 1);
    if (days.size() > MOST) {
      days.sort((a, b) -> Integer.compare(a.getDay(), b.getDay()));
      days.remove(0);
    }
  }

  private static void count(SocialDay day, Sociability player, int by) {
    day.setActivePlayers(day.getActivePlayers() + (player.getActive() ? by : 0));
    day.setPartyPlayers(day.getPartyPlayers() + (player.getInParty() ? by : 0));
    day.setPartySizeSum(day.getPartySizeSum() + (long) by * player.getPartySize());
    day.setPartySizes(day.getPartySizes() + (player.getPartySize() > 0 ? by : 0));
    day.setGuildPlayers(day.getGuildPlayers() + (player.getInGuild() ? by : 0));
    day.setTrades(day.getTrades() + by * player.getTrades());
    day.setParticipants(day.getParticipants() + (player.getTookPart() ? by : 0));
  }
}
