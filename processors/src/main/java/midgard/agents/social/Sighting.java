package midgard.agents.social;

import java.util.List;
import midgard.schemas.event.GameEvent;
import midgard.schemas.social.Attendee;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.SocialKind;

/**
 * How a player was seen.
 *
 * @param emote the emote's number; -1: none
 * @param npc whom the player talked to; empty: nobody
 */
record Sighting(int emote, String npc, boolean screenshot, boolean trade) {
  private static final int NONE = -1;

  static final Sighting BEING_THERE = new Sighting(NONE, "", false, false);
  static final Sighting SCREENSHOT = new Sighting(NONE, "", true, false);
  static final Sighting TRADE = new Sighting(NONE, "", false, true);

  static Sighting emote(int emote) {
    return new Sighting(emote, "", false, false);
  }

  static Sighting talk(String npc) {
    return new Sighting(NONE, npc, false, false);
  }

  /** At the place, or with its host; a fair is all over its market's map. */
  boolean isAt(Gathering gathering, GameEvent event) {
    if (isHost(gathering) || trade && gathering.getRequirements().getTrade()) {
      return true;
    }
    Integer x = event.getX();
    Integer y = event.getY();
    return x != null
        && y != null
        && Math.abs(x - gathering.getSpawnX()) <= SocialRules.NEAR
        && Math.abs(y - gathering.getSpawnY()) <= SocialRules.NEAR;
  }

  private boolean isHost(Gathering gathering) {
    return npc.equals(gathering.getEventId());
  }

  /** Whether it brings the player on. */
  void apply(Attendee attendee, Gathering gathering) {
    boolean does =
        switch (gathering.getEventType()) {
          case picnic, guild_task, community_gathering -> true;
          case photo_spot -> screenshot || isHost(gathering);
          case trading_fair -> trade;
          case dance_challenge -> dances(attendee, gathering);
        };
    attendee.setReady(attendee.getReady() || does);
  }

  /** A wrong step starts the dance anew; chatting in between is no step. */
  private boolean dances(Attendee attendee, Gathering gathering) {
    List<Integer> emotes = gathering.getRequirements().getEmotes();
    if (emote == NONE || gathering.getEventType() != SocialKind.dance_challenge) {
      return false;
    }
    int steps = attendee.getSteps() % emotes.size();
    if (emotes.get(steps) == emote) {
      steps++;
    } else {
      steps = emotes.get(0) == emote ? 1 : 0;
    }
    attendee.setSteps(steps);
    return steps == emotes.size();
  }
}
