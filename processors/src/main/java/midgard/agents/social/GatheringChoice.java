package midgard.agents.social;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import midgard.agent.Context;
import midgard.agents.world.WorldPulse;
import midgard.agents.world.WorldSummary;
import midgard.maps.Cell;
import midgard.maps.MapCatalogue;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.SocialKind;
import midgard.schemas.social.SocialState;
import midgard.schemas.social.SocialStatus;
import midgard.schemas.world.MapEntry;

/** Draws the day's gatherings: what, where, and for how long. */
final class GatheringChoice {
  private GatheringChoice() {}

  /** At most so many, of kinds of which none is running. */
  static List<Gathering> of(int count, Context<SocialState> context) {
    Set<SocialKind> running =
        context.state().getGatherings().stream()
            .filter(gathering -> gathering.getStatus() == SocialStatus.active)
            .map(Gathering::getEventType)
            .collect(Collectors.toSet());
    List<SocialRules.Kind> kinds =
        SocialRules.KINDS.stream().filter(kind -> !running.contains(kind.kind())).toList();
    Map<String, Long> activity =
        context.peek(WorldPulse.STATE).getMaps().stream()
            .collect(Collectors.toMap(MapEntry::getMap, WorldSummary::activity, Long::sum));
    List<String> taken = new ArrayList<>();
    List<Gathering> gatherings = new ArrayList<>();
    for (SocialRules.Kind kind : Draw.some(kinds, count, context.random())) {
      String map = map(kind, activity, taken, context);
      taken.add(map);
      gatherings.add(gathering(kind, map, context));
    }
    return gatherings;
  }

  /** The busiest of the kind's maps, one without a gathering first; any when all are quiet. */
  private static String map(
      SocialRules.Kind kind,
      Map<String, Long> activity,
      List<String> taken,
      Context<SocialState> context) {
    List<String> free = kind.maps().stream().filter(map -> !taken.contains(map)).toList();
    List<String> maps = free.isEmpty() ? kind.maps() : free;
    Comparator<String> byActivity = Comparator.comparingLong(map -> activity.getOrDefault(map, 0L));
    String busiest = maps.stream().max(byActivity).orElseThrow();
    return activity.getOrDefault(busiest, 0L) > 0 ? busiest : Draw.one(maps, context.random());
  }

  private static Gathering gathering(
      SocialRules.Kind kind, String map, Context<SocialState> context) {
    Cell cell = MapCatalogue.KNOWN.cell(map, SocialRules.MARGIN, context.random());
    return new Gathering(
        context.newId("social"),
        kind.kind(),
        Draw.one(kind.names(), context.random()),
        map,
        cell.x(),
        cell.y(),
        SocialRules.needs(kind, context.random()),
        kind.rewards(),
        0,
        SocialStatus.active,
        context.time(),
        context.time() + Duration.ofHours(kind.hours()).toMillis());
  }
}
