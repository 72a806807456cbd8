package midgard.agents.maphazard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.Context;
import midgard.schemas.maphazard.HazardEncounter;
import midgard.schemas.maphazard.HazardMapState;
import midgard.schemas.maphazard.HazardStay;

/** The players in one hazard, sorted by player id. */
final class HazardStays {
  private HazardStays() {}

  /** The player's stay, which reaches up to now; empty when too many are there already. */
  static Optional<HazardStay> sign(List<HazardStay> stays, long player, long time) {
    int place = place(stays, player);
    if (isAt(stays, place, player)) {
      HazardStay stay = stays.get(place);
      stay.setSince(Math.min(stay.getSince(), time));
      stay.setLast(Math.max(stay.getLast(), time));
      return Optional.of(stay);
    }
    if (stays.size() == HazardRules.MOST_STAYS) {
      return Optional.empty();
    }
    stays.add(place, new HazardStay(player, time, time, 0, 0));
    return Optional.of(stays.get(place));
  }

  private static int place(List<HazardStay> stays, long player) {
    int place = 0;
    while (place < stays.size() && stays.get(place).getPlayerId() < player) {
      place++;
    }
    return place;
  }

  private static boolean isAt(List<HazardStay> stays, int place, long player) {
    return place < stays.size() && stays.get(place).getPlayerId() == player;
  }

  /** A departure that is older than the stay belongs to an earlier one. */
  static void leave(Context<HazardMapState> context) {
    List<HazardStay> stays = context.state().getStays();
    long player = context.event().getPlayerId();
    int place = place(stays, player);
    if (isAt(stays, place, player) && context.time() >= stays.get(place).getLast()) {
      write(stays.remove(place), context.time(), context);
    }
  }

  /** Ends every stay with the hazard. */
  static void writeAll(Context<HazardMapState> context) {
    HazardMapState state = context.state();
    for (HazardStay stay : state.getStays()) {
      long seen = stay.getLast() + HazardRules.SILENCE.toMillis();
      write(stay, Math.min(state.getExpiresAt(), seen), context);
    }
    state.setStays(new ArrayList<>());
  }

  private static void write(HazardStay stay, long until, Context<HazardMapState> context) {
    HazardMapState state = context.state();
    context.change(
        new HazardEncounter(
            context.newId("encounter"),
            state.getHazardId(),
            stay.getPlayerId(),
            context.key(),
            (int) Duration.ofMillis(until - stay.getSince()).toSeconds(),
            stay.getItemsDropped(),
            stay.getDeaths(),
            Instant.ofEpochMilli(until)));
  }
}
