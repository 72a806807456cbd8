package midgard.agents.worldevent;

import midgard.schemas.worldevent.EventRun;
import midgard.schemas.worldevent.WorldEventType;

/** What players read of an event. */
final class EventTexts {
  private EventTexts() {}

  static String title(WorldEventType type) {
    return switch (type) {
      case demonic_invasion -> "Demonic Invasion";
      case market_crash -> "Market Crash";
      case lucky_day -> "Lucky Day";
      case wandering_caravan -> "Wandering Caravan";
      case global_xp_boost -> "Global XP Boost";
      case mvp_enraged -> "Enraged MVPs";
      case mythic_event -> "Mythic Event";
    };
  }

  static String description(WorldEventType type) {
    return switch (type) {
      case demonic_invasion ->
          "So many MVPs fell that their lords send demons to Prontera's fields.";
      case market_crash -> "So much zeny is about that the shops' prices fall.";
      case lucky_day -> "On a quiet day fortune favours refining, loot and cards.";
      case wandering_caravan -> "Where many gather, a caravan brings rare goods to every town.";
      case global_xp_boost -> "The few who are out there learn twice as fast.";
      case mvp_enraged -> "The MVPs have had enough: stronger, and worth more.";
      case mythic_event -> "A power of old lends its strength, and sends its guardian.";
    };
  }

  static String opening(EventRun event) {
    return "%s! %s It lasts %d minutes."
        .formatted(event.getTitle(), event.getDescription(), event.getDurationMinutes());
  }

  static String closing(EventRun event) {
    return "%s is over.".formatted(event.getTitle());
  }
}
