package midgard.agents.social;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import midgard.schemas.social.Attendee;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.SocialNeeds;

/** The players at one gathering, by player id. */
final class Attendees {
  private Attendees() {}

  /** The player's entry, made if need be; empty when the gathering is full. */
  static Optional<Attendee> find(List<Attendee> attendees, long player) {
    int place = 0;
    while (place < attendees.size() && attendees.get(place).getPlayerId() < player) {
      place++;
    }
    boolean known = place < attendees.size() && attendees.get(place).getPlayerId() == player;
    if (!known) {
      if (attendees.size() == SocialRules.MOST_ATTENDEES) {
        return Optional.empty();
      }
      attendees.add(place, new Attendee(player, null, null, 0L, 0, false, false));
    }
    return Optional.of(attendees.get(place));
  }

  /** The latest event decides; one that does not tell a party or guild takes none away. */
  static void note(Attendee attendee, Long party, Long guild, long time) {
    if (time >= attendee.getLastSeen()) {
      attendee.setLastSeen(time);
      attendee.setPartyId(isSet(party) ? party : attendee.getPartyId());
      attendee.setGuildId(isSet(guild) ? guild : attendee.getGuildId());
    }
  }

  private static boolean isSet(Long id) {
    return id != null && id > 0;
  }

  /**
   * Those who meet the needs together with the one seen last; empty while they are too few or too
   * many.
   */
  static List<Attendee> fulfilling(
      Gathering gathering, List<Attendee> attendees, Attendee latest, long now) {
    SocialNeeds needs = gathering.getRequirements();
    if (!latest.getReady()
        || needs.getSameParty() && latest.getPartyId() == null
        || needs.getSameGuild() && latest.getGuildId() == null) {
      return List.of();
    }
    Predicate<Attendee> together =
        attendee ->
            (!needs.getSameParty() || latest.getPartyId().equals(attendee.getPartyId()))
                && (!needs.getSameGuild() || latest.getGuildId().equals(attendee.getGuildId()));
    boolean alone = needs.getMinPlayers() <= 1;
    List<Attendee> group =
        attendees.stream()
            .filter(attendee -> alone ? attendee == latest : attendee.getReady())
            .filter(attendee -> isPresent(attendee, now))
            .filter(together)
            .toList();
    boolean fits =
        group.size() >= needs.getMinPlayers()
            && (needs.getMaxPlayers() == 0 || group.size() <= needs.getMaxPlayers());
    return fits ? group : List.of();
  }

  private static boolean isPresent(Attendee attendee, long now) {
    return Math.abs(now - attendee.getLastSeen()) <= SocialRules.PRESENT.toMillis();
  }
}
