package midgard.agent;

import java.time.Duration;
import midgard.schemas.action.BroadcastMessage;
import midgard.schemas.action.BroadcastScope;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.event.Priority;
import org.apache.avro.specific.SpecificRecord;

/**
 * A wish to the game.
 *
 * @param idempotencyKey equal keys are carried out once, however often they are asked for
 * @param payload one of the action records
 * @param validFor after this it must not be done any more
 * @param playerId whom it is for; 0: nobody
 * @param map where; empty: nowhere in particular
 */
public record GameRequest(
    String idempotencyKey,
    SpecificRecord payload,
    Priority priority,
    Duration validFor,
    long playerId,
    String map) {
  /** News that comes later than this is no news. */
  public static final Duration NEWS = Duration.ofMinutes(10);

  /** A player who is off line gets what is his when he comes back. */
  public static final Duration REWARD = Duration.ofDays(7);

  /** What the game calls every map. */
  public static final String EVERY_MAP = "*";

  private static final int LONGEST_MESSAGE = 255;

  /** Something for a place or for nobody in particular. */
  public static GameRequest of(
      String idempotencyKey, SpecificRecord payload, Duration validFor, String map) {
    return new GameRequest(idempotencyKey, payload, Priority.normal, validFor, 0, map);
  }

  /** A line to everyone on line; what is longer than the game's 255 characters is cut. */
  public static GameRequest announcement(String idempotencyKey, String text) {
    return of(idempotencyKey, new BroadcastMessage(cut(text), BroadcastScope.all, null), NEWS, "");
  }

  /** A line to everyone on a map. */
  public static GameRequest announcementOn(String map, String idempotencyKey, String text) {
    return of(idempotencyKey, new BroadcastMessage(cut(text), BroadcastScope.map, map), NEWS, map);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_MESSAGE) {
      return text;
    }
    int end = LONGEST_MESSAGE - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  public static GameRequest reward(String idempotencyKey, GiveReward reward) {
    return new GameRequest(
        idempotencyKey, reward, Priority.normal, REWARD, reward.getPlayerId(), "");
  }

  /** Monsters anywhere on a map; at most 100. */
  public static GameRequest monsters(
      String idempotencyKey, String map, int monster, int amount, Duration validFor) {
    return of(idempotencyKey, new SpawnMonster(map, 0, 0, monster, amount, null), validFor, map);
  }

  /**
   * @param value in thousandths: 1000 is the unchanged rate
   */
  public static GameRequest mapFlag(
      String idempotencyKey, String map, String flag, int value, Duration validFor) {
    return of(
        idempotencyKey,
        new SetMapFlag(map, flag, value),
        validFor,
        map.equals(EVERY_MAP) ? "" : map);
  }

  public GameRequest with(Priority priority) {
    return new GameRequest(idempotencyKey, payload, priority, validFor, playerId, map);
  }
}
