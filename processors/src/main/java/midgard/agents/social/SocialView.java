package midgard.agents.social;

import java.time.Instant;
import java.util.List;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.GuildState;
import midgard.schemas.social.GuildTask;
import midgard.schemas.social.GuildTaskRow;
import midgard.schemas.social.SocialEvent;
import midgard.schemas.social.SocialState;
import midgard.schemas.social.SocialStatus;

/** What the API says of gatherings and guild tasks at an instant (domain reference 2.6). */
public final class SocialView {
  private SocialView() {}

  /** The gatherings that run at an instant. Over is over at that instant, tick or no tick. */
  public static List<SocialEvent> active(SocialState state, long now) {
    return state.getGatherings().stream()
        .filter(gathering -> isActive(gathering, now))
        .map(SocialEffects::row)
        .toList();
  }

  private static boolean isActive(Gathering gathering, long now) {
    return gathering.getStatus() == SocialStatus.active && now < gathering.getDespawnsAt();
  }

  /** A guild's tasks of the day, whatever became of them. */
  public static List<GuildTaskRow> tasks(GuildState state, long now) {
    return state.getTasks().stream().map(task -> task(task, now)).toList();
  }

  private static GuildTaskRow task(GuildTask task, long now) {
    GuildTaskRow row = SocialEffects.row(task);
    if (row.getStatus() == SocialStatus.active
        && !Instant.ofEpochMilli(now).isBefore(row.getExpiresAt())) {
      row.setStatus(SocialStatus.expired);
    }
    return row;
  }
}
