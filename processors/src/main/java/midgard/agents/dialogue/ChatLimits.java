package midgard.agents.dialogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import midgard.schemas.dialogue.Speaker;

/** How often and how long players may write to an NPC (domain reference 1.1). */
final class ChatLimits {
  static final int LONGEST = 500;
  static final int A_MINUTE = 10;
  static final Duration COOL_DOWN = Duration.ofSeconds(2);

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int SPEAKERS = 100;

  private ChatLimits() {}

  /** Notes a message, unless it is one too many. */
  static boolean admit(List<Speaker> speakers, long player, long time) {
    Speaker speaker =
        speakers.stream()
            .filter(known -> known.getPlayerId() == player)
            .findFirst()
            .orElseGet(() -> new Speaker(player, new ArrayList<>()));
    List<Long> times = speaker.getTimes();
    times.removeIf(earlier -> earlier <= time - MINUTE);
    boolean tooSoon =
        times.stream().anyMatch(other -> Math.abs(time - other) < COOL_DOWN.toMillis());
    if (tooSoon || times.size() >= A_MINUTE) {
      return false;
    }
    times.add(time);
    speakers.remove(speaker);
    speakers.add(speaker);
    if (speakers.size() > SPEAKERS) {
      speakers.remove(0);
    }
    return true;
  }
}
