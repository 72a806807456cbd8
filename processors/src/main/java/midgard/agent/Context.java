package midgard.agent;

import java.time.Duration;
import java.time.ZoneId;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Priority;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a rule knows beside its message, and what it can do. Effects are carried out when the rule
 * has returned; a rule that throws leaves no trace but a dead letter.
 *
 * @param <S> the agent's state
 */
public interface Context<S extends SpecificRecord> {

  /**
   * The state of {@link #key}: a copy of the rule's own, to be changed in place. Read on first use.
   */
  S state();

  /** What all keys of this agent share. To be read only. */
  <X extends SpecificRecord> X shared(Shared<X> shared);

  String key();

  /** Event time of the message; for timers and jobs the time of the tick. Ms UTC. */
  long time();

  /**
   * The time of the partition's last tick: what "now" means for deadlines. Ms UTC; 0 before the
   * first.
   */
  long clock();

  /** The zone of day boundaries. */
  ZoneId zone();

  /** The day of {@link #time} in the world's zone, counted from 1970. */
  default int day() {
    return (int) java.time.Instant.ofEpochMilli(time()).atZone(zone()).toLocalDate().toEpochDay();
  }

  /** The game event that carried the message. */
  GameEvent event();

  /** Seeded from the world's seed, the message's place in its inbox, the agent and the key. */
  UniformRandomProvider random();

  /** The place of the message that is being worked on. */
  Cause cause();

  /** A new id, unique in the world and the same in every replay: {@code problem-w0-4711}. */
  String newId(String prefix);

  /** A fact for {@code world.changes}: one whole row. */
  void change(SpecificRecord row);

  /** Something for the game to do. */
  void action(Request request);

  /** Tells an agent of another key or domain; it arrives through that domain's inbox. */
  void signal(Domain domain, String key, SpecificRecord signal);

  /** Tells every partition of a domain. */
  void broadcast(Domain domain, SpecificRecord signal);

  /**
   * Runs the timer's rule for this key at the first tick that reaches the instant; one in the past
   * at the next tick. Setting the same timer for the same instant again changes nothing. Timers are
   * not taken back: a rule looks at its state to see whether it is still wanted.
   */
  void wakeAt(long time, String timer);

  /**
   * Keeps a closed window of this key, in a series that the agent {@linkplain Agent#writes writes}.
   */
  <W extends SpecificRecord> void keep(WindowSeries<W> series, long windowStart, W window);

  /**
   * A wish to the game.
   *
   * @param idempotencyKey equal keys are carried out once, however often they are asked for
   * @param payload one of the action records
   * @param validFor after this it must not be done any more
   * @param playerId whom it is for; 0: nobody
   * @param map where; empty: nowhere in particular
   */
  record Request(
      String idempotencyKey,
      SpecificRecord payload,
      Priority priority,
      Duration validFor,
      long playerId,
      String map) {}
}
