package midgard.agents.social;

import java.util.ArrayList;
import midgard.schemas.social.GuildEffort;
import midgard.schemas.social.GuildTaskKind;

/** What members do for their guild. */
final class Efforts {
  private Efforts() {}

  static GuildEffort none(long guild, long player) {
    return new GuildEffort(guild, player, 0, 0, 0, 0, new ArrayList<>(), 0, false);
  }

  /** What counts for a kind of task; explorations go by the names of the maps. */
  static long of(GuildTaskKind kind, GuildEffort effort) {
    return switch (kind) {
      case cooperative_hunting -> effort.getKills();
      case resource_gathering -> effort.getGathered();
      case guild_vs_guild -> effort.getGvgKills();
      case boss_raid -> effort.getMvpKills();
      case exploration -> 0;
    };
  }
}
